/* How gated is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in gated_x86_64_v3_kernels.S. */
#include "gated_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) gated_AT(gated_ARENA, bytes)
#define STATES(bytes) gated_AT(gated_STATES, bytes)
#define SOURCES(bytes) gated_AT(gated_SOURCES, bytes)
#define KEPT(bytes) gated_AT(gated_KEPT, bytes)
#define SHARED(bytes) gated_AT(gated_SHARED, bytes)
#define WORKERS(bytes) gated_AT(gated_WORKERS, bytes)
#define INPUTS(bytes) gated_AT(gated_INPUTS, bytes)

extern gated_tile gated_x86_64_v3_k0; /* loop.f32.1x1x16 */
extern gated_tile gated_x86_64_v3_k1; /* pack.f32.1x9x16 */
extern gated_tile gated_x86_64_v3_k2; /* convolution.f32.1x28x28x1_3x3x1x16_1x14x14x16 */
extern gated_tile gated_x86_64_v3_k3; /* combine.f32.1x16 */
extern gated_tile gated_x86_64_v3_k4; /* loop.f32.1x1x16 */
extern gated_tile gated_x86_64_v3_k5; /* pack.f32.1x16x4 */
extern gated_tile gated_x86_64_v3_k6; /* matmul.f32.1x16_4x16_1x4 */
extern gated_tile gated_x86_64_v3_k7; /* pack.f32.1x4x16 */
extern gated_tile gated_x86_64_v3_k8; /* matmul.f32.1x4_16x4_1x16 */
extern gated_tile gated_x86_64_v3_k9; /* loop.f32.1x1x32 */
extern gated_tile gated_x86_64_v3_k10; /* pack.f32.1x144x32 */
extern gated_tile gated_x86_64_v3_k11; /* convolution.f32.1x14x14x16_3x3x16x32_1x7x7x32 */
extern gated_tile gated_x86_64_v3_k12; /* combine.f32.1x32 */
extern gated_tile gated_x86_64_v3_k13; /* loop.f32.1x1x32 */
extern gated_tile gated_x86_64_v3_k14; /* pack.f32.1x32x8 */
extern gated_tile gated_x86_64_v3_k15; /* matmul.f32.1x32_8x32_1x8 */
extern gated_tile gated_x86_64_v3_k16; /* pack.f32.1x8x32 */
extern gated_tile gated_x86_64_v3_k17; /* matmul.f32.1x8_32x8_1x32 */
extern gated_tile gated_x86_64_v3_k18; /* loop.f32.1x1x64 */
extern gated_tile gated_x86_64_v3_k19; /* pack.f32.1x288x64 */
extern gated_tile gated_x86_64_v3_k20; /* convolution.f32.1x7x7x32_3x3x32x64_1x4x4x64 */
extern gated_tile gated_x86_64_v3_k21; /* combine.f32.1x64 */
extern gated_tile gated_x86_64_v3_k22; /* loop.f32.1x1x64 */
extern gated_tile gated_x86_64_v3_k23; /* pack.f32.1x64x16 */
extern gated_tile gated_x86_64_v3_k24; /* matmul.f32.1x64_16x64_1x16 */
extern gated_tile gated_x86_64_v3_k25; /* pack.f32.1x16x64 */
extern gated_tile gated_x86_64_v3_k26; /* matmul.f32.1x16_64x16_1x64 */

static const struct gated_phase once0[] = {
    {gated_x86_64_v3_k1, 1, 0, 2}, /* encoder.conv1 */
    {gated_x86_64_v3_k5, 1, 2, 2}, /* encoder.squeezeexcitation1.linear1 */
    {gated_x86_64_v3_k7, 1, 4, 2}, /* encoder.squeezeexcitation1.linear2 */
    {gated_x86_64_v3_k10, 2, 6, 2}, /* encoder.conv2 */
    {gated_x86_64_v3_k14, 1, 8, 2}, /* encoder.squeezeexcitation2.linear1 */
    {gated_x86_64_v3_k16, 2, 10, 2}, /* encoder.squeezeexcitation2.linear2 */
    {gated_x86_64_v3_k19, 4, 12, 2}, /* encoder.conv3 */
    {gated_x86_64_v3_k23, 1, 14, 2}, /* encoder.squeezeexcitation3.linear1 */
    {gated_x86_64_v3_k25, 4, 16, 2}, /* encoder.squeezeexcitation3.linear2 */
};

