/* What the encoder makes of images. */
#include "NAME_internal.h"

#include <string.h>

/* The largest batch that is no larger than what is left; else the smallest, which is then filled up. */
static const struct NAME_program *program_for(const struct NAME_code *code, size_t left)
{
    const struct NAME_program *found = &code->programs[0];
    for (size_t number = 1; number < code->program_count; number++)
        if (code->programs[number].batch <= left) found = &code->programs[number];
    return found;
}

static void run(const struct NAME_code *code, const struct NAME_program *program, const float *images, size_t count, float *out,
                char *bases[], const NAME_pool *pool)
{
    char *inputs = bases[NAME_INPUTS];
    bases[NAME_INPUTS] = (char *)(uintptr_t)images;
    NAME_run(code, program->run, bases, pool);
    const char *row = bases[program->outputs[0] >> 56] + NAME_BYTES(program->outputs[0]);
    for (size_t number = 0; number < count; number++, row += program->row)
        memcpy(out + number * UPPER_WIDTH, row, UPPER_WIDTH * sizeof(float));
    bases[NAME_INPUTS] = inputs;
}

int NAME_embed(const void *memory, const float *images, size_t count, float *out, void *arena, size_t arena_size,
               const NAME_pool *pool)
{
    const struct NAME_code *code = NAME_code_of(memory);
    if (code == NULL || images == NULL || out == NULL || count == 0) return UPPER_ARGUMENT;
    if ((uintptr_t)images % sizeof(float) != 0 || (uintptr_t)out % sizeof(float) != 0) return UPPER_ARGUMENT;
    int status = NAME_check_arena(code, arena, arena_size, pool);
    if (status != UPPER_OK) return status;
    char *bases[NAME_REGIONS];
    NAME_bases(code, memory, arena, bases);
    while (count > 0) {
        const struct NAME_program *program = program_for(code, count);
        const size_t batch = program->batch, present = count < batch ? count : batch;
        if (present < batch) {
            float *padded = (float *)bases[NAME_INPUTS];
            memcpy(padded, images, present * UPPER_INPUT * sizeof(float));
            memset(padded + present * UPPER_INPUT, 0, (batch - present) * UPPER_INPUT * sizeof(float));
            run(code, program, padded, present, out, bases, pool);
        } else {
            run(code, program, images, present, out, bases, pool);
        }
        images += present * UPPER_INPUT;
        out += present * UPPER_WIDTH;
        count -= present;
    }
    return UPPER_OK;
}

#if UPPER_HAS_PIXELS
static int embed_pixels(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, int channels,
                        float *out, void *arena, size_t arena_size, const NAME_pool *pool)
{
    const struct NAME_code *code = NAME_code_of(memory);
    if (code == NULL || pixels == NULL) return UPPER_ARGUMENT;
    int status = NAME_check_arena(code, arena, arena_size, pool);
    if (status != UPPER_OK) return status;
    /* Behind the place where a batch is filled up. */
    float *image = (float *)((char *)arena + code->bytes[NAME_ARENA] + UPPER_ARENA_INPUTS) - UPPER_INPUT_PADDED;
    status = NAME_prepare(pixels, width, height, stride, channels, image, NAME_pixel_memory(code, arena));
    return status == UPPER_OK ? NAME_embed(memory, image, 1, out, arena, arena_size, pool) : status;
}

int NAME_embed_rgb8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                    void *arena, size_t arena_size, const NAME_pool *pool)
{
    return embed_pixels(memory, pixels, width, height, stride, 3, out, arena, arena_size, pool);
}

int NAME_embed_grey8(const void *memory, const uint8_t *pixels, size_t width, size_t height, size_t stride, float *out,
                     void *arena, size_t arena_size, const NAME_pool *pool)
{
    return embed_pixels(memory, pixels, width, height, stride, 1, out, arena, arena_size, pool);
}
#endif

/* An encoder's file has nothing that must be believed beside its tensors. */
void NAME_read_metadata(void *context, const char *key, const char *value) { (void)context, (void)key, (void)value; }

int NAME_check_state(const struct NAME_code *code, const unsigned char *const *found, const struct NAME_metadata *metadata,
                     char *message)
{
    (void)code, (void)found, (void)metadata, (void)message;
    return UPPER_OK;
}
