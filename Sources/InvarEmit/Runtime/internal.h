/* What the files of NAME share, and callers do not see. */
#ifndef NAME_INTERNAL_H
#define NAME_INTERNAL_H

#include "NAME.h"
#include "NAME_sizes.h"

/* Callers see what is in NAME.h and nothing else. */
#if defined(__GNUC__)
#define NAME_HIDDEN __attribute__((visibility("hidden")))
#pragma GCC visibility push(hidden)
#else
#define NAME_HIDDEN
#endif

/* ---- What is computed: tables that the compiler of the model wrote ---- */

/* Pieces of memory that kernels work on. */
enum NAME_region { NAME_ARENA, NAME_STATES, NAME_SOURCES, NAME_KEPT, NAME_SHARED, NAME_WORKERS, NAME_INPUTS, NAME_REGIONS };

/* An address: a region, and so many bytes into it. */
#define NAME_AT(region, bytes) ((uint64_t)(region) << 56 | (uint64_t)(bytes))
#define NAME_BYTES(place) ((place) & ((UINT64_C(1) << 56) - 1))

/* A kernel over its tiles, with the addresses that it works on. */
struct NAME_phase { NAME_tile *kernel; uint32_t tiles, first, count; };

struct NAME_phases { const struct NAME_phase *list; size_t count; };

/* What is computed for so many images together. */
struct NAME_program {
    size_t batch;
    /* What is made of the weights once, and what a run consists of. */
    struct NAME_phases once, run;
    /* Where a run leaves its results. */
    const uint64_t *outputs;
    /* Bytes from one row of the first result to the next. */
    size_t row;
};

/* A tensor of the model. */
struct NAME_state {
    /* In a checkpoint; and in an encoder's file, NULL where it is no part of the encoder. */
    const char *name, *encoder_name;
    uint64_t place;
    size_t elements;
    /* As in a file. */
    uint64_t shape[4];
    int rank, is_convolution;
};

struct NAME_states { const struct NAME_state *list; size_t count; };

enum NAME_instructions { NAME_X86_64_V2, NAME_X86_64_V3, NAME_X86_64_V4, NAME_AARCH64 };

/* The whole model for one kind of processor. */
struct NAME_code {
    const char *target;
    enum NAME_instructions needs;
    /* Tells its weights in memory from those of other models and targets. */
    uint64_t mark;
    /* Bytes of each region; of the workers' for one of them. */
    size_t bytes[NAME_REGIONS];
    const uint64_t *places;
    struct NAME_states states;
    const struct NAME_program *programs;
    size_t program_count;
};

/* The best first, and NULL behind the last. */
extern const struct NAME_code *const NAME_codes[];

/* ---- What runs it ---- */

/* What a model's memory begins with; the states follow, and then what is kept. */
struct NAME_head {
    uint64_t mark, steps;
    /* Sums over the steps of an epoch: the loss, its terms, seconds. */
    double totals[UPPER_TERMS + 1];
};
#define NAME_HEAD_BYTES ((sizeof(struct NAME_head) + UPPER_ALIGNMENT - 1) / UPPER_ALIGNMENT * UPPER_ALIGNMENT)

typedef void NAME_metadata_reader(void *context, const char *key, const char *value);

int NAME_has(enum NAME_instructions wanted);
/* The code that memory was loaded for; NULL where it is not memory that NAME_load filled. */
const struct NAME_code *NAME_code_of(const void *memory);
/* UPPER_OK where arena and pool can be used with this code. */
int NAME_check_arena(const struct NAME_code *code, const void *arena, size_t arena_bytes, const NAME_pool *pool);
/* Where each region begins; without an arena those that are in `memory`. */
void NAME_bases(const struct NAME_code *code, const void *memory, void *arena, char *bases[NAME_REGIONS]);
void NAME_run(const struct NAME_code *code, struct NAME_phases phases, char *const bases[], const NAME_pool *pool);
/* Where the pixels' memory lies in an arena. */
void *NAME_pixel_memory(const struct NAME_code *code, void *arena);

/* Keeps the words in `message`, where that is not NULL, and returns the status. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
int NAME_say(char *message, int status, const char *format, ...);
int NAME_map(const char *path, const void **bytes, size_t *size, char *message);
void NAME_unmap(const void *bytes, size_t size);
/* Finds each state's bytes in a file. */
int NAME_read_tensors(const void *file, size_t size, const struct NAME_states *states, const unsigned char **found,
                      NAME_metadata_reader *reader, void *context, char *message);
void NAME_copy_tensor(const struct NAME_state *state, const unsigned char *from, void *to);

#if UPPER_HAS_PIXELS
/* An image of bytes as the encoder takes it. UPPER_ARGUMENT where it is no image. */
size_t NAME_pixel_bytes(void);
int NAME_prepare(const uint8_t *pixels, size_t width, size_t height, size_t stride, int channels, float *image, void *memory);
#endif

/* What a file says of its tensors. */
struct NAME_metadata { uint64_t steps; double totals[UPPER_TERMS + 1]; int has_checksum; char checksum[24]; };
void NAME_read_metadata(void *metadata, const char *key, const char *value);
/* Whether a file can be gone on from. */
int NAME_check_state(const struct NAME_code *code, const unsigned char *const *found, const struct NAME_metadata *metadata,
                     char *message);

#if UPPER_IS_TRAINING
/* What a step is given, and where it goes. */
enum NAME_kind { NAME_TENSOR, NAME_SCALAR, NAME_RANDOM };
struct NAME_field {
    enum NAME_kind kind;
    /* Bytes into the caller's inputs, and into the arena's. */
    size_t field, place, elements;
    /* Of a random one: a hash of its name. */
    uint64_t name;
};
extern const struct NAME_field NAME_fields[];
extern const size_t NAME_field_count;
uint64_t NAME_seed_of(const NAME_inputs *inputs);

/* What a file says of itself, in the order of the keys. */
struct NAME_pair { const char *key, *value; };
enum { UPPER_MOST_PAIRS = 10 };
size_t NAME_pairs(int of_encoder, const char *checksum, const char *progress, const char *steps, const char *tensors,
                  struct NAME_pair *pairs);
#endif

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#endif
