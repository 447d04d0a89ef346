/* How byol_variance is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in byol_variance_x86_64_v3_kernels.S. */
#include "byol_variance_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) byol_variance_AT(byol_variance_ARENA, bytes)
#define STATES(bytes) byol_variance_AT(byol_variance_STATES, bytes)
#define SOURCES(bytes) byol_variance_AT(byol_variance_SOURCES, bytes)
#define KEPT(bytes) byol_variance_AT(byol_variance_KEPT, bytes)
#define SHARED(bytes) byol_variance_AT(byol_variance_SHARED, bytes)
#define WORKERS(bytes) byol_variance_AT(byol_variance_WORKERS, bytes)
#define INPUTS(bytes) byol_variance_AT(byol_variance_INPUTS, bytes)

extern byol_variance_tile byol_variance_x86_64_v3_k0; /* pack.f32.1x9x16 */
extern byol_variance_tile byol_variance_x86_64_v3_k1; /* convolution.f32.1x28x28x1_3x3x1x16_1x14x14x16 */
extern byol_variance_tile byol_variance_x86_64_v3_k2; /* loop.f32.1x1x16 */
extern byol_variance_tile byol_variance_x86_64_v3_k3; /* pack.f32.1x144x32 */
extern byol_variance_tile byol_variance_x86_64_v3_k4; /* convolution.f32.1x14x14x16_3x3x16x32_1x7x7x32 */
extern byol_variance_tile byol_variance_x86_64_v3_k5; /* loop.f32.1x1x32 */
extern byol_variance_tile byol_variance_x86_64_v3_k6; /* loop.f32.1x1x64 */
extern byol_variance_tile byol_variance_x86_64_v3_k7; /* pack.f32.1x288x64 */
extern byol_variance_tile byol_variance_x86_64_v3_k8; /* convolution.f32.1x7x7x32_3x3x32x64_1x4x4x64 */
extern byol_variance_tile byol_variance_x86_64_v3_k9; /* combine.f32.1x64 */
extern byol_variance_tile byol_variance_x86_64_v3_k10; /* loop.f32.1x1x64 */

static const struct byol_variance_phase once0[] = {
    {byol_variance_x86_64_v3_k0, 1, 0, 2}, /* encoder.conv1 */
    {byol_variance_x86_64_v3_k3, 2, 2, 2}, /* encoder.conv2 */
    {byol_variance_x86_64_v3_k7, 4, 4, 2}, /* encoder.conv3 */
};

static const struct byol_variance_phase run0[] = {
    {byol_variance_x86_64_v3_k1, 1, 6, 4}, /* encoder.conv1 */
    {byol_variance_x86_64_v3_k2, 1, 10, 6}, /* encoder.bn1 */
    {byol_variance_x86_64_v3_k4, 2, 16, 7}, /* encoder.conv2 */
    {byol_variance_x86_64_v3_k5, 1, 23, 6}, /* encoder.bn2 */
    {byol_variance_x86_64_v3_k6, 1, 29, 6}, /* encoder.bn3 */
    {byol_variance_x86_64_v3_k8, 4, 35, 12}, /* encoder.conv3 */
    {byol_variance_x86_64_v3_k9, 1, 47, 2}, /* encoder.conv3 */
    {byol_variance_x86_64_v3_k10, 1, 49, 2}, /* encoder */
};

static const uint64_t outputs0[] = {ARENA(4608)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(576), KEPT(576),
    SOURCES(19008), KEPT(19008),
    INPUTS(0), KEPT(0), ARENA(0), WORKERS(0),
    STATES(192), STATES(0), STATES(128), STATES(64), ARENA(18816), ARENA(18880),
    ARENA(12544), KEPT(576), ARENA(12544), WORKERS(0), ARENA(0), ARENA(18816), ARENA(18880),
    STATES(640), STATES(256), STATES(512), STATES(384), ARENA(4864), ARENA(4992),
    STATES(1536), STATES(768), STATES(1280), STATES(1024), ARENA(4096), ARENA(4352),
    ARENA(0), KEPT(19008), ARENA(0), WORKERS(0), ARENA(12544), ARENA(4864), ARENA(4992), ARENA(0), ARENA(4096), ARENA(4352), ARENA(4608), SHARED(0),
    SHARED(0), ARENA(4608),
    ARENA(4608), ARENA(4608),
};

static const struct byol_variance_state states[] = {
    {"encoder.bn1.bias", "bn1.bias", STATES(64), 16, {16}, 1, 0},
    {"encoder.bn1.running_mean", "bn1.running_mean", STATES(128), 16, {16}, 1, 0},
    {"encoder.bn1.running_var", "bn1.running_var", STATES(192), 16, {16}, 1, 0},
    {"encoder.bn1.weight", "bn1.weight", STATES(0), 16, {16}, 1, 0},
    {"encoder.bn2.bias", "bn2.bias", STATES(384), 32, {32}, 1, 0},
    {"encoder.bn2.running_mean", "bn2.running_mean", STATES(512), 32, {32}, 1, 0},
    {"encoder.bn2.running_var", "bn2.running_var", STATES(640), 32, {32}, 1, 0},
    {"encoder.bn2.weight", "bn2.weight", STATES(256), 32, {32}, 1, 0},
    {"encoder.bn3.bias", "bn3.bias", STATES(1024), 64, {64}, 1, 0},
    {"encoder.bn3.running_mean", "bn3.running_mean", STATES(1280), 64, {64}, 1, 0},
    {"encoder.bn3.running_var", "bn3.running_var", STATES(1536), 64, {64}, 1, 0},
    {"encoder.bn3.weight", "bn3.weight", STATES(768), 64, {64}, 1, 0},
    {"encoder.conv1.weight", "conv1.weight", SOURCES(0), 144, {16, 1, 3, 3}, 4, 1},
    {"encoder.conv2.weight", "conv2.weight", SOURCES(576), 4608, {32, 16, 3, 3}, 4, 1},
    {"encoder.conv3.weight", "conv3.weight", SOURCES(19008), 18432, {64, 32, 3, 3}, 4, 1},
};

static const struct byol_variance_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 256},
};

byol_variance_HIDDEN const struct byol_variance_code byol_variance_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = byol_variance_X86_64_V3,
    .mark = UINT64_C(0x6b88112e18d6dfe6),
    .bytes = {
        [byol_variance_ARENA] = 18944,
        [byol_variance_STATES] = 1792,
        [byol_variance_SOURCES] = 92736,
        [byol_variance_KEPT] = 92736,
        [byol_variance_SHARED] = 256,
        [byol_variance_WORKERS] = 14464,
        [byol_variance_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
