/* How mobile is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in mobile_x86_64_v3_kernels.S. */
#include "mobile_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) mobile_AT(mobile_ARENA, bytes)
#define STATES(bytes) mobile_AT(mobile_STATES, bytes)
#define SOURCES(bytes) mobile_AT(mobile_SOURCES, bytes)
#define KEPT(bytes) mobile_AT(mobile_KEPT, bytes)
#define SHARED(bytes) mobile_AT(mobile_SHARED, bytes)
#define WORKERS(bytes) mobile_AT(mobile_WORKERS, bytes)
#define INPUTS(bytes) mobile_AT(mobile_INPUTS, bytes)

extern mobile_tile mobile_x86_64_v3_k0; /* loop.f32.1x1x16 */
extern mobile_tile mobile_x86_64_v3_k1; /* pack.f32.1x9x16 */
extern mobile_tile mobile_x86_64_v3_k2; /* convolution.f32.1x28x28x1_3x3x1x16_1x14x14x16 */
extern mobile_tile mobile_x86_64_v3_k3; /* pack.f32.1x16x64 */
extern mobile_tile mobile_x86_64_v3_k4; /* convolution.f32.1x14x14x16_1x1x16x64_1x14x14x64 */
extern mobile_tile mobile_x86_64_v3_k5; /* loop.f32.1x1x64 */
extern mobile_tile mobile_x86_64_v3_k6; /* convolution.f32.1x14x14x64_3x3x1x64_1x14x14x64.depthwise */
extern mobile_tile mobile_x86_64_v3_k7; /* pack.f32.1x64x16 */
extern mobile_tile mobile_x86_64_v3_k8; /* convolution.f32.1x14x14x64_1x1x64x16_1x14x14x16 */
extern mobile_tile mobile_x86_64_v3_k9; /* convolution.f32.1x14x14x64_3x3x1x64_1x7x7x64.depthwise */
extern mobile_tile mobile_x86_64_v3_k10; /* loop.f32.1x1x32 */
extern mobile_tile mobile_x86_64_v3_k11; /* pack.f32.1x64x32 */
extern mobile_tile mobile_x86_64_v3_k12; /* convolution.f32.1x7x7x64_1x1x64x32_1x7x7x32 */
extern mobile_tile mobile_x86_64_v3_k13; /* pack.f32.1x32x128 */
extern mobile_tile mobile_x86_64_v3_k14; /* convolution.f32.1x7x7x32_1x1x32x128_1x7x7x128 */
extern mobile_tile mobile_x86_64_v3_k15; /* loop.f32.1x1x128 */
extern mobile_tile mobile_x86_64_v3_k16; /* convolution.f32.1x7x7x128_3x3x1x128_1x7x7x128.depthwise */
extern mobile_tile mobile_x86_64_v3_k17; /* pack.f32.1x128x32 */
extern mobile_tile mobile_x86_64_v3_k18; /* convolution.f32.1x7x7x128_1x1x128x32_1x7x7x32 */
extern mobile_tile mobile_x86_64_v3_k19; /* convolution.f32.1x7x7x128_3x3x1x128_1x7x7x128.depthwise */
extern mobile_tile mobile_x86_64_v3_k20; /* loop.f32.1x1x64 */
extern mobile_tile mobile_x86_64_v3_k21; /* pack.f32.1x128x64 */
extern mobile_tile mobile_x86_64_v3_k22; /* convolution.f32.1x7x7x128_1x1x128x64_1x7x7x64 */
extern mobile_tile mobile_x86_64_v3_k23; /* combine.f32.1x64 */
extern mobile_tile mobile_x86_64_v3_k24; /* loop.f32.1x1x64 */

