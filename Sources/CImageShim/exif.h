// How a camera was held, from the EXIF segment of a JPEG file.
#ifndef INVAR_EXIF_H
#define INVAR_EXIF_H

#include <stddef.h>
#include <stdint.h>

// 1 to 8, or 1 where the segment says nothing or makes no sense.
int invar_orientation(const uint8_t *data, size_t count);

#endif
