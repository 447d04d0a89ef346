/* Trains the encoder of `rows` (main.swift) on the rows of a file: 16 numbers each, with commas or spaces between. Two views of a
   row are the row with noise, and some of its numbers left out. */
#include "rows_training.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BATCH = ROWS_TRAINING_BATCH, WIDTH = ROWS_TRAINING_INPUT1, EPOCHS = 30 };

static void end(const char *why) { fprintf(stderr, "%s\n", why), exit(1); }

static double uniform(void) { return (rand() + 1.0) / (RAND_MAX + 2.0); }
static double normal(void) { return sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform()); }

/* All numbers of a file, each column with mean 0 and deviation 1. */
static float *read_rows(const char *path, size_t *count)
{
    float *rows = NULL;
    size_t numbers = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) perror(path), exit(1);
    for (float value; fscanf(file, "%f%*[, \t\r\n]", &value) == 1; numbers++) {
        if (numbers % 4096 == 0) rows = realloc(rows, (numbers + 4096) * sizeof *rows);
        if (rows == NULL) end("there is no memory");
        rows[numbers] = value;
    }
    if (fclose(file) != 0 || numbers % WIDTH != 0) end("the file does not hold rows of so many numbers");
    *count = numbers / WIDTH;
    for (size_t column = 0; column < WIDTH; column++) {
        double sum = 0, squares = 0;
        for (size_t row = 0; row < *count; row++) sum += rows[row * WIDTH + column];
        for (size_t row = 0; row < *count; row++) squares += pow(rows[row * WIDTH + column] -= sum / *count, 2);
        for (size_t row = 0; row < *count; row++) rows[row * WIDTH + column] /= sqrt(squares / *count) + 1e-6;
    }
    return rows;
}

static void make_view(const float *row, float *view)
{
    for (int i = 0; i < WIDTH; i++) view[i] = uniform() < 0.15 ? 0 : row[i] + 0.1f * (float)normal();
}

int main(int count, char **words)
{
    if (count != 4) end("usage: train STATE ROWS ENCODER");
    char message[ROWS_TRAINING_MESSAGE];
    size_t memory_bytes = rows_training_memory_bytes(NULL), arena_bytes = rows_training_arena_bytes(NULL, 1), rows;
    void *memory = aligned_alloc(ROWS_TRAINING_ALIGNMENT, memory_bytes), *arena = aligned_alloc(ROWS_TRAINING_ALIGNMENT, arena_bytes);
    if (memory_bytes == 0) end(rows_training_message(ROWS_TRAINING_PROCESSOR));
    if (rows_training_load(memory, memory_bytes, NULL, words[1], NULL, message) != ROWS_TRAINING_OK) end(message);
    float *data = read_rows(words[2], &rows);
    if (rows < BATCH) end("there are fewer rows than a batch has");
    static float view1[BATCH * WIDTH], view2[BATCH * WIDTH];
    for (size_t epoch = 0, steps = rows / BATCH; epoch < EPOCHS; epoch++) {
        rows_training_terms terms = {0}, sums = {0};
        for (size_t step = 0; step < steps; step++) {
            for (size_t i = 0; i < BATCH; i++) {
                const float *row = data + (size_t)(uniform() * rows) * WIDTH;
                make_view(row, view1 + i * WIDTH), make_view(row, view2 + i * WIDTH);
            }
            rows_training_inputs inputs = {.view1 = view1, .view2 = view2, .learning_rate = 2e-3f};
            int status = rows_training_step(memory, &inputs, &terms, arena, arena_bytes, NULL);
            if (status != ROWS_TRAINING_OK) end(rows_training_message(status));
            sums.loss += terms.loss, sums.variance += terms.variance;
        }
        printf("epoch %zu: loss %.3f, variance %.3f\n", epoch + 1, sums.loss / steps, sums.variance / steps);
    }
    if (rows_training_save_encoder(memory, words[3], message) != ROWS_TRAINING_OK) end(message);
    free(data), free(memory), free(arena);
    return 0;
}
