#pragma once
#include <cblas.h>

// LAPACK's symmetric eigenvalue solvers, which libopenblas carries (Fortran calling convention).
void ssyev_(const char *jobz, const char *uplo, const int *n, float *a, const int *lda, float *w, float *work,
            const int *lwork, int *info);
void dsyev_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
            const int *lwork, int *info);

// And its Cholesky factorization.
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info);
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);

// OpenBLAS's working memory: one buffer for each thread that is in it. It exports these and declares them nowhere.
void *blas_memory_alloc(int unused);
void blas_memory_free(void *buffer);

// A vector's square root, and its numbers in double precision. Swift's own go lane by lane, the root through libm, because that
// sets errno.
typedef float invar_float16 __attribute__((ext_vector_type(16)));
typedef double invar_double16 __attribute__((ext_vector_type(16)));
static inline __attribute__((always_inline)) invar_float16 invar_sqrt_float16(invar_float16 x) {
  return __builtin_elementwise_sqrt(x);
}
static inline __attribute__((always_inline)) invar_double16 invar_widen_float16(invar_float16 x) {
  return __builtin_convertvector(x, invar_double16);
}
static inline __attribute__((always_inline)) invar_double16 invar_sqrt_double16(invar_double16 x) {
  return __builtin_elementwise_sqrt(x);
}
