/* Loads a state and writes it to another file: state FROM TO */
#include "NAME.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count, char **words)
{
    char message[UPPER_MESSAGE] = "";
    size_t bytes = NAME_memory_bytes(NULL);
    void *memory = aligned_alloc(UPPER_ALIGNMENT, bytes);
    if (count != 3 || memory == NULL) return 2;
    int status = NAME_load(memory, bytes, NULL, words[1], NULL, message);
    if (status == UPPER_OK) status = NAME_save(memory, words[2], message);
    if (status != UPPER_OK) fprintf(stderr, "%s\n", message);
    free(memory);
    return status;
}
