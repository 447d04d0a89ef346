/* What mlp_and_convnet was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "mlp_and_convnet_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern mlp_and_convnet_HIDDEN const struct mlp_and_convnet_code mlp_and_convnet_x86_64_v3;
#endif

const struct mlp_and_convnet_code *const mlp_and_convnet_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &mlp_and_convnet_x86_64_v3,
#endif
    NULL,
};
