/* Embeds the first image of a file, then the first two, and so on, each time from memory of exactly that size:

       embed WEIGHTS IMAGES OUT TARGET THREADS

   The status is 10 more than that of what did not work. */
#include "NAME_support.h"

#ifndef MAIN
#define MAIN main
#else
int MAIN(int count, char **words);
#endif

int MAIN(int count, char **words)
{
    if (count != 6) fail("embed WEIGHTS IMAGES OUT TARGET THREADS");
    const char *target = strcmp(words[4], "best") == 0 ? NULL : words[4];
    const int threads = atoi(words[5]);
    char message[UPPER_MESSAGE];
    if (NAME_memory_bytes(target) == 0) {
        fprintf(stderr, "%s\n", NAME_message(UPPER_PROCESSOR));
        return 10 + UPPER_PROCESSOR;
    }
    NAME_pool *pool = threads > 1 ? NAME_pool_create(threads) : NULL;
    if (threads > 1 && pool == NULL) fail("there are no threads");
    const size_t memory_size = NAME_memory_bytes(target), arena_size = NAME_arena_bytes(target, threads);
    void *memory = aligned(memory_size), *arena = aligned(arena_size);
    memset(arena, 0xff, arena_size);
    int status = NAME_load(memory, memory_size, target, words[1], pool, message);
    if (status != UPPER_OK) return fprintf(stderr, "%s\n", message), 10 + status;
    size_t size;
    float *all = read_file(words[2], &size);
    const size_t images = size / (UPPER_INPUT * sizeof(float));
    FILE *file = fopen(words[3], "wb");
    if (file == NULL) fail(words[3]);
    for (size_t number = 1; number <= images; number++) {
        float *some = checked(malloc(number * UPPER_INPUT * sizeof(float)));
        float *out = checked(malloc(number * UPPER_WIDTH * sizeof(float)));
        memcpy(some, all, number * UPPER_INPUT * sizeof(float));
        status = NAME_embed(memory, some, number, out, arena, arena_size, pool);
        if (status != UPPER_OK) return fprintf(stderr, "%s\n", NAME_message(status)), 10 + status;
        if (fwrite(out, UPPER_WIDTH * sizeof(float), number, file) != number) fail(words[3]);
        free(some), free(out);
    }
    if (fclose(file) != 0) fail(words[3]);
    NAME_pool_destroy(pool);
    free(all), free(memory), free(arena);
    return 0;
}
