/* Chooses the code for this processor, loads weights, and carries out phases. */
#include "NAME_internal.h"

#include <stdlib.h>
#include <string.h>

const char *NAME_message(int status)
{
    switch (status) {
    case UPPER_OK: return "everything is well";
    case UPPER_PROCESSOR: return "this processor, or its system, does not have the instructions that NAME was compiled for";
    case UPPER_MEMORY: return "there is no memory";
    case UPPER_FILE: return "the file cannot be opened or written";
    case UPPER_WEIGHTS: return "the file is damaged, or is of another model";
    case UPPER_ARGUMENT: return "an argument is NULL, not aligned, too small, or 0";
    }
    return "there is no such status";
}

/* ---- Choosing ---- */

static const struct NAME_code *code_for(const char *target)
{
    for (size_t number = 0; NAME_codes[number] != NULL; number++) {
        const struct NAME_code *code = NAME_codes[number];
        if (target != NULL && strcmp(target, code->target) != 0) continue;
        if (NAME_has(code->needs)) return code;
    }
    return NULL;
}

const char *NAME_target(void)
{
    const struct NAME_code *code = code_for(NULL);
    return code == NULL ? NULL : code->target;
}

const struct NAME_code *NAME_code_of(const void *memory)
{
    if (memory == NULL || (uintptr_t)memory % UPPER_ALIGNMENT != 0) return NULL;
    const struct NAME_head *head = memory;
    for (size_t number = 0; NAME_codes[number] != NULL; number++)
        if (NAME_codes[number]->mark == head->mark) return NAME_codes[number];
    return NULL;
}

const char *NAME_tensor(size_t number, const uint64_t **shape, int *rank)
{
    /* They are the same for each target. */
    const struct NAME_code *code = NAME_codes[0];
    if (code == NULL || number >= code->states.count) return NULL;
    const struct NAME_state *state = &code->states.list[number];
    if (shape != NULL) *shape = state->shape;
    if (rank != NULL) *rank = state->rank;
    return UPPER_IS_TRAINING ? state->name : state->encoder_name;
}

/* ---- Sizes ---- */

static size_t memory_bytes(const struct NAME_code *code)
{
    return NAME_HEAD_BYTES + code->bytes[NAME_STATES] + code->bytes[NAME_KEPT];
}

/* What resizing a picture needs. */
static size_t pixel_bytes(void)
{
#if UPPER_HAS_PIXELS
    return NAME_pixel_bytes();
#else
    return 0;
#endif
}

static size_t arena_bytes(const struct NAME_code *code, size_t threads)
{
    return code->bytes[NAME_ARENA] + UPPER_ARENA_INPUTS + code->bytes[NAME_SHARED] + pixel_bytes()
        + threads * code->bytes[NAME_WORKERS];
}

size_t NAME_memory_bytes(const char *target)
{
    const struct NAME_code *code = code_for(target);
    return code == NULL ? 0 : memory_bytes(code);
}

size_t NAME_arena_bytes(const char *target, int threads)
{
    const struct NAME_code *code = code_for(target);
    if (code == NULL || threads < 1 || threads > UPPER_MOST_THREADS) return 0;
    return arena_bytes(code, (size_t)threads);
}

int NAME_check_arena(const struct NAME_code *code, const void *arena, size_t bytes, const NAME_pool *pool)
{
    if (arena == NULL || (uintptr_t)arena % UPPER_ALIGNMENT != 0) return UPPER_ARGUMENT;
    if (pool != NULL && (pool->threads < 1 || pool->threads > UPPER_MOST_THREADS || pool->run == NULL)) return UPPER_ARGUMENT;
    return bytes < arena_bytes(code, pool == NULL ? 1 : (size_t)pool->threads) ? UPPER_ARGUMENT : UPPER_OK;
}

void NAME_bases(const struct NAME_code *code, const void *memory, void *arena, char *bases[NAME_REGIONS])
{
    char *states = (char *)(uintptr_t)memory + NAME_HEAD_BYTES;
    bases[NAME_ARENA] = arena;
    bases[NAME_STATES] = states;
    bases[NAME_SOURCES] = NULL;
    bases[NAME_KEPT] = states + code->bytes[NAME_STATES];
    bases[NAME_INPUTS] = bases[NAME_SHARED] = bases[NAME_WORKERS] = NULL;
    if (arena == NULL) return;
    bases[NAME_INPUTS] = (char *)arena + code->bytes[NAME_ARENA];
    bases[NAME_SHARED] = bases[NAME_INPUTS] + UPPER_ARENA_INPUTS;
    bases[NAME_WORKERS] = bases[NAME_SHARED] + code->bytes[NAME_SHARED] + pixel_bytes();
}

