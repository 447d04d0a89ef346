#include "CImageShim.h"
#include "exif.h"
#include "pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

typedef struct {
  png_structp file;
  png_infop info;
  const uint8_t *bytes;
  size_t count;
  size_t place;
  char *message;
  jmp_buf escape;
} invar_png;

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

static void close_file(void *opened) {
  invar_png *decoder = opened;
  if (!decoder) return;
  png_destroy_read_struct(&decoder->file, &decoder->info, NULL);
  free(decoder);
}

static void *open_file(const uint8_t *bytes, size_t count, invar_image_header *header, char *message) {
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
    close_file(decoder);
    return NULL;
  }
  decoder->file = png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, leave, stay_silent);
  if (decoder->file) decoder->info = png_create_info_struct(decoder->file);
  if (!decoder->info) {
    snprintf(message, INVAR_MESSAGE_SIZE, "libpng could not be started");
    close_file(decoder);
    return NULL;
  }
  png_set_read_fn(decoder->file, decoder, give);
  png_set_user_limits(decoder->file, 1 << 20, 1 << 20);
  // colour profiles and texts are skipped, since nothing reads them
  png_set_keep_unknown_chunks(decoder->file, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
  // kept as bytes, since libpng knows EXIF since 1.6.32 only, and refuses some forms of it
  png_set_keep_unknown_chunks(decoder->file, PNG_HANDLE_CHUNK_ALWAYS, (png_const_bytep) "eXIf", 1);
  png_read_info(decoder->file, decoder->info);
  header->width = png_get_image_width(decoder->file, decoder->info);
  header->height = png_get_image_height(decoder->file, decoder->info);
  header->orientation = 1;
  return decoder;
}

// An interlaced picture's rows are needed all at once.
static uint32_t rows_at_once(const invar_png *decoder) {
  int is_interlaced = png_get_interlace_type(decoder->file, decoder->info) != PNG_INTERLACE_NONE;
  return is_interlaced ? png_get_image_height(decoder->file, decoder->info) : 1;
}

static size_t room_for(const void *opened) {
  const invar_png *decoder = opened;
  return (size_t)4 * png_get_image_width(decoder->file, decoder->info) * rows_at_once(decoder);
}

// What chunk eXIf says, which may stand before the pixels or after.
static int orientation(const invar_png *decoder) {
  png_unknown_chunkp chunks = NULL;
  int count = png_get_unknown_chunks(decoder->file, decoder->info, &chunks);
  for (int i = 0; i < count; i++) {
    if (memcmp(chunks[i].name, "eXIf", 4) == 0) return invar_orientation(chunks[i].data, chunks[i].size);
  }
  return 1;
}

static int decode(void *opened, int channels, uint8_t *output, size_t capacity, uint8_t *rows, size_t room,
                  invar_image_header *header, char *message) {
  invar_png *decoder = opened;
  decoder->message = message;
  message[0] = 0;
  if (setjmp(decoder->escape)) return 0;
  png_structp file = decoder->file;
  uint32_t width = png_get_image_width(file, decoder->info);
  uint32_t height = png_get_image_height(file, decoder->info);
  uint32_t kept = rows_at_once(decoder);
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
      if (pass == passes - 1) invar_lay_on_white(row, width, channels, output + (size_t)y * width * channels);
    }
  }
  png_read_end(file, decoder->info);
  header->orientation = orientation(decoder);
  return 1;
}

const invar_codec *invar_png_codec(void) {
  static const invar_codec codec = {"PNG", open_file, room_for, decode, close_file};
  return &codec;
}
