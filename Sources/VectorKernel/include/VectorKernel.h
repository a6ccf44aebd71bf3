#ifndef VECTOR_KERNEL_H
#define VECTOR_KERNEL_H

#include <stddef.h>

/// How many numbers a vector has, and how many the outputs made of it.
enum { VECTOR_KERNEL_WIDTH = 64, VECTOR_KERNEL_OUTPUTS = 16 };

// All that follow take rows of numbers of type float, one row after the other, of
// VECTOR_KERNEL_WIDTH numbers where nothing else is said. Products are rounded before they are added,
// and added in the order given, so that every processor gets the same numbers.

/// Adds to each of `count` sums its input times the weights:
/// sums[i][n] += inputs[i][k] * weights[k][n], for k in ascending order. There are as many rows of
/// weights as a row has numbers.
void vector_kernel_add(const void *weights, const void *inputs, void *sums, size_t count);

/// The same for rows of weights and sums of VECTOR_KERNEL_OUTPUTS numbers.
void vector_kernel_add_outputs(const void *weights, const void *inputs, void *sums, size_t count);

/// Adds a row to a sum.
void vector_kernel_add_row(const void *row, void *sum);

/// Makes each of `count` sums its input and, where it is above zero, itself:
/// sums[i][n] = inputs[i][n] + max(sums[i][n], 0).
void vector_kernel_add_positive(const void *inputs, void *sums, size_t count);

/// Makes each number of a row the highest of itself and of those of `count` inputs at its place.
void vector_kernel_maximum(const void *inputs, void *highest, size_t count);

#endif