static const struct mobile_phase once0[] = {
    {mobile_x86_64_v3_k1, 1, 0, 2}, /* encoder.conv1 */
    {mobile_x86_64_v3_k3, 4, 2, 2}, /* encoder.invertedresidual1.conv1 */
    {mobile_x86_64_v3_k7, 1, 4, 2}, /* encoder.invertedresidual1.conv3 */
    {mobile_x86_64_v3_k3, 4, 6, 2}, /* encoder.invertedresidual2.conv1 */
    {mobile_x86_64_v3_k11, 2, 8, 2}, /* encoder.invertedresidual2.conv3 */
    {mobile_x86_64_v3_k13, 8, 10, 2}, /* encoder.tail.0.conv1 */
    {mobile_x86_64_v3_k17, 2, 12, 2}, /* encoder.tail.0.conv3 */
    {mobile_x86_64_v3_k13, 8, 14, 2}, /* encoder.tail.1.conv1 */
    {mobile_x86_64_v3_k21, 4, 16, 2}, /* encoder.tail.1.conv3 */
};

static const struct mobile_phase run0[] = {
    {mobile_x86_64_v3_k0, 1, 18, 12}, /* encoder.bn1 */
    {mobile_x86_64_v3_k2, 1, 30, 8}, /* encoder.conv1 */
    {mobile_x86_64_v3_k4, 8, 38, 4}, /* encoder.invertedresidual1.conv1 */
    {mobile_x86_64_v3_k5, 1, 42, 24}, /* encoder.invertedresidual1.bn1 */
    {mobile_x86_64_v3_k6, 1, 66, 7}, /* encoder.invertedresidual1.conv2 */
    {mobile_x86_64_v3_k8, 1, 73, 12}, /* encoder.invertedresidual1.conv3 */
    {mobile_x86_64_v3_k4, 8, 85, 4}, /* encoder.invertedresidual2.conv1 */
    {mobile_x86_64_v3_k9, 1, 89, 7}, /* encoder.invertedresidual2.conv2 */
    {mobile_x86_64_v3_k10, 1, 96, 12}, /* encoder.invertedresidual2.bn3 */
    {mobile_x86_64_v3_k12, 2, 108, 11}, /* encoder.invertedresidual2.conv3 */
    {mobile_x86_64_v3_k14, 8, 119, 4}, /* encoder.tail.0.conv1 */
    {mobile_x86_64_v3_k15, 1, 123, 24}, /* encoder.tail.0.bn1 */
    {mobile_x86_64_v3_k16, 2, 147, 7}, /* encoder.tail.0.conv2 */
    {mobile_x86_64_v3_k18, 2, 154, 12}, /* encoder.tail.0.conv3 */
    {mobile_x86_64_v3_k14, 8, 166, 4}, /* encoder.tail.1.conv1 */
    {mobile_x86_64_v3_k19, 2, 170, 7}, /* encoder.tail.1.conv2 */
    {mobile_x86_64_v3_k20, 1, 177, 6}, /* encoder.tail.1.bn3 */
    {mobile_x86_64_v3_k22, 4, 183, 12}, /* encoder.tail.1.conv3 */
    {mobile_x86_64_v3_k23, 1, 195, 2}, /* encoder.tail.1.conv3 */
    {mobile_x86_64_v3_k24, 1, 197, 2}, /* encoder */
};

static const uint64_t outputs0[] = {ARENA(13056)};

