// Takes the place of the C library's allocation functions in the test program, and counts each thread's calls.
//
// What OpenBLAS asks for by itself is not counted: on processors with AVX-512 its kernels for small products pack into
// memory that they take and give back within the call, and no caller can change that.
#define _GNU_SOURCE
#include "AllocationCounter.h"
#include <errno.h>
#include <link.h>
#include <stddef.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static __thread long calls;

// Where OpenBLAS is in memory; nowhere before `find_openblas`.
static const char *openblas_begin, *openblas_end;

static int look(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size, (void)unused;
    if (!object->dlpi_name || !strstr(object->dlpi_name, "openblas")) return 0;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        if (object->dlpi_phdr[i].p_type != PT_LOAD) continue;
        const char *begin = (const char *)object->dlpi_addr + object->dlpi_phdr[i].p_vaddr;
        const char *end = begin + object->dlpi_phdr[i].p_memsz;
        if (!openblas_begin || begin < openblas_begin) openblas_begin = begin;
        if (end > openblas_end) openblas_end = end;
    }
    return 1;
}

__attribute__((constructor)) static void find_openblas(void) { dl_iterate_phdr(look, NULL); }

static void count_call(const void *caller) {
    if ((const char *)caller < openblas_begin || (const char *)caller >= openblas_end) calls += 1;
}

#define COUNT() count_call(__builtin_return_address(0))

long invar_test_allocation_count(void) { return calls; }

void *malloc(size_t size) {
    COUNT();
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    COUNT();
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    COUNT();
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    COUNT();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    COUNT();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    COUNT();
    void *memory = __libc_memalign(alignment, size);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}
