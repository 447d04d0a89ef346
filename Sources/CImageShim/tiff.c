#include "CImageShim.h"
#include "pixels.h"
#include "tiff_samples.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tiffio.h>

// A row or a tile of a file may take so much memory, decoded.
enum { MOST_PIECE = 64 << 20 };

typedef struct {
  TIFF *file;
  const uint8_t *bytes;
  size_t count, place;
  // The caller's, while a call runs.
  char *message;
  // Whether some of the picture is missing or garbled, though libtiff went on.
  int damaged;
  invar_tiff_form form;
  uint32_t width, height;
  // Whether each colour is in a part of the file of its own.
  int is_separate;
  // Of a tile; of a picture without tiles a row of it is one.
  uint32_t tile_width, tile_height;
  int is_tiled;
  size_t tile_bytes, tile_stride;
} invar_tiff;

// MARK: the file is memory

static tmsize_t give(thandle_t handle, void *target, tmsize_t wanted) {
  invar_tiff *decoder = handle;
  size_t left = decoder->place < decoder->count ? decoder->count - decoder->place : 0;
  size_t given = (size_t)wanted < left ? (size_t)wanted : left;
  memcpy(target, decoder->bytes + decoder->place, given);
  decoder->place += given;
  return (tmsize_t)given;
}

static tmsize_t take(thandle_t handle, void *source, tmsize_t size) {
  (void)handle, (void)source, (void)size;
  return 0;
}

static toff_t seek(thandle_t handle, toff_t offset, int from) {
  invar_tiff *decoder = handle;
  toff_t start = from == SEEK_CUR ? decoder->place : from == SEEK_END ? decoder->count : 0;
  return decoder->place = (size_t)(start + offset);
}

static int leave_open(thandle_t handle) {
  (void)handle;
  return 0;
}

static toff_t size_of(thandle_t handle) { return ((invar_tiff *)handle)->count; }

static int map(thandle_t handle, void **base, toff_t *size) {
  invar_tiff *decoder = handle;
  *base = (void *)decoder->bytes;
  *size = decoder->count;
  return 1;
}

static void unmap(thandle_t handle, void *base, toff_t size) { (void)handle, (void)base, (void)size; }

// MARK: what went wrong

static int fail(invar_tiff *decoder, const char *format, ...) {
  if (decoder->message[0]) return 0;
  va_list values;
  va_start(values, format);
  vsnprintf(decoder->message, INVAR_MESSAGE_SIZE, format, values);
  va_end(values);
  return 0;
}

// Since 4.5 each file has its own handlers and limit; before, libtiff has none but for the whole process.
#if TIFFLIB_VERSION >= 20221213
static int note_error(TIFF *file, void *user, const char *module, const char *format, va_list values) {
  (void)file, (void)module;
  invar_tiff *decoder = user;
  if (decoder->message && !decoder->message[0]) vsnprintf(decoder->message, INVAR_MESSAGE_SIZE, format, values);
  return 1;
}

// libjpeg fills what is missing with grey, within TIFF as elsewhere.
static int note_warning(TIFF *file, void *user, const char *module, const char *format, va_list values) {
  invar_tiff *decoder = user;
  if (module && strcmp(module, "JPEGLib") == 0) {
    decoder->damaged = 1;
    note_error(file, user, module, format, values);
  }
  return 1;
}

static TIFF *open_memory(invar_tiff *decoder) {
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options) return NULL;
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, (tmsize_t)256 << 20);
  TIFFOpenOptionsSetErrorHandlerExtR(options, note_error, decoder);
  TIFFOpenOptionsSetWarningHandlerExtR(options, note_warning, decoder);
  TIFF *file = TIFFClientOpenExt("picture", "r", decoder, give, take, seek, leave_open, size_of, map, unmap, options);
  TIFFOpenOptionsFree(options);
  return file;
}
#else
static TIFF *open_memory(invar_tiff *decoder) {
  TIFFSetErrorHandler(NULL);
  TIFFSetWarningHandler(NULL);
  return TIFFClientOpen("picture", "r", decoder, give, take, seek, leave_open, size_of, map, unmap);
}
#endif

// MARK: opening

static void close_file(void *opened) {
  invar_tiff *decoder = opened;
  if (!decoder) return;
  char message[INVAR_MESSAGE_SIZE] = "";
  decoder->message = message;
  if (decoder->file) TIFFClose(decoder->file);
  free(decoder);
}

