/* What the encoder makes of images. */
#include "mlp_internal.h"

#include <string.h>

/* The largest batch that is no larger than what is left; else the smallest, which is then filled up. */
static const struct mlp_program *program_for(const struct mlp_code *code, size_t left)
{
    const struct mlp_program *found = &code->programs[0];
    for (size_t number = 1; number < code->program_count; number++)
        if (code->programs[number].batch <= left) found = &code->programs[number];
    return found;
}

static void run(const struct mlp_code *code, const struct mlp_program *program, const float *images, size_t count, float *out,
                char *bases[], const mlp_pool *pool)
{
    char *inputs = bases[mlp_INPUTS];
    bases[mlp_INPUTS] = (char *)(uintptr_t)images;
    mlp_run(code, program->run, bases, pool);
    const char *row = bases[program->outputs[0] >> 56] + mlp_BYTES(program->outputs[0]);
    for (size_t number = 0; number < count; number++, row += program->row)
        memcpy(out + number * MLP_WIDTH, row, MLP_WIDTH * sizeof(float));
    bases[mlp_INPUTS] = inputs;
}

int mlp_embed(const void *memory, const float *images, size_t count, float *out, void *arena, size_t arena_size,
               const mlp_pool *pool)
{
    const struct mlp_code *code = mlp_code_of(memory);
    if (code == NULL || images == NULL || out == NULL || count == 0) return MLP_ARGUMENT;
    if ((uintptr_t)images % sizeof(float) != 0 || (uintptr_t)out % sizeof(float) != 0) return MLP_ARGUMENT;
    int status = mlp_check_arena(code, arena, arena_size, pool);
    if (status != MLP_OK) return status;
    char *bases[mlp_REGIONS];
    mlp_bases(code, memory, arena, bases);
    while (count > 0) {
        const struct mlp_program *program = program_for(code, count);
        const size_t batch = program->batch, present = count < batch ? count : batch;
        if (present < batch) {
            float *padded = (float *)bases[mlp_INPUTS];
            memcpy(padded, images, present * MLP_INPUT * sizeof(float));
            memset(padded + present * MLP_INPUT, 0, (batch - present) * MLP_INPUT * sizeof(float));
            run(code, program, padded, present, out, bases, pool);
        } else {
            run(code, program, images, present, out, bases, pool);
        }
        images += present * MLP_INPUT;
        out += present * MLP_WIDTH;
        count -= present;
    }
    return MLP_OK;
}

#if MLP_HAS_PIXELS
static int embed_pixels(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, int channels,
                        float *out, void *arena, size_t arena_size, const mlp_pool *pool)
{
    const struct mlp_code *code = mlp_code_of(memory);
    if (code == NULL || pixels == NULL) return MLP_ARGUMENT;
    int status = mlp_check_arena(code, arena, arena_size, pool);
    if (status != MLP_OK) return status;
    /* Behind the place where a batch is filled up. */
    float *image = (float *)((char *)arena + code->bytes[mlp_ARENA] + MLP_ARENA_INPUTS) - MLP_INPUT_PADDED;
    status = mlp_prepare(pixels, width, height, stride, channels, image, mlp_pixel_memory(code, arena));
    return status == MLP_OK ? mlp_embed(memory, image, 1, out, arena, arena_size, pool) : status;
}

int mlp_embed_rgb8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                    void *arena, size_t arena_size, const mlp_pool *pool)
{
    return embed_pixels(memory, pixels, width, height, stride, 3, out, arena, arena_size, pool);
}

int mlp_embed_grey8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                     void *arena, size_t arena_size, const mlp_pool *pool)
{
    return embed_pixels(memory, pixels, width, height, stride, 1, out, arena, arena_size, pool);
}
#endif

/* An encoder's file has nothing that must be believed beside its tensors. */
void mlp_read_metadata(void *context, const char *key, const char *value) { (void)context, (void)key, (void)value; }

int mlp_check_state(const struct mlp_code *code, const unsigned char *const *found, const struct mlp_metadata *metadata,
                     char *message)
{
    (void)code, (void)found, (void)metadata, (void)message;
    return MLP_OK;
}