static const uint64_t places[] = {
    SOURCES(0), KEPT(0),
    SOURCES(576), KEPT(576),
    SOURCES(4672), KEPT(4672),
    SOURCES(8768), KEPT(8768),
    SOURCES(12864), KEPT(12864),
    SOURCES(21056), KEPT(21056),
    SOURCES(37440), KEPT(37440),
    SOURCES(53824), KEPT(53824),
    SOURCES(70208), KEPT(70208),
    STATES(192), STATES(0), STATES(128), STATES(64), STATES(256), STATES(320), STATES(384), STATES(448), ARENA(0), ARENA(64), ARENA(126976), ARENA(127040),
    INPUTS(0), KEPT(0), ARENA(100352), WORKERS(0), ARENA(100352), ARENA(0), ARENA(64), ARENA(100352),
    ARENA(100352), KEPT(576), ARENA(0), WORKERS(0),
    STATES(1280), STATES(512), STATES(1024), STATES(768), STATES(1536), STATES(1792), STATES(2048), STATES(2304), STATES(2560), STATES(2816), STATES(3072), STATES(3328), STATES(3584), STATES(3840), STATES(4096), STATES(4352), ARENA(112896), ARENA(113152), ARENA(125440), ARENA(125696), ARENA(125952), ARENA(126208), ARENA(126464), ARENA(126720),
    ARENA(50176), STATES(4608), ARENA(50176), WORKERS(0), ARENA(0), ARENA(112896), ARENA(113152),
    ARENA(112896), KEPT(4672), ARENA(112896), WORKERS(0), ARENA(50176), ARENA(125440), ARENA(125696), ARENA(112896), ARENA(126976), ARENA(127040), ARENA(100352), ARENA(112896),
    ARENA(112896), KEPT(8768), ARENA(0), WORKERS(0),
    ARENA(50176), STATES(6912), ARENA(50176), WORKERS(0), ARENA(0), ARENA(125952), ARENA(126208),
    STATES(9600), STATES(9216), STATES(9472), STATES(9344), STATES(9728), STATES(9856), STATES(9984), STATES(10112), ARENA(0), ARENA(128), ARENA(68992), ARENA(69120),
    ARENA(62720), KEPT(12864), ARENA(62720), WORKERS(0), ARENA(50176), ARENA(126464), ARENA(126720), ARENA(62720), ARENA(0), ARENA(128), ARENA(62720),
    ARENA(62720), KEPT(21056), ARENA(0), WORKERS(0),
    STATES(11776), STATES(10240), STATES(11264), STATES(10752), STATES(12288), STATES(12800), STATES(13312), STATES(13824), STATES(14336), STATES(14848), STATES(15360), STATES(15872), STATES(16384), STATES(16896), STATES(17408), STATES(17920), ARENA(50176), ARENA(50688), ARENA(56448), ARENA(56960), ARENA(57472), ARENA(57984), ARENA(58496), ARENA(59008),
    ARENA(25088), STATES(18432), ARENA(25088), WORKERS(0), ARENA(0), ARENA(50176), ARENA(50688),
    ARENA(50176), KEPT(37440), ARENA(50176), WORKERS(0), ARENA(25088), ARENA(56448), ARENA(56960), ARENA(50176), ARENA(68992), ARENA(69120), ARENA(62720), ARENA(50176),
    ARENA(50176), KEPT(53824), ARENA(0), WORKERS(0),
    ARENA(25088), STATES(23040), ARENA(25088), WORKERS(0), ARENA(0), ARENA(57472), ARENA(57984),
    STATES(28416), STATES(27648), STATES(28160), STATES(27904), ARENA(12544), ARENA(12800),
    ARENA(0), KEPT(70208), ARENA(0), WORKERS(0), ARENA(25088), ARENA(58496), ARENA(59008), ARENA(0), ARENA(12544), ARENA(12800), ARENA(13056), SHARED(0),
    SHARED(0), ARENA(13056),
    ARENA(13056), ARENA(13056),
};