// What kind of colour the numbers are. 0 and a message where that is not read.
static int find_colors(invar_tiff *decoder, uint16_t photometric) {
  invar_tiff_form *form = &decoder->form;
  uint16_t **map = form->palette, inks;
  form->colors = 1;
  switch (photometric) {
    case PHOTOMETRIC_MINISWHITE:
      form->is_inverted = 1;
      form->kind = INVAR_TIFF_GREY;
      break;
    case PHOTOMETRIC_MINISBLACK: form->kind = INVAR_TIFF_GREY; break;
    case PHOTOMETRIC_PALETTE:
      form->kind = INVAR_TIFF_PALETTE;
      if (form->bits > 8 || !TIFFGetField(decoder->file, TIFFTAG_COLORMAP, &map[0], &map[1], &map[2])) {
        return fail(decoder, "its palette is missing or too large");
      }
      break;
    case PHOTOMETRIC_RGB:
      form->kind = INVAR_TIFF_RGB;
      form->colors = 3;
      break;
    case PHOTOMETRIC_SEPARATED:
      form->kind = INVAR_TIFF_INK;
      form->colors = 4;
      TIFFGetFieldDefaulted(decoder->file, TIFFTAG_INKSET, &inks);
      if (inks != INKSET_CMYK) {
        return fail(decoder, "its inks are not cyan, magenta, yellow and black; convert it to RGB");
      }
      break;
    default: return fail(decoder, "its colours are of kind %d; convert it to RGB", photometric);
  }
  if (form->samples < form->colors) {
    return fail(decoder, "%d numbers a pixel, where its colours need %d", form->samples, form->colors);
  }
  return 1;
}

// Of what comes after the colours the first is opacity where the file says so. (libtiff does not tell a file that says
// nothing from one that says that it does not know.)
static void find_opacity(invar_tiff *decoder) {
  invar_tiff_form *form = &decoder->form;
  uint16_t count = 0, *kinds = NULL;
  if (form->kind == INVAR_TIFF_INK || form->samples <= form->colors) return;
  if (!TIFFGetFieldDefaulted(decoder->file, TIFFTAG_EXTRASAMPLES, &count, &kinds) || count == 0) return;
  form->has_opacity = kinds[0] == EXTRASAMPLE_UNASSALPHA || kinds[0] == EXTRASAMPLE_ASSOCALPHA;
  form->is_multiplied = kinds[0] == EXTRASAMPLE_ASSOCALPHA;
}

// How many numbers a pixel has, of what size, and how they lie in the file. 0 and a message where this libtiff cannot unpack it.
static int find_layout(invar_tiff *decoder, uint16_t *compression, uint16_t *format) {
  invar_tiff_form *form = &decoder->form;
  TIFF *file = decoder->file;
  uint16_t planes;
  TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, compression);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, format);
  TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &form->bits);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &form->samples);
  TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planes);
  decoder->is_separate = planes == PLANARCONFIG_SEPARATE && form->samples > 1;
  return TIFFIsCODECConfigured(*compression) || fail(decoder, "this libtiff lacks its compression %d", *compression);
}

// What the numbers of a pixel mean. 0 and a message where that is not read.
static int find_form(invar_tiff *decoder, invar_image_header *header) {
  invar_tiff_form *form = &decoder->form;
  TIFF *file = decoder->file;
  uint16_t photometric, compression, format;
  header->is_unread = 1;
  if (!TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric)) {
    return fail(decoder, "it does not say what its numbers mean");
  }
  if (!find_layout(decoder, &compression, &format)) return 0;
  if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID) {
    return fail(decoder, "its numbers are signed or have fractions; convert it to 8 or 16 bits without sign");
  }
  if (form->bits != 1 && form->bits != 2 && form->bits != 4 && form->bits != 8 && form->bits != 16) {
    return fail(decoder, "%d bits a colour; convert it to 8 or 16", form->bits);
  }
  // libjpeg makes red, green and blue of it
  if (photometric == PHOTOMETRIC_YCBCR && compression == COMPRESSION_JPEG && !decoder->is_separate) {
    TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    photometric = PHOTOMETRIC_RGB;
  }
  if (!find_colors(decoder, photometric)) return 0;
  find_opacity(decoder);
  header->is_unread = 0;
  return 1;
}

// What the numbers of a pixel are where none of them is a colour. 0 and a message where that is not read.
static int find_bands(invar_tiff *decoder, invar_image_header *header) {
  invar_tiff_form *form = &decoder->form;
  TIFF *file = decoder->file;
  uint16_t photometric = PHOTOMETRIC_MINISBLACK, compression, format;
  header->is_unread = 1;
  TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric);
  if (!find_layout(decoder, &compression, &format)) return 0;
  if (photometric != PHOTOMETRIC_MINISBLACK && photometric != PHOTOMETRIC_RGB) {
    return fail(decoder, "its colours are of kind %d, and no bands", photometric);
  }
  form->is_fraction = format == SAMPLEFORMAT_IEEEFP;
  int is_whole = format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_VOID;
  if (!(is_whole && (form->bits == 8 || form->bits == 16)) && !(form->is_fraction && form->bits == 32)) {
    return fail(decoder, "its bands are not of 8 or 16 bits without sign, nor fractions of 32 bits; convert it");
  }
  header->is_unread = 0;
  return 1;
}

