// Decoders of JPEG, PNG, WebP and TIFF that return an error instead of ending the process.
//
// libjpeg and libpng leave a failed call by longjmp, which Swift code must not be crossed by, and libtiff tells what
// is wrong by a function of printf's kind, which Swift cannot write. So the calls are made here, and what went wrong
// comes back as text.
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
  // Whether the file may be whole, but is of a form that is not read.
  int is_unread;
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

// How a kind of picture is read that is decoded at its full size.
typedef struct {
  const char *name;
  // Reads the header. The bytes must stay until the file is closed. Nothing, and a message, where that fails.
  void *(*open)(const uint8_t *bytes, size_t count, invar_image_header *header, char *message);
  // Bytes that decoding needs beside its output: no more than a small multiple of the picture and of 64 MiB.
  size_t (*room)(const void *file);
  // Decodes into [height, width, channels], 1 (luma) or 3 channels (red, green, blue), transparent parts laid on
  // white, not turned yet; the header's orientation holds afterwards, since files may say it at their end. Returns 1,
  // or 0 and a message.
  int (*decode)(void *file, int channels, uint8_t *output, size_t capacity, uint8_t *room, size_t size,
                invar_image_header *header, char *message);
  void (*close)(void *file);
} invar_codec;

const invar_codec *invar_png_codec(void);
// Of a moving picture the first frame.
const invar_codec *invar_webp_codec(void);
// Of several pages the first.
const invar_codec *invar_tiff_codec(void);
// The same where the numbers of a pixel are no colours: `decode` wants as many channels as the file has, and writes floats from 0 to 1, four
// bytes each; numbers of 8 or 16 bits are divided by the most that they can be.
const invar_codec *invar_tiff_bands_codec(void);

#endif