static const struct gated_phase run0[] = {
    {gated_x86_64_v3_k0, 1, 18, 3}, /* encoder.rootmeansquarenorm1 */
    {gated_x86_64_v3_k2, 1, 21, 9}, /* encoder.conv1 */
    {gated_x86_64_v3_k3, 1, 30, 2}, /* encoder.conv1 */
    {gated_x86_64_v3_k4, 1, 32, 2}, /* encoder.squeezeexcitation1 */
    {gated_x86_64_v3_k6, 1, 34, 7}, /* encoder.squeezeexcitation1.linear1 */
    {gated_x86_64_v3_k8, 1, 41, 7}, /* encoder.squeezeexcitation1.linear2 */
    {gated_x86_64_v3_k9, 1, 48, 3}, /* encoder.rootmeansquarenorm2 */
    {gated_x86_64_v3_k11, 2, 51, 11}, /* encoder.conv2 */
    {gated_x86_64_v3_k12, 1, 62, 2}, /* encoder.conv2 */
    {gated_x86_64_v3_k13, 1, 64, 2}, /* encoder.squeezeexcitation2 */
    {gated_x86_64_v3_k15, 1, 66, 7}, /* encoder.squeezeexcitation2.linear1 */
    {gated_x86_64_v3_k17, 2, 73, 7}, /* encoder.squeezeexcitation2.linear2 */
    {gated_x86_64_v3_k18, 1, 80, 3}, /* encoder.rootmeansquarenorm3 */
    {gated_x86_64_v3_k20, 4, 83, 10}, /* encoder.conv3 */
    {gated_x86_64_v3_k21, 1, 93, 2}, /* encoder.conv3 */
    {gated_x86_64_v3_k22, 1, 95, 2}, /* encoder.squeezeexcitation3 */
    {gated_x86_64_v3_k24, 1, 97, 7}, /* encoder.squeezeexcitation3.linear1 */
    {gated_x86_64_v3_k26, 4, 104, 8}, /* encoder.squeezeexcitation3.linear2 */
};

static const uint64_t outputs0[] = {ARENA(0)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(576), KEPT(576),
    SOURCES(832), KEPT(832),
    SOURCES(1088), KEPT(1088),
    SOURCES(19520), KEPT(19520),
    SOURCES(20544), KEPT(20544),
    SOURCES(21568), KEPT(21568),
    SOURCES(95296), KEPT(95296),
    SOURCES(99392), KEPT(99392),
    STATES(64), STATES(0), ARENA(12544),
    INPUTS(0), KEPT(0), ARENA(0), WORKERS(0), ARENA(0), ARENA(12544), ARENA(0), ARENA(12608), SHARED(0),
    SHARED(0), ARENA(12608),
    ARENA(12608), ARENA(12608),
    ARENA(12608), KEPT(576), ARENA(12544), WORKERS(0), ARENA(12544), STATES(128), ARENA(12544),
    ARENA(12544), KEPT(832), ARENA(19072), WORKERS(0), ARENA(19072), STATES(192), ARENA(19072),
    STATES(384), STATES(256), ARENA(18816),
    ARENA(12544), KEPT(1088), ARENA(12544), WORKERS(0), ARENA(0), ARENA(19072), ARENA(12544), ARENA(18816), ARENA(12544), ARENA(18944), SHARED(0),
    SHARED(0), ARENA(18944),
    ARENA(18944), ARENA(18944),
    ARENA(18944), KEPT(19520), ARENA(0), WORKERS(0), ARENA(0), STATES(512), ARENA(0),
    ARENA(0), KEPT(20544), ARENA(4608), WORKERS(0), ARENA(4608), STATES(576), ARENA(4608),
    STATES(960), STATES(704), ARENA(4096),
    ARENA(0), KEPT(21568), ARENA(0), WORKERS(0), ARENA(12544), ARENA(4608), ARENA(0), ARENA(4096), ARENA(4352), SHARED(0),
    SHARED(0), ARENA(4352),
    ARENA(4352), ARENA(0),
    ARENA(0), KEPT(95296), ARENA(256), WORKERS(0), ARENA(256), STATES(1216), ARENA(256),
    ARENA(256), KEPT(99392), ARENA(0), WORKERS(0), ARENA(0), STATES(1280), ARENA(4352), ARENA(0),
};

