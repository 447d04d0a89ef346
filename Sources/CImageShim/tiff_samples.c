#include "tiff_samples.h"

#include <stddef.h>
#include <string.h>

#include "pixels.h"

void invar_tiff_spread(const invar_tiff_form *form, const uint8_t *row, uint32_t count, uint16_t step, uint16_t which,
                       uint8_t *target) {
  size_t place = which;
  for (uint32_t x = 0; x < count; x++, place += step, target += 4) {
    if (form->bits == 8) {
      *target = row[place];
    } else if (form->bits == 16) {
      uint16_t value;
      memcpy(&value, row + 2 * place, 2);
      *target = (uint8_t)(((uint32_t)value * 255 + 32895) >> 16);
    } else {
      uint32_t most = (1u << form->bits) - 1;
      size_t bit = place * form->bits;
      uint32_t value = row[bit / 8] >> (8 - form->bits - bit % 8) & most;
      *target = (uint8_t)(form->kind == INVAR_TIFF_PALETTE ? value : value * 255 / most);
    }
  }
}

int invar_tiff_take(const invar_tiff_form *form, const uint8_t *row, uint32_t count, uint16_t together, float *target,
                    int step) {
  size_t place = 0;
  for (uint32_t x = 0; x < count; x++, target += step) {
    for (uint16_t c = 0; c < together; c++, place++) {
      if (form->is_fraction) {
        float value;
        memcpy(&value, row + 4 * place, 4);
        if (!(value >= 0 && value <= 1)) return 0;
        target[c] = value;
      } else if (form->bits == 8) {
        target[c] = row[place] / 255.0f;
      } else {
        uint16_t value;
        memcpy(&value, row + 2 * place, 2);
        target[c] = value / 65535.0f;
      }
    }
  }
  return 1;
}

// Palettes have 16 bits; some programs wrote 8.
static int has_wide_palette(const invar_tiff_form *form) {
  for (uint32_t i = 0; i < 1u << form->bits; i++) {
    for (int c = 0; c < 3; c++) {
      if (form->palette[c][i] > 255) return 1;
    }
  }
  return 0;
}

void invar_tiff_show(const invar_tiff_form *form, uint8_t *row, uint32_t width, int channels, uint8_t *output) {
  if (form->kind == INVAR_TIFF_INK) return invar_lay_ink(row, width, channels, 0, output);
  int shift = form->kind == INVAR_TIFF_PALETTE && has_wide_palette(form) ? 8 : 0;
  uint8_t *pixel = row;
  for (uint32_t x = 0; x < width; x++, pixel += 4) {
    // opacity stands after the colours, of which there may be one
    uint8_t opacity = form->has_opacity ? pixel[form->colors] : 255;
    uint8_t first = form->is_inverted ? 255 - pixel[0] : pixel[0];
    if (form->kind == INVAR_TIFF_GREY) pixel[0] = pixel[1] = pixel[2] = first;
    if (form->kind == INVAR_TIFF_PALETTE) {
      for (int c = 0; c < 3; c++) pixel[c] = (uint8_t)(form->palette[c][first] >> shift);
    }
    pixel[3] = opacity;
  }
  if (form->is_multiplied) {
    invar_lay_multiplied_on_white(row, width, channels, output);
  } else {
    invar_lay_on_white(row, width, channels, output);
  }
}
