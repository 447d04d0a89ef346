#include "CImageShim.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

struct invar_png {
  png_structp file;
  png_infop info;
  const uint8_t *bytes;
  size_t count;
  size_t place;
  char *message;
  jmp_buf escape;
};

static void leave(png_structp file, png_const_charp text) {
  invar_png *decoder = png_get_error_ptr(file);
  snprintf(decoder->message, INVAR_MESSAGE_SIZE, "%s", text);
  longjmp(decoder->escape, 1);
}

static void stay_silent(png_structp file, png_const_charp text) {
  (void)file;
  (void)text;
}

static void give(png_structp file, png_bytep target, size_t wanted) {
  invar_png *decoder = png_get_io_ptr(file);
  if (wanted > decoder->count - decoder->place) png_error(file, "the file is cut short");
  memcpy(target, decoder->bytes + decoder->place, wanted);
  decoder->place += wanted;
}

void invar_png_free(invar_png *decoder) {
  if (!decoder) return;
  png_destroy_read_struct(&decoder->file, &decoder->info, NULL);
  free(decoder);
}

invar_png *invar_png_begin(const uint8_t *bytes, size_t count, invar_image_header *header, char *message) {
  invar_png *decoder = calloc(1, sizeof *decoder);
  message[0] = 0;
  if (!decoder) {
    snprintf(message, INVAR_MESSAGE_SIZE, "out of memory");
    return NULL;
  }
  decoder->bytes = bytes;
  decoder->count = count;
  decoder->message = message;
  if (setjmp(decoder->escape)) {
    invar_png_free(decoder);
    return NULL;
  }
  decoder->file = png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, leave, stay_silent);
  if (decoder->file) decoder->info = png_create_info_struct(decoder->file);
  if (!decoder->info) {
    snprintf(message, INVAR_MESSAGE_SIZE, "libpng could not be started");
    invar_png_free(decoder);
    return NULL;
  }
  png_set_read_fn(decoder->file, decoder, give);
  png_set_user_limits(decoder->file, 1 << 20, 1 << 20);
  // colour profiles and texts are skipped, since nothing reads them
  png_set_keep_unknown_chunks(decoder->file, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
  png_read_info(decoder->file, decoder->info);
  header->width = png_get_image_width(decoder->file, decoder->info);
  header->height = png_get_image_height(decoder->file, decoder->info);
  header->orientation = 1;
  return decoder;
}

uint32_t invar_png_rows(const invar_png *decoder) {
  int is_interlaced = png_get_interlace_type(decoder->file, decoder->info) != PNG_INTERLACE_NONE;
  return is_interlaced ? png_get_image_height(decoder->file, decoder->info) : 1;
}

// One row of red, green, blue and opacity, on white.
static void lay_on_white(const uint8_t *row, uint32_t width, int channels, uint8_t *output) {
  for (uint32_t x = 0; x < width; x++, row += 4) {
    uint32_t opacity = row[3], rgb[3];
    for (int c = 0; c < 3; c++) rgb[c] = (row[c] * opacity + 255 * (255 - opacity) + 127) / 255;
    if (channels == 1) {
      output[x] = (uint8_t)((19595 * rgb[0] + 38470 * rgb[1] + 7471 * rgb[2] + 32768) >> 16);
    } else {
      for (int c = 0; c < 3; c++) output[3 * x + c] = (uint8_t)rgb[c];
    }
  }
}

int invar_png_decode(invar_png *decoder, int channels, uint8_t *output, size_t capacity, uint8_t *rows,
                     size_t room, char *message) {
  decoder->message = message;
  message[0] = 0;
  if (setjmp(decoder->escape)) return 0;
  png_structp file = decoder->file;
  uint32_t width = png_get_image_width(file, decoder->info);
  uint32_t height = png_get_image_height(file, decoder->info);
  uint32_t kept = invar_png_rows(decoder);
  size_t stride = (size_t)width * 4;
  if ((size_t)width * height * channels > capacity || stride * kept > room) {
    png_error(file, "there is no room for it");
  }
  // everything becomes eight bits of red, green, blue and opacity
  png_set_scale_16(file);
  png_set_expand(file);
  png_set_gray_to_rgb(file);
  png_set_filler(file, 0xFF, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(file);
  png_read_update_info(file, decoder->info);
  if (png_get_rowbytes(file, decoder->info) != stride) png_error(file, "its pixels have an unknown form");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < height; y++) {
      uint8_t *row = rows + (kept == 1 ? 0 : stride * y);
      png_read_row(file, row, NULL);
      if (pass == passes - 1) lay_on_white(row, width, channels, output + (size_t)y * width * channels);
    }
  }
  png_read_end(file, NULL);
  return 1;
}
