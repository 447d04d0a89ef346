/* On this machine: native TARGET OUT, or native TARGET for the bytes that it takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t compute_bytes(const char *target);
size_t compute_count(const char *target);
size_t compute(const char *target, char *memory, float *out);

int main(int count, char **words)
{
    if (count < 2 || count > 3 || compute_bytes(words[1]) == 0) return fprintf(stderr, "native TARGET [OUT]\n"), 2;
    const size_t bytes = compute_bytes(words[1]), numbers = compute_count(words[1]);
    if (count == 2) return printf("%zu\n", bytes), 0;
    char *memory = aligned_alloc(64, bytes);
    float *out = malloc(numbers * sizeof *out);
    if (memory == NULL || out == NULL) return 1;
    memset(memory, 0, bytes);
    compute(words[1], memory, out);
    FILE *file = fopen(words[2], "wb");
    if (file == NULL || fwrite(out, sizeof *out, numbers, file) != numbers || fclose(file) != 0)
        return perror(words[2]), 1;
    free(memory), free(out);
    return 0;
}
