/* Chooses the code for this processor, loads weights, and carries out phases. */
#include "mlp_internal.h"

#include <stdlib.h>
#include <string.h>

const char *mlp_message(int status)
{
    switch (status) {
    case MLP_OK: return "everything is well";
    case MLP_PROCESSOR: return "this processor, or its system, does not have the instructions that mlp was compiled for";
    case MLP_MEMORY: return "there is no memory";
    case MLP_FILE: return "the file cannot be opened or written";
    case MLP_WEIGHTS: return "the file is damaged, or is of another model";
    case MLP_ARGUMENT: return "an argument is NULL, not aligned, too small, or 0";
    }
    return "there is no such status";
}

/* ---- Choosing ---- */

static const struct mlp_code *code_for(const char *target)
{
    for (size_t number = 0; mlp_codes[number] != NULL; number++) {
        const struct mlp_code *code = mlp_codes[number];
        if (target != NULL && strcmp(target, code->target) != 0) continue;
        if (mlp_has(code->needs)) return code;
    }
    return NULL;
}

const char *mlp_target(void)
{
    const struct mlp_code *code = code_for(NULL);
    return code == NULL ? NULL : code->target;
}

const struct mlp_code *mlp_code_of(const void *memory)
{
    if (memory == NULL || (uintptr_t)memory % MLP_ALIGNMENT != 0) return NULL;
    const struct mlp_head *head = memory;
    for (size_t number = 0; mlp_codes[number] != NULL; number++)
        if (mlp_codes[number]->mark == head->mark) return mlp_codes[number];
    return NULL;
}

const char *mlp_tensor(size_t number, const uint64_t **shape, int *rank)
{
    /* They are the same for each target. */
    const struct mlp_code *code = mlp_codes[0];
    if (code == NULL || number >= code->states.count) return NULL;
    const struct mlp_state *state = &code->states.list[number];
    if (shape != NULL) *shape = state->shape;
    if (rank != NULL) *rank = state->rank;
    return MLP_IS_TRAINING ? state->name : state->encoder_name;
}

/* ---- Sizes ---- */

static size_t memory_bytes(const struct mlp_code *code)
{
    return mlp_HEAD_BYTES + code->bytes[mlp_STATES] + code->bytes[mlp_KEPT];
}

/* What resizing a picture needs. */
static size_t pixel_bytes(void)
{
#if MLP_HAS_PIXELS
    return mlp_pixel_bytes();
#else
    return 0;
#endif
}

static size_t arena_bytes(const struct mlp_code *code, size_t threads)
{
    return code->bytes[mlp_ARENA] + MLP_ARENA_INPUTS + code->bytes[mlp_SHARED] + pixel_bytes()
        + threads * code->bytes[mlp_WORKERS];
}

size_t mlp_memory_bytes(const char *target)
{
    const struct mlp_code *code = code_for(target);
    return code == NULL ? 0 : memory_bytes(code);
}

size_t mlp_arena_bytes(const char *target, int threads)
{
    const struct mlp_code *code = code_for(target);
    if (code == NULL || threads < 1 || threads > MLP_MOST_THREADS) return 0;
    return arena_bytes(code, (size_t)threads);
}

int mlp_check_arena(const struct mlp_code *code, const void *arena, size_t bytes, const mlp_pool *pool)
{
    if (arena == NULL || (uintptr_t)arena % MLP_ALIGNMENT != 0) return MLP_ARGUMENT;
    if (pool != NULL && (pool->threads < 1 || pool->threads > MLP_MOST_THREADS || pool->run == NULL)) return MLP_ARGUMENT;
    return bytes < arena_bytes(code, pool == NULL ? 1 : (size_t)pool->threads) ? MLP_ARGUMENT : MLP_OK;
}

void mlp_bases(const struct mlp_code *code, const void *memory, void *arena, char *bases[mlp_REGIONS])
{
    char *states = (char *)(uintptr_t)memory + mlp_HEAD_BYTES;
    bases[mlp_ARENA] = arena;
    bases[mlp_STATES] = states;
    bases[mlp_SOURCES] = NULL;
    bases[mlp_KEPT] = states + code->bytes[mlp_STATES];
    bases[mlp_INPUTS] = bases[mlp_SHARED] = bases[mlp_WORKERS] = NULL;
    if (arena == NULL) return;
    bases[mlp_INPUTS] = (char *)arena + code->bytes[mlp_ARENA];
    bases[mlp_SHARED] = bases[mlp_INPUTS] + MLP_ARENA_INPUTS;
    bases[mlp_WORKERS] = bases[mlp_SHARED] + code->bytes[mlp_SHARED] + pixel_bytes();
}

