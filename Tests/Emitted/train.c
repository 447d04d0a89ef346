/* Trains a state until it has been trained for so many steps:

       train STATE INPUTS OUT TERMS TARGET THREADS STEPS

   INPUTS holds the views of each step, and with HAS_PLACES the places of both, OUT gets the state as a file, OUT.encoder the encoder, TERMS the loss and its
   terms after each step. HAS_PREDICTOR, HAS_TARGET and HAS_SEED say which inputs a step has beside the views and the
   learning rate. */
#include "NAME_support.h"

int main(int count, char **words)
{
    if (count != 8) fail("train STATE INPUTS OUT TERMS TARGET THREADS STEPS");
    const char *target = strcmp(words[5], "best") == 0 ? NULL : words[5];
    const int threads = atoi(words[6]), steps = atoi(words[7]);
    char message[UPPER_MESSAGE];
    if (NAME_memory_bytes(target) == 0) {
        fprintf(stderr, "%s\n", NAME_message(UPPER_PROCESSOR));
        return 10 + UPPER_PROCESSOR;
    }
    NAME_pool *pool = threads > 1 ? NAME_pool_create(threads) : NULL;
    if (threads > 1 && pool == NULL) fail("there are no threads");
    const size_t memory_size = NAME_memory_bytes(target), arena_size = NAME_arena_bytes(target, threads);
    void *memory = aligned(memory_size), *arena = aligned(arena_size);
    memset(arena, 0xff, arena_size);
    int status = NAME_load(memory, memory_size, target, words[1], pool, message);
    if (status != UPPER_OK) return fprintf(stderr, "%s\n", message), 10 + status;
    size_t size;
    float *all = read_file(words[2], &size);
    const size_t first = (size_t)UPPER_BATCH * UPPER_INPUT1, second = (size_t)UPPER_BATCH * UPPER_INPUT2;
#ifdef HAS_PLACES
    const size_t place = (size_t)UPPER_BATCH * 5;
#else
    const size_t place = 0;
#endif
    const size_t each = first + second + 2 * place;
    if (size < (size_t)steps * each * sizeof(float)) fail("INPUTS is too short");
    NAME_terms *terms = checked(calloc((size_t)steps, sizeof *terms));
    for (int step = (int)NAME_steps(memory); step < steps; step++) {
        float *view1 = checked(malloc(first * sizeof(float))), *view2 = checked(malloc(second * sizeof(float)));
        memcpy(view1, all + (size_t)step * each, first * sizeof(float));
        memcpy(view2, all + (size_t)step * each + first, second * sizeof(float));
        NAME_inputs inputs = {.view1 = view1, .view2 = view2, .learning_rate = 0.0078125f * (float)(step + 1)};
#ifdef HAS_PLACES
        inputs.view1_place = all + (size_t)step * each + first + second;
        inputs.view2_place = inputs.view1_place + place;
#endif
#ifdef HAS_PREDICTOR
        inputs.predictor_learning_rate = 0.015625f;
#endif
#ifdef HAS_TARGET
        inputs.target_momentum = 0.875f;
#endif
#ifdef HAS_SEED
        inputs.seed = 7;
#endif
        status = NAME_step(memory, &inputs, &terms[step], arena, arena_size, pool);
        if (status != UPPER_OK) return fprintf(stderr, "%s\n", NAME_message(status)), 10 + status;
        free(view1), free(view2);
    }
    if (NAME_steps(memory) != (uint64_t)steps) fail("the state has not counted its steps");
    status = NAME_save(memory, words[3], message);
    if (status != UPPER_OK) return fprintf(stderr, "%s\n", message), 10 + status;
    char *path = checked(malloc(strlen(words[3]) + 16));
    sprintf(path, "%s.encoder", words[3]);
    status = NAME_save_encoder(memory, path, message);
    free(path);
    if (status != UPPER_OK) return fprintf(stderr, "%s\n", message), 10 + status;
    write_file(words[4], terms, (size_t)steps * sizeof *terms);
    NAME_pool_destroy(pool);
    free(all), free(terms), free(memory), free(arena);
    return 0;
}
