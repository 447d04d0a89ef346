/* What mobile was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "mobile_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern mobile_HIDDEN const struct mobile_code mobile_x86_64_v3;
#endif

const struct mobile_code *const mobile_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &mobile_x86_64_v3,
#endif
    NULL,
};