void *mlp_pixel_memory(const struct mlp_code *code, void *arena)
{
    return (char *)arena + code->bytes[mlp_ARENA] + MLP_ARENA_INPUTS + code->bytes[mlp_SHARED];
}

/* ---- Running ---- */

void mlp_run(const struct mlp_code *code, struct mlp_phases phases, char *const bases[], const mlp_pool *pool)
{
    void *table[MLP_MOST_PLACES];
    for (size_t number = 0; number < phases.count; number++) {
        const struct mlp_phase *phase = &phases.list[number];
        for (uint32_t index = 0; index < phase->count; index++) {
            uint64_t place = code->places[phase->first + index];
            table[index] = bases[place >> 56] + mlp_BYTES(place);
        }
        if (pool != NULL && pool->threads > 1 && phase->tiles > 1)
            pool->run(pool->context, phase->kernel, table, phase->tiles);
        else
            for (uint32_t tile = 0; tile < phase->tiles; tile++) phase->kernel(table, tile, 0);
    }
}

/* ---- Loading ---- */

/* Copies the states to where they belong, and makes of them what is kept. */
static int fill(const struct mlp_code *code, struct mlp_head *memory, const unsigned char *const *found,
                const struct mlp_metadata *metadata, const mlp_pool *pool, char *message)
{
    const size_t threads = pool == NULL ? 1 : (size_t)pool->threads;
    const size_t sources = code->bytes[mlp_SOURCES], shared = code->bytes[mlp_SHARED];
    const size_t bytes = sources + shared + threads * code->bytes[mlp_WORKERS];
    char *scratch = aligned_alloc(MLP_ALIGNMENT, bytes + MLP_ALIGNMENT);
    if (scratch == NULL) return mlp_say(message, MLP_MEMORY, "there are no %zu bytes to load weights with", bytes);
    char *bases[mlp_REGIONS];
    mlp_bases(code, memory, NULL, bases);
    bases[mlp_SOURCES] = scratch;
    bases[mlp_SHARED] = scratch + sources;
    bases[mlp_WORKERS] = scratch + sources + shared;
    for (size_t number = 0; number < code->states.count; number++) {
        const struct mlp_state *state = &code->states.list[number];
        mlp_copy_tensor(state, found[number], bases[state->place >> 56] + mlp_BYTES(state->place));
    }
    for (size_t number = 0; number < code->program_count; number++) mlp_run(code, code->programs[number].once, bases, pool);
    free(scratch);
    memory->steps = metadata->steps;
    memcpy(memory->totals, metadata->totals, sizeof memory->totals);
    memory->mark = code->mark;
    return MLP_OK;
}

int mlp_load_memory(void *memory, size_t memory_size, const char *target, const void *file, size_t size,
                     const mlp_pool *pool, char *message)
{
    if (message != NULL) message[0] = 0;
    const struct mlp_code *code = code_for(target);
    if (code == NULL) return mlp_say(message, MLP_PROCESSOR, "%s", mlp_message(MLP_PROCESSOR));
    if (memory == NULL || file == NULL || (uintptr_t)memory % MLP_ALIGNMENT != 0 || memory_size < memory_bytes(code))
        return mlp_say(message, MLP_ARGUMENT, "give %zu bytes of memory, aligned to %d", memory_bytes(code), (int)MLP_ALIGNMENT);
    if (pool != NULL && (pool->threads < 1 || pool->threads > MLP_MOST_THREADS || pool->run == NULL))
        return mlp_say(message, MLP_ARGUMENT, "the pool has %d threads", pool->threads);
    const unsigned char *found[MLP_TENSORS > 0 ? MLP_TENSORS : 1];
    struct mlp_metadata metadata = {0, {0}, 0, ""};
    int status = mlp_read_tensors(file, size, &code->states, found, mlp_read_metadata, &metadata, message);
    if (status == MLP_OK) status = mlp_check_state(code, found, &metadata, message);
    return status == MLP_OK ? fill(code, memory, found, &metadata, pool, message) : status;
}

int mlp_load(void *memory, size_t memory_size, const char *target, const char *path, const mlp_pool *pool, char *message)
{
    const void *file = NULL;
    size_t size = 0;
    if (message != NULL) message[0] = 0;
    if (path == NULL) return mlp_say(message, MLP_ARGUMENT, "the path is NULL");
    int status = mlp_map(path, &file, &size, message);
    if (status != MLP_OK) return status;
    status = mlp_load_memory(memory, memory_size, target, file, size, pool, message);
    mlp_unmap(file, size);
    return status;
}
