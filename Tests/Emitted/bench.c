/* How long an emitted encoder takes: the time to load, that of the first image, and each of a number of batches.

       cc -O2 -DNAME=vicreg_resnet50 -DUPPER=VICREG_RESNET50 -I. bench.c vicreg_resnet50*.c vicreg_resnet50*.S -lpthread
       bench WEIGHTS BATCH THREADS SECONDS [TARGET]

   Prints one line of JSON: milliseconds, and the process's resident memory in MiB, at the end and at most. */
#define _DEFAULT_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define F(name) JOIN(NAME, name)
#define C(name) JOIN(UPPER, name)
#define TEXT_(a) #a
#define TEXT(a) TEXT_(a)
#include HEADER

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e3 * (double)time.tv_sec + (double)time.tv_nsec * 1e-6;
}

/* Resident memory now, in MiB; 0 where the system does not say. */
static double resident(void)
{
    long pages = 0, ours = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%ld %ld", &pages, &ours) != 2) ours = 0;
    fclose(file);
    return (double)ours * (double)sysconf(_SC_PAGESIZE) / (1 << 20);
}

/* Memory on huge pages, where the system has some: large models are some 10 % faster on them. */
static void *memory_of(size_t bytes)
{
    const size_t page = 2 << 20;
    void *memory = aligned_alloc(bytes < page ? 64 : page, (bytes + page - 1) / page * page);
#ifdef MADV_HUGEPAGE
    if (memory != NULL && bytes >= page) madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return memory;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **words)
{
    char message[C(_MESSAGE)] = "";
    if (count < 5) return fprintf(stderr, "usage: %s WEIGHTS BATCH THREADS SECONDS [TARGET]\n", words[0]), 2;
    const size_t batch = (size_t)atoi(words[2]);
    const int threads = atoi(words[3]);
    const char *target = count > 5 ? words[5] : NULL;
    double began = now();
    F(_pool) *pool = threads > 1 ? F(_pool_create)(threads) : NULL;
    size_t memory_bytes = F(_memory_bytes)(target), arena_bytes = F(_arena_bytes)(target, threads);
    void *memory = memory_of(memory_bytes), *arena = memory_of(arena_bytes);
    if (F(_load)(memory, memory_bytes, target, words[1], pool, message) != 0) return fprintf(stderr, "%s\n", message), 1;
    double loaded = now();
    float *images = malloc(batch * C(_INPUT) * sizeof(float)), *out = malloc(batch * C(_WIDTH) * sizeof(float));
    for (size_t i = 0; i < batch * C(_INPUT); i++) images[i] = (float)(i * 7919 % 10007) / 5003.5f - 1;
    double start = now();
    F(_embed)(memory, images, batch, out, arena, arena_bytes, pool);
    double first = now() - start;
    static double times[100000];
    size_t done = 0;
    for (double end = now() + 1e3 * atof(words[4]); now() < end && done < 100000; done++) {
        double from = now();
        F(_embed)(memory, images, batch, out, arena, arena_bytes, pool);
        times[done] = now() - from;
    }
    qsort(times, done, sizeof *times, ascending);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"load\": %.2f, \"first\": %.3f, \"median\": %.4f, \"best\": %.4f, \"runs\": %zu, \"resident\": %.1f, \"peak\": %.1f, \"out\": %g}\n", loaded - began,
           first, done > 0 ? times[done / 2] : 0, done > 0 ? times[0] : 0, done, resident(), (double)usage.ru_maxrss / 1024, (double)out[0]);
    F(_pool_destroy)(pool);
    free(images), free(out), free(memory), free(arena);
    return 0;
}
