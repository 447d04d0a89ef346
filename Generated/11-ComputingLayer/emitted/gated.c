/* What gated was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "gated_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern gated_HIDDEN const struct gated_code gated_x86_64_v3;
#endif

const struct gated_code *const gated_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &gated_x86_64_v3,
#endif
    NULL,
};
