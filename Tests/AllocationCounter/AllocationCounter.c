// Takes the place of the C library's allocation functions in the test program, and counts each thread's calls.
#include "AllocationCounter.h"
#include <errno.h>
#include <stddef.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static __thread long calls;

long invar_test_allocation_count(void) { return calls; }

void *malloc(size_t size) {
    calls += 1;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    calls += 1;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    calls += 1;
    return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
    calls += 1;
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
    void *memory = memalign(alignment, size);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}