static int find_tiles(invar_tiff *decoder) {
  TIFF *file = decoder->file;
  decoder->is_tiled = TIFFIsTiled(file);
  decoder->tile_width = decoder->width;
  decoder->tile_height = 1;
  if (decoder->is_tiled) {
    if (!TIFFGetField(file, TIFFTAG_TILEWIDTH, &decoder->tile_width) ||
        !TIFFGetField(file, TIFFTAG_TILELENGTH, &decoder->tile_height)) {
      return fail(decoder, "the size of its tiles is missing");
    }
  }
  uint64_t stride = decoder->is_tiled ? TIFFTileRowSize64(file) : TIFFScanlineSize64(file);
  uint64_t bytes = decoder->is_tiled ? TIFFTileSize64(file) : stride;
  uint64_t samples = decoder->is_separate ? 1 : decoder->form.samples;
  uint64_t least = ((uint64_t)decoder->tile_width * samples * decoder->form.bits + 7) / 8;
  if (bytes > MOST_PIECE || (uint64_t)decoder->tile_width * decoder->tile_height > MOST_PIECE) {
    return fail(decoder, "its rows or tiles take more than %d MiB each", MOST_PIECE >> 20);
  }
  if (decoder->tile_width == 0 || decoder->tile_height == 0 || stride < least ||
      bytes / decoder->tile_height < stride) {
    return fail(decoder, "its rows or tiles have impossible sizes");
  }
  decoder->tile_bytes = (size_t)bytes;
  decoder->tile_stride = (size_t)stride;
  return 1;
}

typedef int invar_tiff_find(invar_tiff *, invar_image_header *);

static void *open_as(const uint8_t *bytes, size_t count, invar_image_header *header, char *message,
                     invar_tiff_find *find) {
  invar_tiff *decoder = calloc(1, sizeof *decoder);
  if (!decoder) {
    snprintf(message, INVAR_MESSAGE_SIZE, "out of memory");
    return NULL;
  }
  decoder->bytes = bytes;
  decoder->count = count;
  decoder->message = message;
  // of several pages the first
  decoder->file = open_memory(decoder);
  uint16_t orientation = 1;
  if (!decoder->file || !TIFFGetField(decoder->file, TIFFTAG_IMAGEWIDTH, &decoder->width) ||
      !TIFFGetField(decoder->file, TIFFTAG_IMAGELENGTH, &decoder->height)) {
    fail(decoder, "its directory cannot be read");
  } else if (find(decoder, header) && find_tiles(decoder)) {
    TIFFGetFieldDefaulted(decoder->file, TIFFTAG_ORIENTATION, &orientation);
    header->width = decoder->width;
    header->height = decoder->height;
    header->orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    // what it warned of so far concerns no pixel
    message[0] = 0;
    decoder->damaged = 0;
    return decoder;
  }
  close_file(decoder);
  return NULL;
}

static void *open_file(const uint8_t *bytes, size_t count, invar_image_header *header, char *message) {
  return open_as(bytes, count, header, message, find_form);
}

static void *open_bands(const uint8_t *bytes, size_t count, invar_image_header *header, char *message) {
  return open_as(bytes, count, header, message, find_bands);
}

// MARK: pixels

// A tile, or a row.
static int read_piece(invar_tiff *decoder, uint32_t left, uint32_t top, uint16_t plane, uint8_t *piece) {
  int is_read = decoder->is_tiled ? TIFFReadTile(decoder->file, piece, left, top, 0, plane) >= 0
                                  : TIFFReadScanline(decoder->file, piece, top, plane) >= 0;
  return is_read ? 1 : fail(decoder, "the pixels of row %u cannot be read", top);
}

// Rows that are put together before they are shown: those of a row of tiles, or all where the colours lie apart.
static size_t rows_at_once(const invar_tiff *decoder) {
  if (decoder->is_separate) return decoder->height;
  return decoder->tile_height < decoder->height ? decoder->tile_height : decoder->height;
}

static size_t room_for(const void *opened) {
  const invar_tiff *decoder = opened;
  return (size_t)4 * decoder->width * rows_at_once(decoder) + decoder->tile_bytes;
}

