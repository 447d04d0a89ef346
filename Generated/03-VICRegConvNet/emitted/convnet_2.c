/* What convnet_2 was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "convnet_2_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern convnet_2_HIDDEN const struct convnet_2_code convnet_2_x86_64_v3;
#endif

const struct convnet_2_code *const convnet_2_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &convnet_2_x86_64_v3,
#endif
    NULL,
};
