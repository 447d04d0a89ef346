/* Computes with a model's kernels in memory that is handed in, and calls nothing of the system's: the same file is a
   part of a program for this machine and of one for an emulated processor, which has no system. */
#include "NAME_internal.h"

#include <string.h>

#if UPPER_IS_TRAINING
enum { STEPS = 2 };
#endif

/* SplitMix64, between two numbers. */
static float draw(uint64_t *state, float low, float high)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return low + (high - low) * (float)((z ^ z >> 31) >> 40) * 0x1p-24f;
}

static int ends_in(const char *text, const char *end)
{
    size_t length = strlen(text), count = strlen(end);
    return length >= count && strcmp(text + length - count, end) == 0;
}

/* Of a size under which what flows through the model stays near 1. */
static void make(const struct NAME_state *state, float *values, uint64_t *random)
{
    size_t inputs = 1;
    for (int axis = 1; axis < state->rank; axis++) inputs *= (size_t)state->shape[axis];
    float bound = 1;
    while (bound * bound * (float)inputs > 4) bound /= 2;
    const int is_moment = strncmp(state->name, "optimizer", 9) == 0;
    const int is_variance = ends_in(state->name, "running_var"), is_scale = ends_in(state->name, "weight");
    for (size_t place = 0; place < state->elements; place++)
        values[place] = is_moment ? 0
            : is_variance         ? draw(random, 0.5f, 1.5f)
            : state->rank > 1     ? draw(random, -bound, bound)
            : is_scale            ? draw(random, 0.3f, 0.9f) : draw(random, -0.2f, 0.2f);
}

static const struct NAME_code *code_named(const char *target)
{
    for (size_t number = 0; NAME_codes[number] != NULL; number++)
        if (strcmp(NAME_codes[number]->target, target) == 0) return NAME_codes[number];
    return NULL;
}

static void carry_out(const struct NAME_code *code, struct NAME_phases phases, char *const bases[])
{
    void *table[UPPER_MOST_PLACES];
    for (size_t number = 0; number < phases.count; number++) {
        const struct NAME_phase *phase = &phases.list[number];
        for (uint32_t index = 0; index < phase->count; index++) {
            uint64_t place = code->places[phase->first + index];
            table[index] = bases[place >> 56] + NAME_BYTES(place);
        }
        for (uint32_t tile = 0; tile < phase->tiles; tile++) phase->kernel(table, tile, 0);
    }
}

static size_t aligned(size_t bytes) { return (bytes + 63) / 64 * 64; }

/* Bytes that `compute` is to be given, aligned to 64 and zero; 0 where there is no such target. */
size_t compute_bytes(const char *target)
{
    const struct NAME_code *code = code_named(target);
    size_t bytes = 0;
    for (int region = 0; code != NULL && region < NAME_REGIONS; region++) bytes += aligned(code->bytes[region]);
    return bytes;
}

static char *at(char *const bases[], uint64_t place) { return bases[place >> 56] + NAME_BYTES(place); }

static const struct NAME_program *largest_program(const struct NAME_code *code)
{
    return &code->programs[code->program_count - 1];
}

/* How many numbers `compute` gives. */
size_t compute_count(const char *target)
{
    const struct NAME_code *code = code_named(target);
#if UPPER_IS_TRAINING
    size_t count = STEPS * UPPER_TERMS;
    for (size_t number = 0; number < code->states.count; number++) count += code->states.list[number].elements;
    return count;
#else
    return largest_program(code)->batch * UPPER_WIDTH;
#endif
}

static size_t keep(float *out, size_t count, const void *values, size_t more)
{
    memcpy(out + count, values, more * sizeof(float));
    return count + more;
}

/* Of an encoder the representations of a batch, of a step of training the terms of each step, and then the whole state.
   Gives how many numbers these are. */
size_t compute(const char *target, char *memory, float *out)
{
    const struct NAME_code *code = code_named(target);
    char *bases[NAME_REGIONS];
    uint64_t random = 1;
    size_t count = 0;
    for (int region = 0; region < NAME_REGIONS; region++) {
        bases[region] = memory;
        memory += aligned(code->bytes[region]);
    }
    for (size_t number = 0; number < code->states.count; number++)
        make(&code->states.list[number], (float *)(void *)at(bases, code->states.list[number].place), &random);
    for (size_t number = 0; number < code->program_count; number++) carry_out(code, code->programs[number].once, bases);
    const struct NAME_program *program = largest_program(code);
#if UPPER_IS_TRAINING
    for (int step = 0; step < STEPS; step++) {
        for (size_t number = 0; number < NAME_field_count; number++) {
            const struct NAME_field *field = &NAME_fields[number];
            float *values = (float *)(void *)(bases[NAME_INPUTS] + field->place);
            for (size_t place = 0; place < field->elements; place++)
                values[place] = field->kind == NAME_SCALAR ? 0.0078125f
                    : field->kind == NAME_RANDOM           ? draw(&random, 0, 1) : draw(&random, -2, 2);
        }
        carry_out(code, program->run, bases);
        for (size_t term = 0; term < UPPER_TERMS; term++)
            count = keep(out, count, at(bases, program->outputs[term]), 1);
    }
    for (size_t number = 0; number < code->states.count; number++)
        count = keep(out, count, at(bases, code->states.list[number].place), code->states.list[number].elements);
#else
    float *images = (float *)(void *)bases[NAME_INPUTS];
    for (size_t place = 0; place < program->batch * UPPER_INPUT; place++) images[place] = draw(&random, -2, 2);
    carry_out(code, program->run, bases);
    for (size_t row = 0; row < program->batch; row++)
        count = keep(out, count, at(bases, program->outputs[0]) + row * program->row, UPPER_WIDTH);
#endif
    return count;
}