// One row of tiles, or one row: 4 numbers a pixel, of which these are filled in.
static int read_band(invar_tiff *decoder, uint32_t top, uint16_t plane, uint8_t *samples, uint8_t *piece) {
  uint32_t rows = decoder->height - top < decoder->tile_height ? decoder->height - top : decoder->tile_height;
  for (uint32_t left = 0; left < decoder->width; left += decoder->tile_width) {
    if (!read_piece(decoder, left, top, plane, piece)) return 0;
    uint32_t columns = decoder->width - left < decoder->tile_width ? decoder->width - left : decoder->tile_width;
    for (uint32_t y = 0; y < rows; y++) {
      const uint8_t *from = piece + decoder->tile_stride * y;
      uint8_t *to = samples + ((size_t)decoder->width * y + left) * 4;
      if (decoder->is_separate) {
        invar_tiff_spread(&decoder->form, from, columns, 1, 0, to + plane);
      } else {
        for (uint16_t c = 0; c < invar_tiff_used(&decoder->form); c++) {
          invar_tiff_spread(&decoder->form, from, columns, decoder->form.samples, c, to + c);
        }
      }
    }
  }
  return 1;
}

static int decode(void *opened, int channels, uint8_t *output, size_t capacity, uint8_t *room, size_t size,
                  invar_image_header *header, char *message) {
  invar_tiff *decoder = opened;
  decoder->message = message;
  (void)header;
  uint32_t width = decoder->width, height = decoder->height;
  size_t stride = (size_t)width * channels, kept = rows_at_once(decoder);
  if (stride * height > capacity || room_for(decoder) > size) return fail(decoder, "there is no room for it");
  uint8_t *piece = room + (size_t)4 * width * kept;
  uint16_t planes = decoder->is_separate ? invar_tiff_used(&decoder->form) : 1;
  for (uint16_t plane = 0; plane < planes; plane++) {
    for (uint32_t top = 0; top < height; top += decoder->tile_height) {
      uint8_t *band = room + (decoder->is_separate ? (size_t)4 * width * top : 0);
      if (!read_band(decoder, top, plane, band, piece)) return 0;
      if (decoder->is_separate) continue;
      for (uint32_t y = top; y < height && y - top < decoder->tile_height; y++) {
        invar_tiff_show(&decoder->form, band + (size_t)4 * width * (y - top), width, channels, output + stride * y);
      }
    }
  }
  if (decoder->is_separate) {
    for (uint32_t y = 0; y < height; y++) {
      invar_tiff_show(&decoder->form, room + (size_t)4 * width * y, width, channels, output + stride * y);
    }
  }
  return !decoder->damaged;
}

// MARK: bands

static size_t room_for_bands(const void *opened) { return ((const invar_tiff *)opened)->tile_bytes; }

static int decode_bands(void *opened, int channels, uint8_t *output, size_t capacity, uint8_t *room, size_t size,
                        invar_image_header *header, char *message) {
  invar_tiff *decoder = opened;
  decoder->message = message;
  uint32_t width = decoder->width, height = decoder->height;
  size_t count = (size_t)width * height * channels;
  if (decoder->form.samples != channels) {
    header->is_unread = 1;
    return fail(decoder, "%d numbers a pixel, and %d are wanted", decoder->form.samples, channels);
  }
  if (capacity / sizeof(float) < count || room_for_bands(decoder) > size) return fail(decoder, "there is no room for it");
  uint16_t together = decoder->is_separate ? 1 : decoder->form.samples;
  for (uint16_t plane = 0; plane < decoder->form.samples / together; plane++) {
    for (uint32_t top = 0; top < height; top += decoder->tile_height) {
      for (uint32_t left = 0; left < width; left += decoder->tile_width) {
        if (!read_piece(decoder, left, top, plane, room)) return 0;
        for (uint32_t y = top; y < height && y - top < decoder->tile_height; y++) {
          uint32_t columns = width - left < decoder->tile_width ? width - left : decoder->tile_width;
          float *to = (float *)output + ((size_t)width * y + left) * channels + plane;
          if (!invar_tiff_take(&decoder->form, room + decoder->tile_stride * (y - top), columns, together, to, channels)) {
            return fail(decoder, "a number of row %u is not within 0 and 1; divide all by the most that they can be", y);
          }
        }
      }
    }
  }
  return !decoder->damaged;
}

const invar_codec *invar_tiff_bands_codec(void) {
  static const invar_codec codec = {"TIFF", open_bands, room_for_bands, decode_bands, close_file};
  return &codec;
}

const invar_codec *invar_tiff_codec(void) {
  static const invar_codec codec = {"TIFF", open_file, room_for, decode, close_file};
  return &codec;
}
