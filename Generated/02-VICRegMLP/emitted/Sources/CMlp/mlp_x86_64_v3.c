/* How mlp is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in mlp_x86_64_v3_kernels.S. */
#include "mlp_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) mlp_AT(mlp_ARENA, bytes)
#define STATES(bytes) mlp_AT(mlp_STATES, bytes)
#define SOURCES(bytes) mlp_AT(mlp_SOURCES, bytes)
#define KEPT(bytes) mlp_AT(mlp_KEPT, bytes)
#define SHARED(bytes) mlp_AT(mlp_SHARED, bytes)
#define WORKERS(bytes) mlp_AT(mlp_WORKERS, bytes)
#define INPUTS(bytes) mlp_AT(mlp_INPUTS, bytes)

extern mlp_tile mlp_x86_64_v3_k0; /* pack.f32.1x784x256 */
extern mlp_tile mlp_x86_64_v3_k1; /* matmul.f32.1x784_256x784_1x256 */
extern mlp_tile mlp_x86_64_v3_k2; /* pack.f32.1x256x64 */
extern mlp_tile mlp_x86_64_v3_k3; /* matmul.f32.1x256_64x256_1x64 */

static const struct mlp_phase once0[] = {
    {mlp_x86_64_v3_k0, 16, 0, 2}, /* encoder.linear1 */
    {mlp_x86_64_v3_k2, 4, 2, 2}, /* encoder.linear2 */
};

static const struct mlp_phase run0[] = {
    {mlp_x86_64_v3_k1, 16, 4, 11}, /* encoder.linear1 */
    {mlp_x86_64_v3_k3, 4, 15, 7}, /* encoder.linear2 */
};

static const uint64_t outputs0[] = {ARENA(1024)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(802816), KEPT(802816),
    INPUTS(0), KEPT(0), ARENA(0), WORKERS(0), ARENA(0), STATES(4096), STATES(1024), STATES(0), STATES(3072), STATES(2048), ARENA(0),
    ARENA(0), KEPT(802816), ARENA(1024), WORKERS(0), ARENA(1024), STATES(5120), ARENA(1024),
};

static const struct mlp_state states[] = {
    {"encoder.bn1.bias", "bn1.bias", STATES(2048), 256, {256}, 1, 0},
    {"encoder.bn1.running_mean", "bn1.running_mean", STATES(3072), 256, {256}, 1, 0},
    {"encoder.bn1.running_var", "bn1.running_var", STATES(4096), 256, {256}, 1, 0},
    {"encoder.bn1.weight", "bn1.weight", STATES(1024), 256, {256}, 1, 0},
    {"encoder.linear1.bias", "linear1.bias", STATES(0), 256, {256}, 1, 0},
    {"encoder.linear1.weight", "linear1.weight", SOURCES(0), 200704, {256, 784}, 2, 0},
    {"encoder.linear2.bias", "linear2.bias", STATES(5120), 64, {64}, 1, 0},
    {"encoder.linear2.weight", "linear2.weight", SOURCES(802816), 16384, {64, 256}, 2, 0},
};

static const struct mlp_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 256},
};

mlp_HIDDEN const struct mlp_code mlp_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = mlp_X86_64_V3,
    .mark = UINT64_C(0x23d7fa36202b85e8),
    .bytes = {
        [mlp_ARENA] = 1280,
        [mlp_STATES] = 5376,
        [mlp_SOURCES] = 868352,
        [mlp_KEPT] = 868352,
        [mlp_SHARED] = 0,
        [mlp_WORKERS] = 0,
        [mlp_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
