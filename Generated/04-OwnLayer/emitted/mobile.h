/* mobile.h: the encoder of mobile, as C.
   Written by invar emit 0.1.0 for x86-64-v3.

       char message[MOBILE_MESSAGE];
       size_t memory_bytes = mobile_memory_bytes(NULL), arena_bytes = mobile_arena_bytes(NULL, 1);
       void *memory = aligned_alloc(MOBILE_ALIGNMENT, memory_bytes);
       void *arena = aligned_alloc(MOBILE_ALIGNMENT, arena_bytes);
       mobile_load(memory, memory_bytes, NULL, "encoder.safetensors", NULL, message);
       float representation[MOBILE_WIDTH];
       mobile_embed_rgb8(memory, pixels, width, height, 3 * width, representation, arena, arena_bytes, NULL);

   Functions that return int give a status, and none of them ends the program. A `message` is NULL or has
   room for MOBILE_MESSAGE bytes. A `target` is one of the names above, or NULL for the best that this
   processor has. Memory is the caller's: what computes allocates nothing and takes no lock. */
#ifndef MOBILE_H
#define MOBILE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    MOBILE_IMAGE_HEIGHT = 28, /* rows of pixels */
    MOBILE_IMAGE_WIDTH = 28, /* pixels of a row */
    MOBILE_IMAGE_CHANNELS = 1, /* grey */
    MOBILE_INPUT = 784, /* numbers of an image */
    MOBILE_WIDTH = 64, /* numbers of a representation */
    MOBILE_ALIGNMENT = 64, /* of memory, in bytes */
    MOBILE_MESSAGE = 256, /* bytes of a message */
    MOBILE_MOST_THREADS = 1024, /* of a pool */
};

enum {
    MOBILE_OK,
    MOBILE_PROCESSOR, /* this processor has none of the targets' instructions */
    MOBILE_MEMORY,    /* there is no memory */
    MOBILE_FILE,      /* a file cannot be opened or written */
    MOBILE_WEIGHTS,   /* a file is damaged, or is of another model */
    MOBILE_ARGUMENT   /* NULL, not aligned, too small, or 0 */
};
const char *mobile_message(int status);

/* The target that this processor uses; NULL where it has none. */
const char *mobile_target(void);

/* Threads that compute together, used by one call at a time; a NULL pool is the calling thread alone. A
   result has the same bits for any number of threads. mobile_pool_create starts the system's threads; NULL:
   it has none, or no memory. For threads of your own fill one in: `run` calls tile(table, i, worker) for
   each i below `tiles`, with workers below `threads`, never two at once with the same worker. */
typedef void mobile_tile(void **table, intptr_t tile, intptr_t worker);
typedef struct mobile_pool {
    int threads;
    void *context;
    void (*run)(void *context, mobile_tile *tile, void **table, intptr_t tiles);
} mobile_pool;
mobile_pool *mobile_pool_create(int threads);
void mobile_pool_destroy(mobile_pool *pool);

/* Bytes of `memory`, which holds the weights, and of an arena, where a call computes; both aligned to
   MOBILE_ALIGNMENT. 0: this processor does not have the target. Each thread that calls needs an arena of its
   own. Nothing in an arena is needed after a call. */
size_t mobile_memory_bytes(const char *target);
size_t mobile_arena_bytes(const char *target, int threads);

/* Fills `memory`, from a safetensors file or from a file's bytes. */
int mobile_load(void *memory, size_t memory_bytes, const char *target, const char *path,
        const mobile_pool *pool, char *message);
int mobile_load_memory(void *memory, size_t memory_bytes, const char *target, const void *file,
        size_t file_bytes, const mobile_pool *pool, char *message);

/* The tensors that a file has to hold: the name of one, and how long its axes are there. `shape` and `rank`
   may be NULL. NULL behind the last. */
const char *mobile_tensor(size_t number, const uint64_t **shape, int *rank);

/* `count` representations, MOBILE_WIDTH floats each, of `count` images: MOBILE_INPUT floats each, row by
   row, the channels of a pixel side by side, normalized: (value − mean) / deviation of values from 0 to 1,
   mean 0.286, deviation 0.353. Any number of them: they are computed in batches of 1. Threads may share
   `memory`, which is only read. */
int mobile_embed(const void *memory, const float *images, size_t count, float *out, void *arena,
        size_t arena_bytes, const mobile_pool *pool);

/* The representation of one picture of up to 14336 pixels a side: red, green and blue bytes, or grey ones,
   `stride` bytes from one row to the next. It is resized, cut to its middle and normalized as invar embed
   does it, with the same bits. */
int mobile_embed_rgb8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride,
        float *out, void *arena, size_t arena_bytes, const mobile_pool *pool);
int mobile_embed_grey8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride,
        float *out, void *arena, size_t arena_bytes, const mobile_pool *pool);

#ifdef __cplusplus
}
#endif
#endif
