/* Pictures of bytes: pixels WEIGHTS PICTURES IMAGES OUT TARGET

   PICTURES holds, for each, channels, width, height and stride as 32-bit numbers, and its rows, `stride` bytes each.
   IMAGES gets what the encoder is given of each, OUT its representation. */
#include "NAME_support.h"

int main(int count, char **words)
{
    if (count != 6) fail("pixels WEIGHTS PICTURES IMAGES OUT TARGET");
    const char *target = words[5];
    const size_t memory_size = NAME_memory_bytes(target), arena_size = NAME_arena_bytes(target, 1);
    if (memory_size == 0) return 10 + UPPER_PROCESSOR;
    void *memory = aligned(memory_size), *arena = aligned(arena_size), *scratch = aligned(NAME_pixel_bytes());
    char message[UPPER_MESSAGE];
    if (NAME_load(memory, memory_size, target, words[1], NULL, message) != UPPER_OK) fail(message);
    size_t size;
    unsigned char *pictures = read_file(words[2], &size), *at = pictures;
    FILE *images = fopen(words[3], "wb"), *file = fopen(words[4], "wb");
    if (images == NULL || file == NULL) fail(words[3]);
    while (at < pictures + size) {
        uint32_t numbers[4];
        memcpy(numbers, at, sizeof numbers);
        at += sizeof numbers;
        const size_t channels = numbers[0], width = numbers[1], height = numbers[2], stride = numbers[3];
        /* Behind the last row's pixels there is nothing more. */
        const size_t bytes = (height - 1) * stride + width * channels;
        uint8_t *pixels = checked(malloc(bytes));
        memcpy(pixels, at, bytes);
        at += height * stride;
        float image[UPPER_INPUT], out[UPPER_WIDTH];
        int status = NAME_prepare(pixels, width, height, stride, (int)channels, image, scratch);
        if (status == UPPER_OK && channels == 3)
            status = NAME_embed_rgb8(memory, pixels, width, height, stride, out, arena, arena_size, NULL);
        else if (status == UPPER_OK)
            status = NAME_embed_grey8(memory, pixels, width, height, stride, out, arena, arena_size, NULL);
        if (status != UPPER_OK) return fprintf(stderr, "%s\n", NAME_message(status)), 10 + status;
        if (fwrite(image, sizeof image, 1, images) != 1 || fwrite(out, sizeof out, 1, file) != 1) fail(words[3]);
        free(pixels);
    }
    if (fclose(images) != 0 || fclose(file) != 0) fail(words[3]);
    free(pictures), free(memory), free(arena), free(scratch);
    return 0;
}
