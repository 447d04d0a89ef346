/* Where there is no system: what compilers call for loops over bytes and compute.c for text, and the beginning. */
#include <stddef.h>

size_t compute_bytes(const char *target);
size_t compute(const char *target, char *memory, float *out);

void *memcpy(void *to, const void *from, size_t count)
{
    for (size_t place = 0; place < count; place++) ((volatile char *)to)[place] = ((const char *)from)[place];
    return to;
}

void *memset(void *to, int byte, size_t count)
{
    for (size_t place = 0; place < count; place++) ((volatile char *)to)[place] = (char)byte;
    return to;
}

size_t strlen(const char *text)
{
    size_t count = 0;
    while (((const volatile char *)text)[count] != 0) count++;
    return count;
}

int strncmp(const char *a, const char *b, size_t count)
{
    size_t place = 0;
    while (place < count && a[place] != 0 && a[place] == b[place]) place++;
    return place == count ? 0 : (unsigned char)a[place] - (unsigned char)b[place];
}

int strcmp(const char *a, const char *b) { return strncmp(a, b, (size_t)-1); }

/* The emulator writes the first three: a target's name, zeros, and room for the numbers. */
const char *target_name;
char *zeros;
float *numbers;
size_t number_count;

void _start(void)
{
    number_count = compute(target_name, zeros, numbers);
    __asm__ __volatile__("hlt");
}
