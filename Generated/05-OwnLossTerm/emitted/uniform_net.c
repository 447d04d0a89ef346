/* What uniform_net was compiled for, the best for a processor first. Written by invar emit 0.1.0. */
#include "uniform_net_internal.h"

#if defined(__x86_64__) && defined(__ELF__)
extern uniform_net_HIDDEN const struct uniform_net_code uniform_net_x86_64_v3;
#endif

const struct uniform_net_code *const uniform_net_codes[] = {
#if defined(__x86_64__) && defined(__ELF__)
    &uniform_net_x86_64_v3,
#endif
    NULL,
};
