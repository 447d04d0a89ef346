/* Which of the instructions that kernels may be made of this processor has, and its system lets programs use. */
#include "mlp_internal.h"

#if defined(__x86_64__)
#include <cpuid.h>

struct leaves {
    uint32_t ecx1, ebx7, ecx80000001;
    /* Registers that the system keeps for a program: bits 1 and 2 for AVX, 5 to 7 for AVX-512. */
    uint32_t kept;
};

static struct leaves ask(void)
{
    struct leaves found = {0, 0, 0, 0};
    uint32_t eax, ebx, ecx, edx;
    if (__get_cpuid(1, &eax, &ebx, &ecx, &edx)) found.ecx1 = ecx;
    if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx)) found.ebx7 = ebx;
    if (__get_cpuid(0x80000001, &eax, &ebx, &ecx, &edx)) found.ecx80000001 = ecx;
    if (found.ecx1 & 1u << 27) {
        uint32_t low, high;
        __asm__ __volatile__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
        found.kept = low;
    }
    return found;
}

static int has(uint32_t found, uint32_t wanted) { return (found & wanted) == wanted; }

/* SSE3, SSSE3, CMPXCHG16B, SSE4.1, SSE4.2, POPCNT */
static int has_v2(struct leaves found) { return has(found.ecx1, 1u | 1u << 9 | 1u << 13 | 1u << 19 | 1u << 20 | 1u << 23); }

/* FMA, MOVBE, AVX, F16C; BMI1, AVX2, BMI2; LZCNT */
static int has_v3(struct leaves found)
{
    return has_v2(found) && has(found.ecx1, 1u << 12 | 1u << 22 | 1u << 28 | 1u << 29)
        && has(found.ebx7, 1u << 3 | 1u << 5 | 1u << 8) && has(found.ecx80000001, 1u << 5) && has(found.kept, 0x6);
}

/* AVX512F, DQ, CD, BW, VL */
static int has_v4(struct leaves found)
{
    return has_v3(found) && has(found.ebx7, 1u << 16 | 1u << 17 | 1u << 28 | 1u << 30 | 1u << 31) && has(found.kept, 0xe6);
}

int mlp_has(enum mlp_instructions wanted)
{
    switch (wanted) {
    case mlp_X86_64_V2: return has_v2(ask());
    case mlp_X86_64_V3: return has_v3(ask());
    case mlp_X86_64_V4: return has_v4(ask());
    case mlp_AARCH64: return 0;
    }
    return 0;
}
#elif defined(__aarch64__)
/* Its vectors (NEON) are in every processor of the kind that runs a system. */
int mlp_has(enum mlp_instructions wanted) { return wanted == mlp_AARCH64; }
#else
int mlp_has(enum mlp_instructions wanted) { (void)wanted; return 0; }
#endif