static const struct gated_state states[] = {
    {"encoder.conv1.weight", "conv1.weight", SOURCES(0), 144, {16, 1, 3, 3}, 4, 1},
    {"encoder.conv2.weight", "conv2.weight", SOURCES(1088), 4608, {32, 16, 3, 3}, 4, 1},
    {"encoder.conv3.weight", "conv3.weight", SOURCES(21568), 18432, {64, 32, 3, 3}, 4, 1},
    {"encoder.rootmeansquarenorm1.running_square", "rootmeansquarenorm1.running_square", STATES(64), 16, {16}, 1, 0},
    {"encoder.rootmeansquarenorm1.weight", "rootmeansquarenorm1.weight", STATES(0), 16, {16}, 1, 0},
    {"encoder.rootmeansquarenorm2.running_square", "rootmeansquarenorm2.running_square", STATES(384), 32, {32}, 1, 0},
    {"encoder.rootmeansquarenorm2.weight", "rootmeansquarenorm2.weight", STATES(256), 32, {32}, 1, 0},
    {"encoder.rootmeansquarenorm3.running_square", "rootmeansquarenorm3.running_square", STATES(960), 64, {64}, 1, 0},
    {"encoder.rootmeansquarenorm3.weight", "rootmeansquarenorm3.weight", STATES(704), 64, {64}, 1, 0},
    {"encoder.squeezeexcitation1.linear1.bias", "squeezeexcitation1.linear1.bias", STATES(128), 4, {4}, 1, 0},
    {"encoder.squeezeexcitation1.linear1.weight", "squeezeexcitation1.linear1.weight", SOURCES(576), 64, {4, 16}, 2, 0},
    {"encoder.squeezeexcitation1.linear2.bias", "squeezeexcitation1.linear2.bias", STATES(192), 16, {16}, 1, 0},
    {"encoder.squeezeexcitation1.linear2.weight", "squeezeexcitation1.linear2.weight", SOURCES(832), 64, {16, 4}, 2, 0},
    {"encoder.squeezeexcitation2.linear1.bias", "squeezeexcitation2.linear1.bias", STATES(512), 8, {8}, 1, 0},
    {"encoder.squeezeexcitation2.linear1.weight", "squeezeexcitation2.linear1.weight", SOURCES(19520), 256, {8, 32}, 2, 0},
    {"encoder.squeezeexcitation2.linear2.bias", "squeezeexcitation2.linear2.bias", STATES(576), 32, {32}, 1, 0},
    {"encoder.squeezeexcitation2.linear2.weight", "squeezeexcitation2.linear2.weight", SOURCES(20544), 256, {32, 8}, 2, 0},
    {"encoder.squeezeexcitation3.linear1.bias", "squeezeexcitation3.linear1.bias", STATES(1216), 16, {16}, 1, 0},
    {"encoder.squeezeexcitation3.linear1.weight", "squeezeexcitation3.linear1.weight", SOURCES(95296), 1024, {16, 64}, 2, 0},
    {"encoder.squeezeexcitation3.linear2.bias", "squeezeexcitation3.linear2.bias", STATES(1280), 64, {64}, 1, 0},
    {"encoder.squeezeexcitation3.linear2.weight", "squeezeexcitation3.linear2.weight", SOURCES(99392), 1024, {64, 16}, 2, 0},
};

static const struct gated_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 256},
};

gated_HIDDEN const struct gated_code gated_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = gated_X86_64_V3,
    .mark = UINT64_C(0x7cfaaaa2666e7ebf),
    .bytes = {
        [gated_ARENA] = 19136,
        [gated_STATES] = 1536,
        [gated_SOURCES] = 103488,
        [gated_KEPT] = 103488,
        [gated_SHARED] = 256,
        [gated_WORKERS] = 14464,
        [gated_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
