/* How uniform_net is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in uniform_net_x86_64_v3_kernels.S. */
#include "uniform_net_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) uniform_net_AT(uniform_net_ARENA, bytes)
#define STATES(bytes) uniform_net_AT(uniform_net_STATES, bytes)
#define SOURCES(bytes) uniform_net_AT(uniform_net_SOURCES, bytes)
#define KEPT(bytes) uniform_net_AT(uniform_net_KEPT, bytes)
#define SHARED(bytes) uniform_net_AT(uniform_net_SHARED, bytes)
#define WORKERS(bytes) uniform_net_AT(uniform_net_WORKERS, bytes)
#define INPUTS(bytes) uniform_net_AT(uniform_net_INPUTS, bytes)

extern uniform_net_tile uniform_net_x86_64_v3_k0; /* pack.f32.1x9x32 */
extern uniform_net_tile uniform_net_x86_64_v3_k1; /* convolution.f32.1x28x28x1_3x3x1x32_1x28x28x32 */
extern uniform_net_tile uniform_net_x86_64_v3_k2; /* loop.f32.1x1x32 */
extern uniform_net_tile uniform_net_x86_64_v3_k3; /* pack.f32.1x288x64 */
extern uniform_net_tile uniform_net_x86_64_v3_k4; /* convolution.f32.1x28x28x32_3x3x32x64_1x14x14x64 */
extern uniform_net_tile uniform_net_x86_64_v3_k5; /* loop.f32.1x1x64 */
extern uniform_net_tile uniform_net_x86_64_v3_k6; /* loop.f32.1x1x128 */
extern uniform_net_tile uniform_net_x86_64_v3_k7; /* pack.f32.1x576x128 */
extern uniform_net_tile uniform_net_x86_64_v3_k8; /* convolution.f32.1x14x14x64_3x3x64x128_1x7x7x128 */
extern uniform_net_tile uniform_net_x86_64_v3_k9; /* combine.f32.1x128 */
extern uniform_net_tile uniform_net_x86_64_v3_k10; /* loop.f32.1x1x128 */

static const struct uniform_net_phase once0[] = {
    {uniform_net_x86_64_v3_k0, 2, 0, 2}, /* encoder.convblock1.conv1 */
    {uniform_net_x86_64_v3_k3, 4, 2, 2}, /* encoder.convblock2.conv1 */
    {uniform_net_x86_64_v3_k7, 8, 4, 2}, /* encoder.convblock3.conv1 */
};

static const struct uniform_net_phase run0[] = {
    {uniform_net_x86_64_v3_k1, 8, 6, 4}, /* encoder.convblock1.conv1 */
    {uniform_net_x86_64_v3_k2, 1, 10, 6}, /* encoder.convblock1.bn1 */
    {uniform_net_x86_64_v3_k4, 4, 16, 7}, /* encoder.convblock2.conv1 */
    {uniform_net_x86_64_v3_k5, 1, 23, 6}, /* encoder.convblock2.bn1 */
    {uniform_net_x86_64_v3_k6, 1, 29, 6}, /* encoder.convblock3.bn1 */
    {uniform_net_x86_64_v3_k8, 8, 35, 12}, /* encoder.convblock3.conv1 */
    {uniform_net_x86_64_v3_k9, 1, 47, 2}, /* encoder.convblock3.conv1 */
    {uniform_net_x86_64_v3_k10, 1, 49, 2}, /* encoder */
};

static const uint64_t outputs0[] = {ARENA(26112)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(1152), KEPT(1152),
    SOURCES(74880), KEPT(74880),
    INPUTS(0), KEPT(0), ARENA(0), WORKERS(0),
    STATES(384), STATES(0), STATES(256), STATES(128), ARENA(150528), ARENA(150656),
    ARENA(100352), KEPT(1152), ARENA(100352), WORKERS(0), ARENA(0), ARENA(150528), ARENA(150656),
    STATES(1280), STATES(512), STATES(1024), STATES(768), ARENA(26624), ARENA(26880),
    STATES(3072), STATES(1536), STATES(2560), STATES(2048), ARENA(25088), ARENA(25600),
    ARENA(0), KEPT(74880), ARENA(0), WORKERS(0), ARENA(100352), ARENA(26624), ARENA(26880), ARENA(0), ARENA(25088), ARENA(25600), ARENA(26112), SHARED(0),
    SHARED(0), ARENA(26112),
    ARENA(26112), ARENA(26112),
};

static const struct uniform_net_state states[] = {
    {"encoder.convblock1.bn1.bias", "convblock1.bn1.bias", STATES(128), 32, {32}, 1, 0},
    {"encoder.convblock1.bn1.running_mean", "convblock1.bn1.running_mean", STATES(256), 32, {32}, 1, 0},
    {"encoder.convblock1.bn1.running_var", "convblock1.bn1.running_var", STATES(384), 32, {32}, 1, 0},
    {"encoder.convblock1.bn1.weight", "convblock1.bn1.weight", STATES(0), 32, {32}, 1, 0},
    {"encoder.convblock1.conv1.weight", "convblock1.conv1.weight", SOURCES(0), 288, {32, 1, 3, 3}, 4, 1},
    {"encoder.convblock2.bn1.bias", "convblock2.bn1.bias", STATES(768), 64, {64}, 1, 0},
    {"encoder.convblock2.bn1.running_mean", "convblock2.bn1.running_mean", STATES(1024), 64, {64}, 1, 0},
    {"encoder.convblock2.bn1.running_var", "convblock2.bn1.running_var", STATES(1280), 64, {64}, 1, 0},
    {"encoder.convblock2.bn1.weight", "convblock2.bn1.weight", STATES(512), 64, {64}, 1, 0},
    {"encoder.convblock2.conv1.weight", "convblock2.conv1.weight", SOURCES(1152), 18432, {64, 32, 3, 3}, 4, 1},
    {"encoder.convblock3.bn1.bias", "convblock3.bn1.bias", STATES(2048), 128, {128}, 1, 0},
    {"encoder.convblock3.bn1.running_mean", "convblock3.bn1.running_mean", STATES(2560), 128, {128}, 1, 0},
    {"encoder.convblock3.bn1.running_var", "convblock3.bn1.running_var", STATES(3072), 128, {128}, 1, 0},
    {"encoder.convblock3.bn1.weight", "convblock3.bn1.weight", STATES(1536), 128, {128}, 1, 0},
    {"encoder.convblock3.conv1.weight", "convblock3.conv1.weight", SOURCES(74880), 73728, {128, 64, 3, 3}, 4, 1},
};

static const struct uniform_net_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 512},
};

uniform_net_HIDDEN const struct uniform_net_code uniform_net_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = uniform_net_X86_64_V3,
    .mark = UINT64_C(0x3e3eeb0573691f4a),
    .bytes = {
        [uniform_net_ARENA] = 150784,
        [uniform_net_STATES] = 3584,
        [uniform_net_SOURCES] = 369792,
        [uniform_net_KEPT] = 369792,
        [uniform_net_SHARED] = 512,
        [uniform_net_WORKERS] = 107712,
        [uniform_net_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
