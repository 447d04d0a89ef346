// From the numbers of a TIFF file to pixels.
#ifndef INVAR_TIFF_SAMPLES_H
#define INVAR_TIFF_SAMPLES_H

#include <stdint.h>

typedef enum { INVAR_TIFF_GREY, INVAR_TIFF_PALETTE, INVAR_TIFF_RGB, INVAR_TIFF_INK } invar_tiff_kind;

// What the numbers of a pixel mean.
typedef struct {
  invar_tiff_kind kind;
  // Of one number: 1, 2, 4, 8 or 16; of a band 32 too.
  uint16_t bits;
  // Whether numbers have fractions: those of bands may.
  int is_fraction;
  // Numbers a pixel, and how many of them, from the first, are colour.
  uint16_t samples, colors;
  // Whether the number after the colours is opacity, and colours are multiplied by it already.
  int has_opacity, is_multiplied;
  // Whether a grey of 0 is white.
  int is_inverted;
  // Red, green and blue, each of 2^bits numbers.
  uint16_t *palette[3];
} invar_tiff_form;

// How many numbers of a pixel are looked at: at most 4.
static inline uint16_t invar_tiff_used(const invar_tiff_form *form) {
  return (uint16_t)(form->colors + (form->has_opacity ? 1 : 0));
}

// Writes number `which` of each of `count` pixels, of `step` numbers each, to every fourth byte: rounded to 8 bits, but
// for places of a palette, which stay as they are.
void invar_tiff_spread(const invar_tiff_form *form, const uint8_t *row, uint32_t count, uint16_t step, uint16_t which,
                       uint8_t *target);

// Writes all numbers of `count` pixels, `together` of each side by side, as numbers from 0 to 1: a pixel's to `target`, the next
// pixel's `step` further. 0 where one is a fraction outside of that.
int invar_tiff_take(const invar_tiff_form *form, const uint8_t *row, uint32_t count, uint16_t together, float *target,
                    int step);

// Turns a row of four numbers a pixel into 1 channel (luma) or 3, on white. The row is overwritten.
void invar_tiff_show(const invar_tiff_form *form, uint8_t *row, uint32_t width, int channels, uint8_t *output);

#endif
