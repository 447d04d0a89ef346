/* What the files of mlp share, and callers do not see. */
#ifndef mlp_INTERNAL_H
#define mlp_INTERNAL_H

#include "mlp.h"
#include "mlp_sizes.h"

/* Callers see what is in mlp.h and nothing else. */
#if defined(__GNUC__)
#define mlp_HIDDEN __attribute__((visibility("hidden")))
#pragma GCC visibility push(hidden)
#else
#define mlp_HIDDEN
#endif

/* ---- What is computed: tables that the compiler of the model wrote ---- */

/* Pieces of memory that kernels work on. */
enum mlp_region { mlp_ARENA, mlp_STATES, mlp_SOURCES, mlp_KEPT, mlp_SHARED, mlp_WORKERS, mlp_INPUTS, mlp_REGIONS };

/* An address: a region, and so many bytes into it. */
#define mlp_AT(region, bytes) ((uint64_t)(region) << 56 | (uint64_t)(bytes))
#define mlp_BYTES(place) ((place) & ((UINT64_C(1) << 56) - 1))

/* A kernel over its tiles, with the addresses that it works on. */
struct mlp_phase { mlp_tile *kernel; uint32_t tiles, first, count; };

struct mlp_phases { const struct mlp_phase *list; size_t count; };

/* What is computed for so many images together. */
struct mlp_program {
    size_t batch;
    /* What is made of the weights once, and what a run consists of. */
    struct mlp_phases once, run;
    /* Where a run leaves its results. */
    const uint64_t *outputs;
    /* Bytes from one row of the first result to the next. */
    size_t row;
};

/* A tensor of the model. */
struct mlp_state {
    /* In a checkpoint; and in an encoder's file, NULL where it is no part of the encoder. */
    const char *name, *encoder_name;
    uint64_t place;
    size_t elements;
    /* As in a file. */
    uint64_t shape[4];
    int rank, is_convolution;
};

struct mlp_states { const struct mlp_state *list; size_t count; };

enum mlp_instructions { mlp_X86_64_V2, mlp_X86_64_V3, mlp_X86_64_V4, mlp_AARCH64 };

/* The whole model for one kind of processor. */
struct mlp_code {
    const char *target;
    enum mlp_instructions needs;
    /* Tells its weights in memory from those of other models and targets. */
    uint64_t mark;
    /* Bytes of each region; of the workers' for one of them. */
    size_t bytes[mlp_REGIONS];
    const uint64_t *places;
    struct mlp_states states;
    const struct mlp_program *programs;
    size_t program_count;
};

/* The best first, and NULL behind the last. */
extern const struct mlp_code *const mlp_codes[];

/* ---- What runs it ---- */

/* What a model's memory begins with; the states follow, and then what is kept. */
struct mlp_head {
    uint64_t mark, steps;
    /* Sums over the steps of an epoch: the loss, its terms, seconds. */
    double totals[MLP_TERMS + 1];
};
#define mlp_HEAD_BYTES ((sizeof(struct mlp_head) + MLP_ALIGNMENT - 1) / MLP_ALIGNMENT * MLP_ALIGNMENT)

typedef void mlp_metadata_reader(void *context, const char *key, const char *value);

int mlp_has(enum mlp_instructions wanted);
/* The code that memory was loaded for; NULL where it is not memory that mlp_load filled. */
const struct mlp_code *mlp_code_of(const void *memory);
/* MLP_OK where arena and pool can be used with this code. */
int mlp_check_arena(const struct mlp_code *code, const void *arena, size_t arena_bytes, const mlp_pool *pool);
/* Where each region begins; without an arena those that are in `memory`. */
void mlp_bases(const struct mlp_code *code, const void *memory, void *arena, char *bases[mlp_REGIONS]);
void mlp_run(const struct mlp_code *code, struct mlp_phases phases, char *const bases[], const mlp_pool *pool);
/* Where the pixels' memory lies in an arena. */
void *mlp_pixel_memory(const struct mlp_code *code, void *arena);

/* Keeps the words in `message`, where that is not NULL, and returns the status. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
int mlp_say(char *message, int status, const char *format, ...);
int mlp_map(const char *path, const void **bytes, size_t *size, char *message);
void mlp_unmap(const void *bytes, size_t size);
/* Finds each state's bytes in a file. */
int mlp_read_tensors(const void *file, size_t size, const struct mlp_states *states, const unsigned char **found,
                      mlp_metadata_reader *reader, void *context, char *message);
void mlp_copy_tensor(const struct mlp_state *state, const unsigned char *from, void *to);

#if MLP_HAS_PIXELS
/* An image of bytes as the encoder takes it. MLP_ARGUMENT where it is no image. */
size_t mlp_pixel_bytes(void);
int mlp_prepare(const uint8_t *pixels, size_t width, size_t height, size_t stride, int channels, float *image, void *memory);
#endif

/* What a file says of its tensors. */
struct mlp_metadata { uint64_t steps; double totals[MLP_TERMS + 1]; int has_checksum; char checksum[24]; };
void mlp_read_metadata(void *metadata, const char *key, const char *value);
/* Whether a file can be gone on from. */
int mlp_check_state(const struct mlp_code *code, const unsigned char *const *found, const struct mlp_metadata *metadata,
                     char *message);

#if MLP_IS_TRAINING
/* What a step is given, and where it goes. */
enum mlp_kind { mlp_TENSOR, mlp_SCALAR, mlp_RANDOM };
struct mlp_field {
    enum mlp_kind kind;
    /* Bytes into the caller's inputs, and into the arena's. */
    size_t field, place, elements;
    /* Of a random one: a hash of its name. */
    uint64_t name;
};
extern const struct mlp_field mlp_fields[];
extern const size_t mlp_field_count;
uint64_t mlp_seed_of(const mlp_inputs *inputs);

/* What a file says of itself, in the order of the keys. */
struct mlp_pair { const char *key, *value; };
enum { MLP_MOST_PAIRS = 10 };
size_t mlp_pairs(int of_encoder, const char *checksum, const char *progress, const char *steps, const char *tensors,
                  struct mlp_pair *pairs);
#endif

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#endif
