/* What the programs that test the code of NAME share: memory, files, weights that are made up. */
#ifndef NAME_SUPPORT_H
#define NAME_SUPPORT_H

#include "NAME_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(9);
}

static inline void *checked(void *memory)
{
    if (memory == NULL) fail("there is no memory");
    return memory;
}

static inline void *aligned(size_t bytes)
{
    return checked(aligned_alloc(UPPER_ALIGNMENT, (bytes + UPPER_ALIGNMENT - 1) / UPPER_ALIGNMENT * UPPER_ALIGNMENT));
}

static inline void *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) fail(path);
    *size = (size_t)ftell(file);
    rewind(file);
    void *bytes = checked(malloc(*size + 1));
    if (fread(bytes, 1, *size, file) != *size) fail(path);
    fclose(file);
    return bytes;
}

static inline void write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) fail(path);
}

/* SplitMix64 */
static inline uint64_t draw_bits(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static inline size_t draw_below(uint64_t *state, size_t count)
{
    return count == 0 ? 0 : (size_t)(draw_bits(state) % count);
}

static inline float draw_between(uint64_t *state, float low, float high)
{
    return low + (high - low) * (float)(draw_bits(state) >> 40) * 0x1p-24f;
}

static inline void made_values(const struct NAME_state *state, float *values, uint64_t *random)
{
    const int is_variance = strstr(state->name, "running_var") != NULL;
    const int is_moment = strncmp(state->name, "optimizer", 9) == 0;
    size_t inputs = 1;
    for (int axis = 1; axis < state->rank; axis++) inputs *= (size_t)state->shape[axis];
    float bound = 1;
    while (bound * bound * (float)inputs > 4) bound /= 2;
    const int is_scale = strstr(state->name, "weight") != NULL;
    for (size_t place = 0; place < state->elements; place++)
        values[place] = is_moment ? 0
            : is_variance         ? draw_between(random, 0.5f, 1.5f)
            : state->rank > 1     ? draw_between(random, -bound, bound)
            : is_scale            ? draw_between(random, 0.3f, 0.9f) : draw_between(random, -0.2f, 0.2f);
}

/* A safetensors file with a value for every tensor; `size` bytes. */
static inline unsigned char *made_file(size_t *size)
{
    const struct NAME_states states = NAME_codes[0]->states;
    size_t header_room = 64, count = 0, end = 0;
    for (size_t number = 0; number < states.count; number++) {
        header_room += strlen(states.list[number].name) + 200;
        count += states.list[number].elements;
    }
    unsigned char *file = checked(calloc(1, 8 + header_room + 4 * count));
    char *header = (char *)file + 8, *at = header;
    at += sprintf(at, "{\"__metadata__\":{\"format\":\"test\",\"a \\u00e9\\n\":\"\\ud83d\\ude00\"}");
    for (size_t number = 0; number < states.count; number++) {
        const struct NAME_state *state = &states.list[number];
        const char *name = state->encoder_name != NULL ? state->encoder_name : state->name;
        at += sprintf(at, ",\"%s\":{\"dtype\":\"F32\",\"shape\":[", name);
        for (int axis = 0; axis < state->rank; axis++)
            at += sprintf(at, axis > 0 ? ",%llu" : "%llu", (unsigned long long)state->shape[axis]);
        at += sprintf(at, "],\"data_offsets\":[%zu,%zu]}", end, end + 4 * state->elements);
        end += 4 * state->elements;
    }
    at += sprintf(at, "}");
    while ((at - header) % 8 != 0) *at++ = ' ';
    uint64_t length = (uint64_t)(at - header);
    for (int byte = 0; byte < 8; byte++) file[byte] = (unsigned char)(length >> 8 * byte);
    float *values = checked(malloc(4 * (size_t)UPPER_LARGEST_TENSOR));
    uint64_t random = 1;
    end = 8 + (size_t)length;
    for (size_t number = 0; number < states.count; number++) {
        made_values(&states.list[number], values, &random);
        memcpy(file + end, values, 4 * states.list[number].elements);
        end += 4 * states.list[number].elements;
    }
    free(values);
    *size = end;
    return file;
}

#endif
