// Decoders of JPEG and PNG that return an error instead of ending the process.
//
// libjpeg and libpng leave a failed call by longjmp, which Swift code must not be crossed by. So the
// calls are made here, and what went wrong comes back as text.
#ifndef INVAR_IMAGE_SHIM_H
#define INVAR_IMAGE_SHIM_H

#include <stddef.h>
#include <stdint.h>

// Room that every message needs.
enum { INVAR_MESSAGE_SIZE = 256 };

// What a picture's header says.
typedef struct {
  uint32_t width;
  uint32_t height;
  // 1 to 8 as EXIF numbers them; 1 where nothing is said.
  int orientation;
} invar_image_header;

// A JPEG decoder that is used for one picture after another.
typedef struct invar_jpeg invar_jpeg;

invar_jpeg *invar_jpeg_make(void);
void invar_jpeg_free(invar_jpeg *decoder);

// Reads the header. The bytes must stay until the picture is decoded.
// Each of these returns 1, or 0 and a message.
int invar_jpeg_begin(invar_jpeg *decoder, const uint8_t *bytes, size_t count, invar_image_header *header,
                     char *message);

// Size of the picture decoded at 1 / denominator (1, 2, 4 or 8).
void invar_jpeg_scaled_size(const invar_image_header *header, int denominator, uint32_t *width,
                            uint32_t *height);

// Decodes into [height, width, channels], 1 (luma) or 3 channels (red, green, blue), not turned yet.
int invar_jpeg_decode(invar_jpeg *decoder, int denominator, int channels, uint8_t *output, size_t capacity,
                      char *message);

// Writes a JPEG picture into memory from malloc, which the caller frees: for tests and benchmarks.
// Components: 1 grey, 3 red, green and blue, 4 CMYK. Subsampling: 1 or 2 in both directions.
int invar_jpeg_encode(const uint8_t *pixels, int width, int height, int components, int quality,
                      int subsampling, int progressive, uint8_t **bytes, unsigned long *count, char *message);

// A PNG decoder for one picture.
typedef struct invar_png invar_png;

// Reads the header; nothing, and a message, where that fails.
invar_png *invar_png_begin(const uint8_t *bytes, size_t count, invar_image_header *header, char *message);
void invar_png_free(invar_png *decoder);

// Decodes into [height, width, channels], transparent parts laid on white. `row` has room for 4 bytes
// a pixel of one row; an interlaced picture needs that for all its rows (see invar_png_rows).
int invar_png_decode(invar_png *decoder, int channels, uint8_t *output, size_t capacity, uint8_t *rows,
                     size_t room, char *message);

// How many rows must be kept at once: 1, or all where the picture is interlaced.
uint32_t invar_png_rows(const invar_png *decoder);

#endif
