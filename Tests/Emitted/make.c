/* Makes up weights and what is computed with them, for so many images or steps: make WEIGHTS INPUTS COUNT */
#include "NAME_support.h"

int main(int count, char **words)
{
    if (count != 4) fail("make WEIGHTS INPUTS COUNT");
    size_t size;
    unsigned char *file = made_file(&size);
    write_file(words[1], file, size);
    free(file);
#if UPPER_IS_TRAINING
    const size_t each = UPPER_BATCH * ((size_t)UPPER_INPUT1 + UPPER_INPUT2);
#else
    const size_t each = UPPER_INPUT;
#endif
    const size_t numbers = each * (size_t)atoi(words[3]);
    float *values = checked(malloc(numbers * sizeof(float)));
    uint64_t random = 2;
    for (size_t place = 0; place < numbers; place++) values[place] = draw_between(&random, -2, 2);
    write_file(words[2], values, numbers * sizeof(float));
    free(values);
    return 0;
}
