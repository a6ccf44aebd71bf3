#ifndef VECTOR_KERNEL_H
#define VECTOR_KERNEL_H

#include <stddef.h>

/// How many numbers a vector has.
enum { VECTOR_KERNEL_WIDTH = 64 };

/// Adds to each sum its input times the weights: sums[i][n] += inputs[i][k] * weights[k][n], for k in
/// ascending order.
///
/// All are rows of VECTOR_KERNEL_WIDTH numbers of type float, one after the other: as many weights as
/// a row has numbers, `count` inputs and sums. Products are rounded before they are added, so that
/// every processor gets the same numbers.
void vector_kernel_add(const void *weights, const void *inputs, void *sums, size_t count);

#endif
