/* Threads that compute the tiles of a kernel together.

   The state packs the number of the job (upper half), whether it is open (bit 31), and how many workers are inside of it. The
   job's fields change only while it is closed and nobody is inside. A worker that wakes late finds the job closed, and
   nobody waits for it. Idle workers look for a job for a short while, and then sleep. */
#define _POSIX_C_SOURCE 200809L
#include "mlp.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#define OPEN (UINT64_C(1) << 31)
#define INSIDE (OPEN - 1)
enum { SPINS = 20000, LINE = 64 };

struct worker {
    struct threads *threads;
    intptr_t number;
    pthread_t thread;
};

struct threads {
    mlp_pool pool;
    mlp_tile *tile;
    void **table;
    intptr_t tiles;
    char before[LINE];
    _Atomic uint64_t state;
    char between[LINE];
    _Atomic intptr_t next;
    char after[LINE];
    atomic_int sleepers;
    atomic_bool is_stopping;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    struct worker workers[];
};

static void take_tiles(struct threads *threads, intptr_t worker)
{
    mlp_tile *tile = threads->tile;
    void **table = threads->table;
    const intptr_t tiles = threads->tiles;
    for (;;) {
        intptr_t next = atomic_fetch_add_explicit(&threads->next, 1, memory_order_relaxed);
        if (next >= tiles) return;
        tile(table, next, worker);
    }
}

static int has_job(struct threads *threads, uint64_t served)
{
    uint64_t state = atomic_load(&threads->state);
    return (state & OPEN) != 0 && state >> 32 != served;
}

/* 0 when the pool ends. */
static int wait_for_job(struct threads *threads, uint64_t served)
{
    for (int spin = 0; spin < SPINS; spin++) {
        if (has_job(threads, served)) return 1;
        if (atomic_load_explicit(&threads->is_stopping, memory_order_relaxed)) return 0;
    }
    pthread_mutex_lock(&threads->mutex);
    atomic_fetch_add(&threads->sleepers, 1);
    while (!has_job(threads, served) && !atomic_load(&threads->is_stopping))
        pthread_cond_wait(&threads->wake, &threads->mutex);
    atomic_fetch_sub(&threads->sleepers, 1);
    pthread_mutex_unlock(&threads->mutex);
    return !atomic_load(&threads->is_stopping);
}

static void *serve(void *argument)
{
    struct worker *worker = argument;
    struct threads *threads = worker->threads;
    uint64_t served = 0;
    while (wait_for_job(threads, served)) {
        uint64_t seen = atomic_load_explicit(&threads->state, memory_order_acquire);
        if ((seen & OPEN) == 0 || seen >> 32 == served) continue;
        if (!atomic_compare_exchange_strong(&threads->state, &seen, seen + 1)) continue;
        served = seen >> 32;
        take_tiles(threads, worker->number);
        atomic_fetch_sub_explicit(&threads->state, 1, memory_order_release);
    }
    return NULL;
}

static void wake_all(struct threads *threads)
{
    pthread_mutex_lock(&threads->mutex);
    pthread_cond_broadcast(&threads->wake);
    pthread_mutex_unlock(&threads->mutex);
}

static void run(void *context, mlp_tile *tile, void **table, intptr_t tiles)
{
    struct threads *threads = context;
    threads->tile = tile;
    threads->table = table;
    threads->tiles = tiles;
    atomic_store_explicit(&threads->next, 0, memory_order_relaxed);
    uint64_t job = ((atomic_load_explicit(&threads->state, memory_order_relaxed) >> 32) + 1) & UINT32_MAX;
    atomic_store(&threads->state, job << 32 | OPEN);
    if (atomic_load(&threads->sleepers) > 0) wake_all(threads);
    take_tiles(threads, 0);
    atomic_fetch_and(&threads->state, ~OPEN);
    for (int spin = 0; (atomic_load_explicit(&threads->state, memory_order_acquire) & INSIDE) != 0; spin++)
        if (spin >= SPINS) sched_yield(), spin = SPINS;
}

mlp_pool *mlp_pool_create(int count)
{
    if (count < 1 || count > MLP_MOST_THREADS) return NULL;
    struct threads *threads = calloc(1, sizeof *threads + (size_t)count * sizeof *threads->workers);
    if (threads == NULL) return NULL;
    pthread_mutex_init(&threads->mutex, NULL);
    pthread_cond_init(&threads->wake, NULL);
    threads->pool.threads = 1;
    threads->pool.context = threads;
    threads->pool.run = run;
    for (int number = 1; number < count; number++) {
        struct worker *worker = &threads->workers[number];
        worker->threads = threads;
        worker->number = number;
        if (pthread_create(&worker->thread, NULL, serve, worker) != 0) {
            mlp_pool_destroy(&threads->pool);
            return NULL;
        }
        threads->pool.threads++;
    }
    return &threads->pool;
}

void mlp_pool_destroy(mlp_pool *pool)
{
    if (pool == NULL) return;
    struct threads *threads = pool->context;
    atomic_store(&threads->is_stopping, 1);
    wake_all(threads);
    for (int number = 1; number < pool->threads; number++) pthread_join(threads->workers[number].thread, NULL);
    pthread_cond_destroy(&threads->wake);
    pthread_mutex_destroy(&threads->mutex);
    free(threads);
}
