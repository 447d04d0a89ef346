#include "pixels.h"

static void put(const uint32_t rgb[3], int channels, uint8_t *output) {
  if (channels == 1) {
    output[0] = (uint8_t)((19595 * rgb[0] + 38470 * rgb[1] + 7471 * rgb[2] + 32768) >> 16);
  } else {
    for (int c = 0; c < 3; c++) output[c] = (uint8_t)rgb[c];
  }
}

void invar_lay_on_white(const uint8_t *row, uint32_t width, int channels, uint8_t *output) {
  for (uint32_t x = 0; x < width; x++, row += 4, output += channels) {
    uint32_t opacity = row[3], rgb[3];
    for (int c = 0; c < 3; c++) rgb[c] = (row[c] * opacity + 255 * (255 - opacity) + 127) / 255;
    put(rgb, channels, output);
  }
}

void invar_lay_multiplied_on_white(const uint8_t *row, uint32_t width, int channels, uint8_t *output) {
  for (uint32_t x = 0; x < width; x++, row += 4, output += channels) {
    uint32_t rgb[3];
    for (int c = 0; c < 3; c++) {
      uint32_t sum = row[c] + 255 - row[3];
      rgb[c] = sum > 255 ? 255 : sum;
    }
    put(rgb, channels, output);
  }
}

void invar_lay_ink(const uint8_t *row, uint32_t width, int channels, int is_inverted, uint8_t *output) {
  for (uint32_t x = 0; x < width; x++, row += 4, output += channels) {
    uint32_t light[4], rgb[3];
    for (int c = 0; c < 4; c++) light[c] = is_inverted ? row[c] : 255 - row[c];
    for (int c = 0; c < 3; c++) rgb[c] = (light[c] * light[3] + 127) / 255;
    put(rgb, channels, output);
  }
}
