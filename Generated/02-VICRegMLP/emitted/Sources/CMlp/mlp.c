/* What mlp was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "mlp_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern mlp_HIDDEN const struct mlp_code mlp_x86_64_v3;
#endif

const struct mlp_code *const mlp_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &mlp_x86_64_v3,
#endif
    NULL,
};
