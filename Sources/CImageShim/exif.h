// How a camera was held, from a picture's EXIF data.
#ifndef INVAR_EXIF_H
#define INVAR_EXIF_H

#include <stddef.h>
#include <stdint.h>

// 1 to 8, or 1 where the data says nothing or makes no sense. The data may begin with "Exif\0\0", as JPEG's
// segment must, PNG's chunk must not, and WebP's chunk often does.
int invar_orientation(const uint8_t *data, size_t count);

#endif
