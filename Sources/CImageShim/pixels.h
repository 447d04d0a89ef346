// What the decoders of several kinds do to a row of pixels.
#ifndef INVAR_PIXELS_H
#define INVAR_PIXELS_H

#include <stdint.h>

// One row of red, green, blue and opacity, laid on white: into 1 channel (luma) or 3.
void invar_lay_on_white(const uint8_t *row, uint32_t width, int channels, uint8_t *output);

// The same where colours are multiplied by their opacity already.
void invar_lay_multiplied_on_white(const uint8_t *row, uint32_t width, int channels, uint8_t *output);

// One row of cyan, magenta, yellow and black: (255 − ink)·(255 − black)/255 is the light that is left. With
// `is_inverted` the numbers are what ink leaves of the light, as Adobe's programs store it in JPEG files.
void invar_lay_ink(const uint8_t *row, uint32_t width, int channels, int is_inverted, uint8_t *output);

#endif
