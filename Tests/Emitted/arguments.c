/* Wrong arguments: each gets the status that the header promises, and none does harm. */
#include "NAME_support.h"

static int faults;

static void expect(const char *what, int status, int wanted)
{
    if (status == wanted) return;
    faults++;
    fprintf(stderr, "%s: status %d (%s), not %d\n", what, status, NAME_message(status), wanted);
}

static void expect_true(const char *what, int is_true) { expect(what, is_true ? UPPER_OK : UPPER_ARGUMENT, UPPER_OK); }

#define EXPECT(status, call) expect(#call, call, UPPER_##status)
#define EXPECT_TRUE(condition) expect_true(#condition, condition)

static void run_nothing(void *context, NAME_tile *tile, void **table, intptr_t tiles)
{
    (void)context, (void)tile, (void)table, (void)tiles;
}

static void sizes_and_pools(void)
{
    EXPECT_TRUE(NAME_target() != NULL);
    EXPECT_TRUE(NAME_memory_bytes("x86-64-v9") == 0 && NAME_memory_bytes("") == 0);
    EXPECT_TRUE(NAME_arena_bytes("x86-64-v9", 1) == 0);
    EXPECT_TRUE(NAME_arena_bytes(NULL, 0) == 0 && NAME_arena_bytes(NULL, -1) == 0);
    EXPECT_TRUE(NAME_arena_bytes(NULL, UPPER_MOST_THREADS) > 0);
    EXPECT_TRUE(NAME_arena_bytes(NULL, UPPER_MOST_THREADS + 1) == 0);
    EXPECT_TRUE(NAME_pool_create(0) == NULL && NAME_pool_create(-1) == NULL);
    EXPECT_TRUE(NAME_pool_create(UPPER_MOST_THREADS + 1) == NULL);
    NAME_pool_destroy(NULL);
    for (int status = -2; status < 9; status++)
        EXPECT_TRUE(NAME_message(status) != NULL && NAME_message(status)[0] != 0);
}

static void tensors(void)
{
    const uint64_t *shape;
    int rank = -1;
    size_t count = 0;
    while (NAME_tensor(count, &shape, &rank) != NULL) {
        EXPECT_TRUE(NAME_tensor(count, NULL, NULL)[0] != 0 && shape != NULL && rank >= 0 && rank <= 4);
        count++;
    }
    EXPECT_TRUE(count > 0 && NAME_tensor(count + 1000, NULL, NULL) == NULL);
}

static void loading(char *memory, size_t bytes, unsigned char *file, size_t size)
{
    char message[UPPER_MESSAGE];
    NAME_pool none = {0, NULL, run_nothing}, many = {UPPER_MOST_THREADS + 1, NULL, run_nothing};
    NAME_pool still = {2, NULL, NULL};
    EXPECT(ARGUMENT, NAME_load_memory(NULL, bytes, NULL, file, size, NULL, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory + 4, bytes, NULL, file, size, NULL, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory, bytes - 1, NULL, file, size, NULL, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory, 0, NULL, file, size, NULL, NULL));
    EXPECT(ARGUMENT, NAME_load_memory(memory, bytes, NULL, NULL, size, NULL, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory, bytes, NULL, file, size, &none, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory, bytes, NULL, file, size, &many, message));
    EXPECT(ARGUMENT, NAME_load_memory(memory, bytes, NULL, file, size, &still, NULL));
    EXPECT(PROCESSOR, NAME_load_memory(memory, bytes, "x86-64-v9", file, size, NULL, message));
    EXPECT(WEIGHTS, NAME_load_memory(memory, bytes, NULL, file, 0, NULL, message));
    EXPECT(WEIGHTS, NAME_load_memory(memory, bytes, NULL, file, 7, NULL, message));
    EXPECT(WEIGHTS, NAME_load_memory(memory, bytes, NULL, file, 8, NULL, message));
    EXPECT(WEIGHTS, NAME_load_memory(memory, bytes, NULL, file, size - 1, NULL, message));
    EXPECT_TRUE(message[0] != 0);
    EXPECT(ARGUMENT, NAME_load(memory, bytes, NULL, NULL, NULL, message));
    EXPECT(FILE, NAME_load(memory, bytes, NULL, "no such file", NULL, message));
    EXPECT_TRUE(strstr(message, "no such file") != NULL);
    EXPECT(FILE, NAME_load(memory, bytes, NULL, "", NULL, NULL));
    EXPECT(FILE, NAME_load(memory, bytes, NULL, ".", NULL, message));
    EXPECT(FILE, NAME_load(memory, bytes, NULL, "/dev/null", NULL, message));
    /* Each length that a file could be cut at. */
    for (size_t cut = 0; cut < size; cut += cut < 4096 ? 1 : 4099)
        expect("a file that is cut short", NAME_load_memory(memory, bytes, NULL, file, cut, NULL, NULL), UPPER_WEIGHTS);
}

