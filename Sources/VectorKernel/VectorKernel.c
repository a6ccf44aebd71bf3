#include "VectorKernel.h"

#include <string.h>

// The one thing here that Swift cannot say: the same loop for several kinds of processors, of which
// the program takes the widest that the machine has. Swift compiles for the oldest alone, which adds
// four numbers at a time.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

#pragma STDC FP_CONTRACT OFF

enum { PARTS = 4 };

typedef float part __attribute__((vector_size(sizeof(float) * VECTOR_KERNEL_WIDTH / PARTS)));

WIDEST
void vector_kernel_add(const void *weights, const void *inputs, void *sums, size_t count) {
  for (size_t row = 0; row < count; row++) {
    const float *input = (const float *)inputs + row * VECTOR_KERNEL_WIDTH;
    float *target = (float *)sums + row * VECTOR_KERNEL_WIDTH;
    part sum[PARTS], weight[PARTS];
    memcpy(sum, target, sizeof sum);
    for (size_t number = 0; number < VECTOR_KERNEL_WIDTH; number++) {
      memcpy(weight, (const float *)weights + number * VECTOR_KERNEL_WIDTH, sizeof weight);
      for (int index = 0; index < PARTS; index++) sum[index] += input[number] * weight[index];
    }
    memcpy(target, sum, sizeof sum);
  }
}
