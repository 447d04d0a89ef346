/* uniform_net.h: the encoder of uniform-net, as C.
   Written by invar emit 0.1.0 for x86-64-v3.

       char message[UNIFORM_NET_MESSAGE];
       size_t memory_bytes = uniform_net_memory_bytes(NULL), arena_bytes = uniform_net_arena_bytes(NULL, 1);
       void *memory = aligned_alloc(UNIFORM_NET_ALIGNMENT, memory_bytes);
       void *arena = aligned_alloc(UNIFORM_NET_ALIGNMENT, arena_bytes);
       uniform_net_load(memory, memory_bytes, NULL, "encoder.safetensors", NULL, message);
       float representation[UNIFORM_NET_WIDTH];
       uniform_net_embed_rgb8(memory, pixels, width, height, 3 * width, representation, arena, arena_bytes, NULL);

   Functions that return int give a status, and none of them ends the program. A `message` is NULL or has
   room for UNIFORM_NET_MESSAGE bytes. A `target` is one of the names above, or NULL for the best that this
   processor has. Memory is the caller's: what computes allocates nothing and takes no lock. */
#ifndef UNIFORM_NET_H
#define UNIFORM_NET_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    UNIFORM_NET_IMAGE_HEIGHT = 28, /* rows of pixels */
    UNIFORM_NET_IMAGE_WIDTH = 28, /* pixels of a row */
    UNIFORM_NET_IMAGE_CHANNELS = 1, /* grey */
    UNIFORM_NET_INPUT = 784, /* numbers of an image */
    UNIFORM_NET_WIDTH = 128, /* numbers of a representation */
    UNIFORM_NET_ALIGNMENT = 64, /* of memory, in bytes */
    UNIFORM_NET_MESSAGE = 256, /* bytes of a message */
    UNIFORM_NET_MOST_THREADS = 1024, /* of a pool */
};

enum {
    UNIFORM_NET_OK,
    UNIFORM_NET_PROCESSOR, /* this processor has none of the targets' instructions */
    UNIFORM_NET_MEMORY,    /* there is no memory */
    UNIFORM_NET_FILE,      /* a file cannot be opened or written */
    UNIFORM_NET_WEIGHTS,   /* a file is damaged, or is of another model */
    UNIFORM_NET_ARGUMENT   /* NULL, not aligned, too small, or 0 */
};
const char *uniform_net_message(int status);

/* The target that this processor uses; NULL where it has none. */
const char *uniform_net_target(void);

/* Threads that compute together, used by one call at a time; a NULL pool is the calling thread alone. A
   result has the same bits for any number of threads. uniform_net_pool_create starts the system's threads;
   NULL: it has none, or no memory. For threads of your own fill one in: `run` calls tile(table, i, worker)
   for each i below `tiles`, with workers below `threads`, never two at once with the same worker. */
typedef void uniform_net_tile(void **table, intptr_t tile, intptr_t worker);
typedef struct uniform_net_pool {
    int threads;
    void *context;
    void (*run)(void *context, uniform_net_tile *tile, void **table, intptr_t tiles);
} uniform_net_pool;
uniform_net_pool *uniform_net_pool_create(int threads);
void uniform_net_pool_destroy(uniform_net_pool *pool);

/* Bytes of `memory`, which holds the weights, and of an arena, where a call computes; both aligned to
   UNIFORM_NET_ALIGNMENT. 0: this processor does not have the target. Each thread that calls needs an arena
   of its own. Nothing in an arena is needed after a call. */
size_t uniform_net_memory_bytes(const char *target);
size_t uniform_net_arena_bytes(const char *target, int threads);

/* Fills `memory`, from a safetensors file or from a file's bytes. */
int uniform_net_load(void *memory, size_t memory_bytes, const char *target, const char *path,
        const uniform_net_pool *pool, char *message);
int uniform_net_load_memory(void *memory, size_t memory_bytes, const char *target, const void *file,
        size_t file_bytes, const uniform_net_pool *pool, char *message);

/* The tensors that a file has to hold: the name of one, and how long its axes are there. `shape` and `rank`
   may be NULL. NULL behind the last. */
const char *uniform_net_tensor(size_t number, const uint64_t **shape, int *rank);

/* `count` representations, UNIFORM_NET_WIDTH floats each, of `count` images: UNIFORM_NET_INPUT floats each,
   row by row, the channels of a pixel side by side, normalized: (value − mean) / deviation of values from 0
   to 1, mean 0.286, deviation 0.353. Any number of them: they are computed in batches of 1. Threads may
   share `memory`, which is only read. */
int uniform_net_embed(const void *memory, const float *images, size_t count, float *out, void *arena,
        size_t arena_bytes, const uniform_net_pool *pool);

/* The representation of one picture of up to 14336 pixels a side: red, green and blue bytes, or grey ones,
   `stride` bytes from one row to the next. It is resized, cut to its middle and normalized as invar embed
   does it, with the same bits. */
int uniform_net_embed_rgb8(const void *memory, const uint8_t *pixels, size_t width, size_t height,
        size_t stride, float *out, void *arena, size_t arena_bytes, const uniform_net_pool *pool);
int uniform_net_embed_grey8(const void *memory, const uint8_t *pixels, size_t width, size_t height,
        size_t stride, float *out, void *arena, size_t arena_bytes, const uniform_net_pool *pool);

#ifdef __cplusplus
}
#endif
#endif