#if UPPER_IS_TRAINING
static void computing(char *memory, char *arena, size_t arena_bytes)
{
    const size_t numbers = (size_t)UPPER_BATCH * (UPPER_INPUT1 > UPPER_INPUT2 ? UPPER_INPUT1 : UPPER_INPUT2);
    float *views = checked(calloc(numbers + 1, sizeof(float)));
    NAME_inputs inputs = {.view1 = views, .view2 = views}, missing = {.view1 = views}, crooked = {.view1 = views};
    crooked.view2 = (const float *)(const void *)((const char *)views + 1);
    NAME_pool none = {0, NULL, run_nothing};
    NAME_terms terms;
    uint64_t steps = NAME_steps(memory);
    EXPECT_TRUE(NAME_steps(NULL) == 0);
    EXPECT(ARGUMENT, NAME_step(NULL, &inputs, &terms, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, NULL, &terms, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &missing, &terms, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &crooked, &terms, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &inputs, &terms, NULL, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &inputs, &terms, arena + 4, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &inputs, &terms, arena, arena_bytes - 1, NULL));
    EXPECT(ARGUMENT, NAME_step(memory, &inputs, &terms, arena, arena_bytes, &none));
    EXPECT_TRUE(NAME_steps(memory) == steps);
    EXPECT(OK, NAME_step(memory, &inputs, NULL, arena, arena_bytes, NULL));
    EXPECT_TRUE(NAME_steps(memory) == steps + 1);
    EXPECT(ARGUMENT, NAME_save(NULL, "state", NULL));
    EXPECT(ARGUMENT, NAME_save(arena, "state", NULL));
    EXPECT(ARGUMENT, NAME_save(memory, NULL, NULL));
    EXPECT(FILE, NAME_save(memory, "no such folder/state", NULL));
    EXPECT(FILE, NAME_save_encoder(memory, "", NULL));
    free(views);
}
#else
static void computing(char *memory, char *arena, size_t arena_bytes)
{
    float *images = checked(calloc(2 * (size_t)UPPER_INPUT + 1, sizeof(float)));
    float *out = checked(calloc(2 * UPPER_WIDTH + 1, sizeof(float)));
    const float *crooked = (const float *)(const void *)((const char *)images + 1);
    float *crooked_out = (float *)(void *)((char *)out + 2);
    NAME_pool none = {0, NULL, run_nothing}, still = {2, NULL, NULL}, many = {2, NULL, run_nothing};
    EXPECT(ARGUMENT, NAME_embed(NULL, images, 1, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory + 4, images, 1, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(arena, images, 1, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, NULL, 1, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, crooked, 1, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 0, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, NULL, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, crooked_out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, NULL, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, arena + 4, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, arena, arena_bytes - 1, NULL));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, arena, arena_bytes, &none));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, arena, arena_bytes, &still));
    EXPECT(ARGUMENT, NAME_embed(memory, images, 1, out, arena, 0, &many));
    EXPECT(OK, NAME_embed(memory, images, 2, out, arena, arena_bytes, NULL));
#if UPPER_HAS_PIXELS
    const uint8_t pixels[3 * 4 * 4] = {0};
    EXPECT(ARGUMENT, NAME_embed_rgb8(NULL, pixels, 4, 4, 12, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, NULL, 4, 4, 12, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 0, 4, 12, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 4, 0, 12, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 4, 4, 11, out, arena, arena_bytes, NULL));
    const size_t wide = UPPER_LONGEST_SIDE + 1;
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, wide, 1, SIZE_MAX, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 1, SIZE_MAX, 3, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, SIZE_MAX / 2, 1, SIZE_MAX, out, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 4, 4, 12, NULL, arena, arena_bytes, NULL));
    EXPECT(ARGUMENT, NAME_embed_rgb8(memory, pixels, 4, 4, 12, out, arena, arena_bytes - 1, NULL));
    EXPECT(ARGUMENT, NAME_embed_grey8(memory, pixels, 4, 4, 3, out, NULL, arena_bytes, NULL));
    EXPECT(OK, NAME_embed_rgb8(memory, pixels, 4, 4, 12, out, arena, arena_bytes, NULL));
    EXPECT(OK, NAME_embed_grey8(memory, pixels, 4, 4, 12, out, arena, arena_bytes, NULL));
#endif
    free(images), free(out);
}
#endif

int main(void)
{
    size_t size;
    const size_t bytes = NAME_memory_bytes(NULL), arena_bytes = NAME_arena_bytes(NULL, 1);
    char *memory = aligned(bytes + UPPER_ALIGNMENT), *arena = aligned(arena_bytes + UPPER_ALIGNMENT);
    unsigned char *file = made_file(&size), *whole = checked(malloc(size));
    memcpy(whole, file, size);
    free(file);
    memset(memory, 0, bytes), memset(arena, 0, arena_bytes);
    sizes_and_pools();
    tensors();
    loading(memory, bytes, whole, size);
    /* Nothing was loaded so far. */
    EXPECT_TRUE(NAME_code_of(memory) == NULL);
    EXPECT(OK, NAME_load_memory(memory, bytes, NULL, whole, size, NULL, NULL));
    struct NAME_head *head = (struct NAME_head *)(void *)memory;
    head->mark ^= 1;
    EXPECT_TRUE(NAME_code_of(memory) == NULL);
    head->mark ^= 1;
    computing(memory, arena, arena_bytes);
    free(memory), free(arena), free(whole);
    return faults == 0 ? 0 : 1;
}
