/* Threads share one set of weights, each with an arena and a pool of its own, or none: all get what one alone gets. */
#define _POSIX_C_SOURCE 200809L
#include "NAME_support.h"

#include <pthread.h>

enum { CALLERS = 4, IMAGES = 5, ROUNDS = 6 };

static const void *memory;
static const float *images;
static float expected[IMAGES * UPPER_WIDTH];
static int faults[CALLERS];

static void *call(void *argument)
{
    const size_t number = (size_t)(uintptr_t)argument;
    const int threads = 1 + (int)number % 3;
    NAME_pool *pool = threads > 1 ? NAME_pool_create(threads) : NULL;
    const size_t arena_size = NAME_arena_bytes(NULL, threads);
    void *arena = aligned(arena_size);
    float *out = checked(malloc(sizeof expected));
    for (int round = 0; round < ROUNDS; round++) {
        memset(out, 0xff, sizeof expected);
        if (NAME_embed(memory, images, IMAGES, out, arena, arena_size, pool) != UPPER_OK
            || memcmp(out, expected, sizeof expected) != 0)
            faults[number]++;
    }
    NAME_pool_destroy(pool);
    free(out), free(arena);
    return NULL;
}

int main(void)
{
    if (NAME_target() == NULL) return fprintf(stderr, "%s\n", NAME_message(UPPER_PROCESSOR)), 10 + UPPER_PROCESSOR;
    const size_t memory_size = NAME_memory_bytes(NULL), arena_size = NAME_arena_bytes(NULL, 1);
    void *filled = aligned(memory_size), *arena = aligned(arena_size);
    size_t size;
    unsigned char *file = made_file(&size);
    if (NAME_load_memory(filled, memory_size, NULL, file, size, NULL, NULL) != UPPER_OK)
        fail("the weights are refused");
    free(file);
    float *made = checked(malloc(IMAGES * UPPER_INPUT * sizeof(float)));
    uint64_t random = 3;
    for (size_t place = 0; place < (size_t)IMAGES * UPPER_INPUT; place++)
        made[place] = draw_between(&random, -2, 2);
    memory = filled, images = made;
    if (NAME_embed(memory, images, IMAGES, expected, arena, arena_size, NULL) != UPPER_OK)
        fail("nothing is computed");
    pthread_t callers[CALLERS];
    for (size_t number = 0; number < CALLERS; number++)
        if (pthread_create(&callers[number], NULL, call, (void *)(uintptr_t)number) != 0) fail("there are no threads");
    int sum = 0;
    for (size_t number = 0; number < CALLERS; number++) pthread_join(callers[number], NULL), sum += faults[number];
    free(filled), free(arena), free(made);
    if (sum > 0) return fprintf(stderr, "%d of %d results differ\n", sum, CALLERS * ROUNDS), 1;
    return 0;
}
