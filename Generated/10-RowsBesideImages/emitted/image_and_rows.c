/* What image_and_rows was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "image_and_rows_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern image_and_rows_HIDDEN const struct image_and_rows_code image_and_rows_x86_64_v3;
#endif

const struct image_and_rows_code *const image_and_rows_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &image_and_rows_x86_64_v3,
#endif
    NULL,
};
