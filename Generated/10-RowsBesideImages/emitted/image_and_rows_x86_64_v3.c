/* How image_and_rows is computed on x86-64-v3: which kernel runs when, over how many tiles, on which addresses.
   Written by invar emit 0.1.0; the kernels are in image_and_rows_x86_64_v3_kernels.S. */
#include "image_and_rows_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
#define ARENA(bytes) image_and_rows_AT(image_and_rows_ARENA, bytes)
#define STATES(bytes) image_and_rows_AT(image_and_rows_STATES, bytes)
#define SOURCES(bytes) image_and_rows_AT(image_and_rows_SOURCES, bytes)
#define KEPT(bytes) image_and_rows_AT(image_and_rows_KEPT, bytes)
#define SHARED(bytes) image_and_rows_AT(image_and_rows_SHARED, bytes)
#define WORKERS(bytes) image_and_rows_AT(image_and_rows_WORKERS, bytes)
#define INPUTS(bytes) image_and_rows_AT(image_and_rows_INPUTS, bytes)

extern image_and_rows_tile image_and_rows_x86_64_v3_k0; /* pack.f32.1x9x16 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k1; /* convolution.f32.1x28x28x1_3x3x1x16_1x14x14x16 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k2; /* loop.f32.1x1x16 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k3; /* pack.f32.1x144x32 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k4; /* convolution.f32.1x14x14x16_3x3x16x32_1x7x7x32 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k5; /* loop.f32.1x1x32 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k6; /* loop.f32.1x1x64 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k7; /* pack.f32.1x288x64 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k8; /* convolution.f32.1x7x7x32_3x3x32x64_1x4x4x64 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k9; /* combine.f32.1x64 */
extern image_and_rows_tile image_and_rows_x86_64_v3_k10; /* loop.f32.1x1x64 */

static const struct image_and_rows_phase once0[] = {
    {image_and_rows_x86_64_v3_k0, 1, 0, 2}, /* branch1.encoder.conv1 */
    {image_and_rows_x86_64_v3_k3, 2, 2, 2}, /* branch1.encoder.conv2 */
    {image_and_rows_x86_64_v3_k7, 4, 4, 2}, /* branch1.encoder.conv3 */
};

static const struct image_and_rows_phase run0[] = {
    {image_and_rows_x86_64_v3_k1, 1, 6, 4}, /* branch1.encoder.conv1 */
    {image_and_rows_x86_64_v3_k2, 1, 10, 6}, /* branch1.encoder.bn1 */
    {image_and_rows_x86_64_v3_k4, 2, 16, 7}, /* branch1.encoder.conv2 */
    {image_and_rows_x86_64_v3_k5, 1, 23, 6}, /* branch1.encoder.bn2 */
    {image_and_rows_x86_64_v3_k6, 1, 29, 6}, /* branch1.encoder.bn3 */
    {image_and_rows_x86_64_v3_k8, 4, 35, 12}, /* branch1.encoder.conv3 */
    {image_and_rows_x86_64_v3_k9, 1, 47, 2}, /* branch1.encoder.conv3 */
    {image_and_rows_x86_64_v3_k10, 1, 49, 2}, /* branch1.encoder */
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

static const struct image_and_rows_state states[] = {
    {"branch1.encoder.bn1.bias", "bn1.bias", STATES(64), 16, {16}, 1, 0},
    {"branch1.encoder.bn1.running_mean", "bn1.running_mean", STATES(128), 16, {16}, 1, 0},
    {"branch1.encoder.bn1.running_var", "bn1.running_var", STATES(192), 16, {16}, 1, 0},
    {"branch1.encoder.bn1.weight", "bn1.weight", STATES(0), 16, {16}, 1, 0},
    {"branch1.encoder.bn2.bias", "bn2.bias", STATES(384), 32, {32}, 1, 0},
    {"branch1.encoder.bn2.running_mean", "bn2.running_mean", STATES(512), 32, {32}, 1, 0},
    {"branch1.encoder.bn2.running_var", "bn2.running_var", STATES(640), 32, {32}, 1, 0},
    {"branch1.encoder.bn2.weight", "bn2.weight", STATES(256), 32, {32}, 1, 0},
    {"branch1.encoder.bn3.bias", "bn3.bias", STATES(1024), 64, {64}, 1, 0},
    {"branch1.encoder.bn3.running_mean", "bn3.running_mean", STATES(1280), 64, {64}, 1, 0},
    {"branch1.encoder.bn3.running_var", "bn3.running_var", STATES(1536), 64, {64}, 1, 0},
    {"branch1.encoder.bn3.weight", "bn3.weight", STATES(768), 64, {64}, 1, 0},
    {"branch1.encoder.conv1.weight", "conv1.weight", SOURCES(0), 144, {16, 1, 3, 3}, 4, 1},
    {"branch1.encoder.conv2.weight", "conv2.weight", SOURCES(576), 4608, {32, 16, 3, 3}, 4, 1},
    {"branch1.encoder.conv3.weight", "conv3.weight", SOURCES(19008), 18432, {64, 32, 3, 3}, 4, 1},
};

static const struct image_and_rows_program programs[] = {
    {1, {once0, sizeof once0 / sizeof *once0}, {run0, sizeof run0 / sizeof *run0}, outputs0, 256},
};

image_and_rows_HIDDEN const struct image_and_rows_code image_and_rows_x86_64_v3 = {
    .target = "x86-64-v3",
    .needs = image_and_rows_X86_64_V3,
    .mark = UINT64_C(0x2042541982f682c5),
    .bytes = {
        [image_and_rows_ARENA] = 18944,
        [image_and_rows_STATES] = 1792,
        [image_and_rows_SOURCES] = 92736,
        [image_and_rows_KEPT] = 92736,
        [image_and_rows_SHARED] = 256,
        [image_and_rows_WORKERS] = 14464,
        [image_and_rows_INPUTS] = 3136,
    },
    .places = places,
    .states = {states, sizeof states / sizeof *states},
    .programs = programs,
    .program_count = 1,
};
#endif
