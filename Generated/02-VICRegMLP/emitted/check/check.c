/* Runs the encoder from the command line, to see whether it works on a machine:

       check encoder.safetensors images.bin out.bin [threads] [target]

   images.bin holds 32-bit floats, MLP_INPUT for each image; out.bin gets MLP_WIDTH for each. */
#define _POSIX_C_SOURCE 200809L
#include "mlp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void *aligned(size_t bytes)
{
    void *memory = aligned_alloc(MLP_ALIGNMENT, (bytes + MLP_ALIGNMENT - 1) / MLP_ALIGNMENT * MLP_ALIGNMENT);
    if (memory == NULL) fprintf(stderr, "there are no %zu bytes\n", bytes), exit(1);
    return memory;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **words)
{
    char message[MLP_MESSAGE] = "";
    if (count < 4) return fprintf(stderr, "usage: %s WEIGHTS IMAGES OUT [THREADS] [TARGET]\n", words[0]), 2;
    int threads = count > 4 ? atoi(words[4]) : 1;
    const char *target = count > 5 ? words[5] : NULL;
    mlp_pool *pool = threads > 1 ? mlp_pool_create(threads) : NULL;
    if (mlp_target() == NULL) return fprintf(stderr, "%s\n", mlp_message(MLP_PROCESSOR)), MLP_PROCESSOR;
    size_t memory_bytes = mlp_memory_bytes(target), arena_bytes = mlp_arena_bytes(target, threads);
    if (memory_bytes == 0 || arena_bytes == 0) return fprintf(stderr, "there is no such target, or no thread\n"), 2;
    void *memory = aligned(memory_bytes), *arena = aligned(arena_bytes);
    double began = now();
    int status = mlp_load(memory, memory_bytes, target, words[1], pool, message);
    if (status != MLP_OK) return fprintf(stderr, "%s\n", message), status;
    double loaded = now();
    FILE *file = fopen(words[2], "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) return perror(words[2]), 1;
    size_t images = (size_t)ftell(file) / (MLP_INPUT * sizeof(float));
    rewind(file);
    float *pixels = aligned(images * MLP_INPUT * sizeof(float) + 1), *out = aligned(images * MLP_WIDTH * sizeof(float) + 1);
    if (fread(pixels, MLP_INPUT * sizeof(float), images, file) != images) return perror(words[2]), 1;
    fclose(file);
    double start = now();
    status = mlp_embed(memory, pixels, images, out, arena, arena_bytes, pool);
    if (status != MLP_OK) return fprintf(stderr, "%s\n", mlp_message(status)), status;
    double end = now();
    file = fopen(words[3], "wb");
    if (file == NULL || fwrite(out, MLP_WIDTH * sizeof(float), images, file) != images || fclose(file) != 0) return perror(words[3]), 1;
    printf("%zu images on %d thread%s, %s: loaded in %.2f ms, computed in %.2f ms\n", images, threads, threads > 1 ? "s" : "",
           target != NULL ? target : mlp_target(), 1e3 * (loaded - began), 1e3 * (end - start));
    mlp_pool_destroy(pool);
    free(pixels), free(out), free(memory), free(arena);
    return 0;
}