void *NAME_pixel_memory(const struct NAME_code *code, void *arena)
{
    return (char *)arena + code->bytes[NAME_ARENA] + UPPER_ARENA_INPUTS + code->bytes[NAME_SHARED];
}

/* ---- Running ---- */

void NAME_run(const struct NAME_code *code, struct NAME_phases phases, char *const bases[], const NAME_pool *pool)
{
    void *table[UPPER_MOST_PLACES];
    for (size_t number = 0; number < phases.count; number++) {
        const struct NAME_phase *phase = &phases.list[number];
        for (uint32_t index = 0; index < phase->count; index++) {
            uint64_t place = code->places[phase->first + index];
            table[index] = bases[place >> 56] + NAME_BYTES(place);
        }
        if (pool != NULL && pool->threads > 1 && phase->tiles > 1)
            pool->run(pool->context, phase->kernel, table, phase->tiles);
        else
            for (uint32_t tile = 0; tile < phase->tiles; tile++) phase->kernel(table, tile, 0);
    }
}

/* ---- Loading ---- */

/* Copies the states to where they belong, and makes of them what is kept. */
static int fill(const struct NAME_code *code, struct NAME_head *memory, const unsigned char *const *found,
                const struct NAME_metadata *metadata, const NAME_pool *pool, char *message)
{
    const size_t threads = pool == NULL ? 1 : (size_t)pool->threads;
    const size_t sources = code->bytes[NAME_SOURCES], shared = code->bytes[NAME_SHARED];
    const size_t bytes = sources + shared + threads * code->bytes[NAME_WORKERS];
    char *scratch = aligned_alloc(UPPER_ALIGNMENT, bytes + UPPER_ALIGNMENT);
    if (scratch == NULL) return NAME_say(message, UPPER_MEMORY, "there are no %zu bytes to load weights with", bytes);
    char *bases[NAME_REGIONS];
    NAME_bases(code, memory, NULL, bases);
    bases[NAME_SOURCES] = scratch;
    bases[NAME_SHARED] = scratch + sources;
    bases[NAME_WORKERS] = scratch + sources + shared;
    for (size_t number = 0; number < code->states.count; number++) {
        const struct NAME_state *state = &code->states.list[number];
        NAME_copy_tensor(state, found[number], bases[state->place >> 56] + NAME_BYTES(state->place));
    }
    for (size_t number = 0; number < code->program_count; number++) NAME_run(code, code->programs[number].once, bases, pool);
    free(scratch);
    memory->steps = metadata->steps;
    memcpy(memory->totals, metadata->totals, sizeof memory->totals);
    memory->mark = code->mark;
    return UPPER_OK;
}

int NAME_load_memory(void *memory, size_t memory_size, const char *target, const void *file, size_t size,
                     const NAME_pool *pool, char *message)
{
    if (message != NULL) message[0] = 0;
    const struct NAME_code *code = code_for(target);
    if (code == NULL) return NAME_say(message, UPPER_PROCESSOR, "%s", NAME_message(UPPER_PROCESSOR));
    if (memory == NULL || file == NULL || (uintptr_t)memory % UPPER_ALIGNMENT != 0 || memory_size < memory_bytes(code))
        return NAME_say(message, UPPER_ARGUMENT, "give %zu bytes of memory, aligned to %d", memory_bytes(code), (int)UPPER_ALIGNMENT);
    if (pool != NULL && (pool->threads < 1 || pool->threads > UPPER_MOST_THREADS || pool->run == NULL))
        return NAME_say(message, UPPER_ARGUMENT, "the pool has %d threads", pool->threads);
    const unsigned char *found[UPPER_TENSORS > 0 ? UPPER_TENSORS : 1];
    struct NAME_metadata metadata = {0, {0}, 0, ""};
    int status = NAME_read_tensors(file, size, &code->states, found, NAME_read_metadata, &metadata, message);
    if (status == UPPER_OK) status = NAME_check_state(code, found, &metadata, message);
    return status == UPPER_OK ? fill(code, memory, found, &metadata, pool, message) : status;
}

int NAME_load(void *memory, size_t memory_size, const char *target, const char *path, const NAME_pool *pool, char *message)
{
    const void *file = NULL;
    size_t size = 0;
    if (message != NULL) message[0] = 0;
    if (path == NULL) return NAME_say(message, UPPER_ARGUMENT, "the path is NULL");
    int status = NAME_map(path, &file, &size, message);
    if (status != UPPER_OK) return status;
    status = NAME_load_memory(memory, memory_size, target, file, size, pool, message);
    NAME_unmap(file, size);
    return status;
}