static const struct mobile_state states[] = {
    {"encoder.bn1.bias", "bn1.bias", STATES(64), 16, {16}, 1, 0},
    {"encoder.bn1.running_mean", "bn1.running_mean", STATES(128), 16, {16}, 1, 0},
    {"encoder.bn1.running_var", "bn1.running_var", STATES(192), 16, {16}, 1, 0},
    {"encoder.bn1.weight", "bn1.weight", STATES(0), 16, {16}, 1, 0},
    {"encoder.conv1.weight", "conv1.weight", SOURCES(0), 144, {16, 1, 3, 3}, 4, 1},
    {"encoder.invertedresidual1.bn1.bias", "invertedresidual1.bn1.bias", STATES(768), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn1.running_mean", "invertedresidual1.bn1.running_mean", STATES(1024), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn1.running_var", "invertedresidual1.bn1.running_var", STATES(1280), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn1.weight", "invertedresidual1.bn1.weight", STATES(512), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn2.bias", "invertedresidual1.bn2.bias", STATES(2304), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn2.running_mean", "invertedresidual1.bn2.running_mean", STATES(2048), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn2.running_var", "invertedresidual1.bn2.running_var", STATES(1536), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn2.weight", "invertedresidual1.bn2.weight", STATES(1792), 64, {64}, 1, 0},
    {"encoder.invertedresidual1.bn3.bias", "invertedresidual1.bn3.bias", STATES(448), 16, {16}, 1, 0},
    {"encoder.invertedresidual1.bn3.running_mean", "invertedresidual1.bn3.running_mean", STATES(384), 16, {16}, 1, 0},
    {"encoder.invertedresidual1.bn3.running_var", "invertedresidual1.bn3.running_var", STATES(256), 16, {16}, 1, 0},
    {"encoder.invertedresidual1.bn3.weight", "invertedresidual1.bn3.weight", STATES(320), 16, {16}, 1, 0},
    {"encoder.invertedresidual1.conv1.weight", "invertedresidual1.conv1.weight", SOURCES(576), 1024, {64, 16, 1, 1}, 4, 1},
    {"encoder.invertedresidual1.conv2.weight", "invertedresidual1.conv2.weight", STATES(4608), 576, {64, 1, 3, 3}, 4, 1},
    {"encoder.invertedresidual1.conv3.weight", "invertedresidual1.conv3.weight", SOURCES(4672), 1024, {16, 64, 1, 1}, 4, 1},
    {"encoder.invertedresidual2.bn1.bias", "invertedresidual2.bn1.bias", STATES(3328), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn1.running_mean", "invertedresidual2.bn1.running_mean", STATES(3072), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn1.running_var", "invertedresidual2.bn1.running_var", STATES(2560), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn1.weight", "invertedresidual2.bn1.weight", STATES(2816), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn2.bias", "invertedresidual2.bn2.bias", STATES(4352), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn2.running_mean", "invertedresidual2.bn2.running_mean", STATES(4096), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn2.running_var", "invertedresidual2.bn2.running_var", STATES(3584), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn2.weight", "invertedresidual2.bn2.weight", STATES(3840), 64, {64}, 1, 0},
    {"encoder.invertedresidual2.bn3.bias", "invertedresidual2.bn3.bias", STATES(9344), 32, {32}, 1, 0},
    {"encoder.invertedresidual2.bn3.running_mean", "invertedresidual2.bn3.running_mean", STATES(9472), 32, {32}, 1, 0},
    {"encoder.invertedresidual2.bn3.running_var", "invertedresidual2.bn3.running_var", STATES(9600), 32, {32}, 1, 0},
    {"encoder.invertedresidual2.bn3.weight", "invertedresidual2.bn3.weight", STATES(9216), 32, {32}, 1, 0},
    {"encoder.invertedresidual2.conv1.weight", "invertedresidual2.conv1.weight", SOURCES(8768), 1024, {64, 16, 1, 1}, 4, 1},
    {"encoder.invertedresidual2.conv2.weight", "invertedresidual2.conv2.weight", STATES(6912), 576, {64, 1, 3, 3}, 4, 1},
    {"encoder.invertedresidual2.conv3.weight", "invertedresidual2.conv3.weight", SOURCES(12864), 2048, {32, 64, 1, 1}, 4, 1},
    {"encoder.tail.0.bn1.bias", "tail.0.bn1.bias", STATES(10752), 128, {128}, 1, 0},
    {"encoder.tail.0.bn1.running_mean", "tail.0.bn1.running_mean", STATES(11264), 128, {128}, 1, 0},
    {"encoder.tail.0.bn1.running_var", "tail.0.bn1.running_var", STATES(11776), 128, {128}, 1, 0},
    {"encoder.tail.0.bn1.weight", "tail.0.bn1.weight", STATES(10240), 128, {128}, 1, 0},
    {"encoder.tail.0.bn2.bias", "tail.0.bn2.bias", STATES(13824), 128, {128}, 1, 0},
    {"encoder.tail.0.bn2.running_mean", "tail.0.bn2.running_mean", STATES(13312), 128, {128}, 1, 0},
    {"encoder.tail.0.bn2.running_var", "tail.0.bn2.running_var", STATES(12288), 128, {128}, 1, 0},
    {"encoder.tail.0.bn2.weight", "tail.0.bn2.weight", STATES(12800), 128, {128}, 1, 0},
    {"encoder.tail.0.bn3.bias", "tail.0.bn3.bias", STATES(10112), 32, {32}, 1, 0},
    {"encoder.tail.0.bn3.running_mean", "tail.0.bn3.running_mean", STATES(9984), 32, {32}, 1, 0},
    {"encoder.tail.0.bn3.running_var", "tail.0.bn3.running_var", STATES(9728), 32, {32}, 1, 0},
    {"encoder.tail.0.bn3.weight", "tail.0.bn3.weight", STATES(9856), 32, {32}, 1, 0},
    {"encoder.tail.0.conv1.weight", "tail.0.conv1.weight", SOURCES(21056), 4096, {128, 32, 1, 1}, 4, 1},
    {"encoder.tail.0.conv2.weight", "tail.0.conv2.weight", STATES(18432), 1152, {128, 1, 3, 3}, 4, 1},
    {"encoder.tail.0.conv3.weight", "tail.0.conv3.weight", SOURCES(37440), 4096, {32, 128, 1, 1}, 4, 1},
    {"encoder.tail.1.bn1.bias", "tail.1.bn1.bias", STATES(15872), 128, {128}, 1, 0},
    {"encoder.tail.1.bn1.running_mean", "tail.1.bn1.running_mean", STATES(15360), 128, {128}, 1, 0},
    {"encoder.tail.1.bn1.running_var", "tail.1.bn1.running_var", STATES(14336), 128, {128}, 1, 0},
    {"encoder.tail.1.bn1.weight", "tail.1.bn1.weight", STATES(14848), 128, {128}, 1, 0},
    {"encoder.tail.1.bn2.bias", "tail.1.bn2.bias", STATES(17920), 128, {128}, 1, 0},
    {"encoder.tail.1.bn2.running_mean", "tail.1.bn2.running_mean", STATES(17408), 128, {128}, 1, 0},
    {"encoder.tail.1.bn2.running_var", "tail.1.bn2.running_var", STATES(16384), 128, {128}, 1, 0},
    {"encoder.tail.1.bn2.weight", "tail.1.bn2.weight", STATES(16896), 128, {128}, 1, 0},
    {"encoder.tail.1.bn3.bias", "tail.1.bn3.bias", STATES(27904), 64, {64}, 1, 0},
    {"encoder.tail.1.bn3.running_mean", "tail.1.bn3.running_mean", STATES(28160), 64, {64}, 1, 0},
    {"encoder.tail.1.bn3.running_var", "tail.1.bn3.running_var", STATES(28416), 64, {64}, 1, 0},
    {"encoder.tail.1.bn3.weight", "tail.1.bn3.weight", STATES(27648), 64, {64}, 1, 0},
    {"encoder.tail.1.conv1.weight", "tail.1.conv1.weight", SOURCES(53824), 4096, {128, 32, 1, 1}, 4, 1},
    {"encoder.tail.1.conv2.weight", "tail.1.conv2.weight", STATES(23040), 1152, {128, 1, 3, 3}, 4, 1},
    {"encoder.tail.1.conv3.weight", "tail.1.conv3.weight", SOURCES(70208), 8192, {64, 128, 1, 1}, 4, 1},
};

static const struct mobile_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 256},
};

mobile_HIDDEN const struct mobile_code mobile_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = mobile_X86_64_V3,
    .mark = UINT64_C(0xba7e03dd7f199d21),
    .bytes = {
        [mobile_ARENA] = 127104,
        [mobile_STATES] = 28672,
        [mobile_SOURCES] = 102976,
        [mobile_KEPT] = 102976,
        [mobile_SHARED] = 256,
        [mobile_WORKERS] = 65600,
        [mobile_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
