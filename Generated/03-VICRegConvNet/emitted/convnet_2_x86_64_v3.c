/* How convnet_2 is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in convnet_2_x86_64_v3_kernels.S. */
#include "convnet_2_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) convnet_2_AT(convnet_2_ARENA, bytes)
#define STATES(bytes) convnet_2_AT(convnet_2_STATES, bytes)
#define SOURCES(bytes) convnet_2_AT(convnet_2_SOURCES, bytes)
#define KEPT(bytes) convnet_2_AT(convnet_2_KEPT, bytes)
#define SHARED(bytes) convnet_2_AT(convnet_2_SHARED, bytes)
#define WORKERS(bytes) convnet_2_AT(convnet_2_WORKERS, bytes)
#define INPUTS(bytes) convnet_2_AT(convnet_2_INPUTS, bytes)

extern convnet_2_tile convnet_2_x86_64_v3_k0; /* loop.f32.1x1x16 */
extern convnet_2_tile convnet_2_x86_64_v3_k1; /* pack.f32.1x9x16 */
extern convnet_2_tile convnet_2_x86_64_v3_k2; /* convolution.f32.1x28x28x1_3x3x1x16_1x28x28x16 */
extern convnet_2_tile convnet_2_x86_64_v3_k3; /* maxpool.f32.1x28x28x16.k2x2s2x2 */
extern convnet_2_tile convnet_2_x86_64_v3_k4; /* loop.f32.1x1x32 */
extern convnet_2_tile convnet_2_x86_64_v3_k5; /* winograd.weights.f32.16x32 */
extern convnet_2_tile convnet_2_x86_64_v3_k6; /* convolution.f32.1x14x14x16_3x3x16x32_1x14x14x32.winograd */
extern convnet_2_tile convnet_2_x86_64_v3_k7; /* combine.f32.1x32 */
extern convnet_2_tile convnet_2_x86_64_v3_k8; /* loop.f32.1x1x32 */

static const struct convnet_2_phase once0[] = {
    {convnet_2_x86_64_v3_k1, 1, 0, 2}, /* encoder.conv1 */
    {convnet_2_x86_64_v3_k5, 2, 2, 2}, /* encoder.conv2 */
};

static const struct convnet_2_phase run0[] = {
    {convnet_2_x86_64_v3_k0, 1, 4, 6}, /* encoder.bn1 */
    {convnet_2_x86_64_v3_k2, 4, 10, 8}, /* encoder.conv1 */
    {convnet_2_x86_64_v3_k3, 4, 18, 2}, /* encoder */
    {convnet_2_x86_64_v3_k4, 1, 20, 6}, /* encoder.bn2 */
    {convnet_2_x86_64_v3_k6, 1, 26, 9}, /* encoder.conv2 */
    {convnet_2_x86_64_v3_k7, 1, 35, 2}, /* encoder.conv2 */
    {convnet_2_x86_64_v3_k8, 1, 37, 2}, /* encoder */
};

static const uint64_t outputs0[] = {ARENA(25344)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(576), KEPT(576),
    STATES(192), STATES(0), STATES(128), STATES(64), ARENA(50176), ARENA(50240),
    INPUTS(0), KEPT(0), ARENA(0), WORKERS(0), ARENA(0), ARENA(50176), ARENA(50240), ARENA(0),
    ARENA(0), ARENA(50176),
    STATES(640), STATES(256), STATES(512), STATES(384), ARENA(25088), ARENA(25216),
    ARENA(50176), KEPT(576), ARENA(0), WORKERS(0), ARENA(0), ARENA(25088), ARENA(25216), ARENA(25344), SHARED(0),
    SHARED(0), ARENA(25344),
    ARENA(25344), ARENA(25344),
};

static const struct convnet_2_state states[] = {
    {"encoder.bn1.bias", "bn1.bias", STATES(64), 16, {16}, 1, 0},
    {"encoder.bn1.running_mean", "bn1.running_mean", STATES(128), 16, {16}, 1, 0},
    {"encoder.bn1.running_var", "bn1.running_var", STATES(192), 16, {16}, 1, 0},
    {"encoder.bn1.weight", "bn1.weight", STATES(0), 16, {16}, 1, 0},
    {"encoder.bn2.bias", "bn2.bias", STATES(384), 32, {32}, 1, 0},
    {"encoder.bn2.running_mean", "bn2.running_mean", STATES(512), 32, {32}, 1, 0},
    {"encoder.bn2.running_var", "bn2.running_var", STATES(640), 32, {32}, 1, 0},
    {"encoder.bn2.weight", "bn2.weight", STATES(256), 32, {32}, 1, 0},
    {"encoder.conv1.weight", "conv1.weight", SOURCES(0), 144, {16, 1, 3, 3}, 4, 1},
    {"encoder.conv2.weight", "conv2.weight", SOURCES(576), 4608, {32, 16, 3, 3}, 4, 1},
};

static const struct convnet_2_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 128},
};

convnet_2_HIDDEN const struct convnet_2_code convnet_2_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = convnet_2_X86_64_V3,
    .mark = UINT64_C(0xe8c26849aee27440),
    .bytes = {
        [convnet_2_ARENA] = 62720,
        [convnet_2_STATES] = 768,
        [convnet_2_SOURCES] = 19008,
        [convnet_2_KEPT] = 74304,
        [convnet_2_SHARED] = 128,
        [convnet_2_WORKERS] = 131392,
        [convnet_2_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
