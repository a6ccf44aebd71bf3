#include "VectorKernel.h"

#include <string.h>

// The one thing here that Swift cannot say: the same loops for several kinds of processors, of which
// the program takes the widest that the machine has. Swift compiles for the oldest alone, which adds
// four numbers at a time, and takes the higher of two numbers one by one.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

#pragma STDC FP_CONTRACT OFF

enum { PARTS = 4 };

typedef float part __attribute__((vector_size(sizeof(float) * VECTOR_KERNEL_WIDTH / PARTS)));
typedef float outputs __attribute__((vector_size(sizeof(float) * VECTOR_KERNEL_OUTPUTS)));

typedef struct {
  part parts[PARTS];
} vector;

WIDEST
void vector_kernel_add(const void *weights, const void *inputs, void *sums, size_t count) {
  for (size_t row = 0; row < count; row++) {
    const float *input = (const float *)inputs + row * VECTOR_KERNEL_WIDTH;
    float *target = (float *)sums + row * VECTOR_KERNEL_WIDTH;
    vector sum, weight;
    memcpy(&sum, target, sizeof sum);
    for (size_t number = 0; number < VECTOR_KERNEL_WIDTH; number++) {
      memcpy(&weight, (const float *)weights + number * VECTOR_KERNEL_WIDTH, sizeof weight);
      for (int index = 0; index < PARTS; index++) {
        sum.parts[index] += input[number] * weight.parts[index];
      }
    }
    memcpy(target, &sum, sizeof sum);
  }
}

WIDEST
void vector_kernel_add_outputs(const void *weights, const void *inputs, void *sums, size_t count) {
  // All rows by one weight at a time: the sums of one row would wait for each other.
  for (size_t number = 0; number < VECTOR_KERNEL_WIDTH; number++) {
    outputs weight, sum;
    memcpy(&weight, (const float *)weights + number * VECTOR_KERNEL_OUTPUTS, sizeof weight);
    for (size_t row = 0; row < count; row++) {
      float *target = (float *)sums + row * VECTOR_KERNEL_OUTPUTS;
      memcpy(&sum, target, sizeof sum);
      sum += ((const float *)inputs)[row * VECTOR_KERNEL_WIDTH + number] * weight;
      memcpy(target, &sum, sizeof sum);
    }
  }
}

WIDEST
void vector_kernel_add_row(const void *row, void *sum) {
  vector added, result;
  memcpy(&added, row, sizeof added);
  memcpy(&result, sum, sizeof result);
  for (int index = 0; index < PARTS; index++) result.parts[index] += added.parts[index];
  memcpy(sum, &result, sizeof result);
}

WIDEST
void vector_kernel_add_positive(const void *inputs, void *sums, size_t count) {
  const float *restrict input = inputs;
  float *restrict sum = sums;
  for (size_t number = 0; number < count * VECTOR_KERNEL_WIDTH; number++) {
    sum[number] = input[number] + (sum[number] > 0 ? sum[number] : 0);
  }
}

WIDEST
void vector_kernel_maximum(const void *inputs, void *highest, size_t count) {
  const float *restrict input = inputs;
  float *restrict high = highest;
  for (size_t row = 0; row < count; row++, input += VECTOR_KERNEL_WIDTH) {
    for (size_t number = 0; number < VECTOR_KERNEL_WIDTH; number++) {
      high[number] = input[number] > high[number] ? input[number] : high[number];
    }
  }
}
