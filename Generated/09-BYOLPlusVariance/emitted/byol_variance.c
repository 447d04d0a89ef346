/* What byol_variance was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "byol_variance_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern byol_variance_HIDDEN const struct byol_variance_code byol_variance_x86_64_v3;
#endif

const struct byol_variance_code *const byol_variance_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &byol_variance_x86_64_v3,
#endif
    NULL,
};
