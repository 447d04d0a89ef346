#include "CImageShim.h"
#include "exif.h"
#include "pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

// A picture of more scans than this is made to keep a decoder busy.
enum { MOST_SCANS = 500 };

struct invar_jpeg {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
  // The caller's, while a call runs.
  char *message;
  // Whether some of the picture is missing or garbled, though libjpeg went on.
  int damaged;
};

static void leave(j_common_ptr info) {
  invar_jpeg *decoder = info->client_data;
  char text[JMSG_LENGTH_MAX];
  info->err->format_message(info, text);
  snprintf(decoder->message, INVAR_MESSAGE_SIZE, "%s", text);
  longjmp(decoder->escape, 1);
}

// libjpeg fills what is missing with grey. Here such a picture is damaged; but bytes too many
// between two segments and odd numbers in a header, of which many programs are guilty, change no pixel.
static void note(j_common_ptr info, int level) {
  if (level >= 0) return;
  invar_jpeg *decoder = info->client_data;
  info->err->num_warnings++;
  switch (info->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_BOGUS_PROGRESSION:
      return;
    default:
      if (decoder->damaged) return;
      decoder->damaged = 1;
      char text[JMSG_LENGTH_MAX];
      info->err->format_message(info, text);
      snprintf(decoder->message, INVAR_MESSAGE_SIZE, "%s", text);
  }
}

static void stay_silent(j_common_ptr info) { (void)info; }

static void count_scans(j_common_ptr info) {
  invar_jpeg *decoder = info->client_data;
  if (decoder->info.input_scan_number > MOST_SCANS) {
    snprintf(decoder->message, INVAR_MESSAGE_SIZE, "more than %d scans", MOST_SCANS);
    longjmp(decoder->escape, 1);
  }
}

invar_jpeg *invar_jpeg_make(void) {
  invar_jpeg *decoder = calloc(1, sizeof *decoder);
  if (!decoder) return NULL;
  char message[INVAR_MESSAGE_SIZE];
  decoder->message = message;
  decoder->info.err = jpeg_std_error(&decoder->errors);
  decoder->errors.error_exit = leave;
  decoder->errors.emit_message = note;
  decoder->errors.output_message = stay_silent;
  decoder->info.client_data = decoder;
  if (setjmp(decoder->escape)) {
    free(decoder);
    return NULL;
  }
  jpeg_create_decompress(&decoder->info);
  decoder->info.client_data = decoder;
  decoder->progress.progress_monitor = count_scans;
  decoder->info.progress = &decoder->progress;
  // EXIF is in APP1
  jpeg_save_markers(&decoder->info, JPEG_APP0 + 1, 0xFFFF);
  decoder->message = NULL;
  return decoder;
}

void invar_jpeg_free(invar_jpeg *decoder) {
  if (!decoder) return;
  jpeg_destroy_decompress(&decoder->info);
  free(decoder);
}

int invar_jpeg_begin(invar_jpeg *decoder, const uint8_t *bytes, size_t count, invar_image_header *header,
                     char *message) {
  decoder->message = message;
  decoder->damaged = 0;
  message[0] = 0;
  if (setjmp(decoder->escape)) {
    jpeg_abort_decompress(&decoder->info);
    return 0;
  }
  jpeg_abort_decompress(&decoder->info);
  jpeg_mem_src(&decoder->info, bytes, count);
  jpeg_read_header(&decoder->info, TRUE);
  if (decoder->damaged) {
    jpeg_abort_decompress(&decoder->info);
    return 0;
  }
  header->width = decoder->info.image_width;
  header->height = decoder->info.image_height;
  header->orientation = 1;
  for (jpeg_saved_marker_ptr marker = decoder->info.marker_list; marker; marker = marker->next) {
    // XMP is in APP1 too
    if (marker->marker != JPEG_APP0 + 1 || marker->data_length < 6) continue;
    if (memcmp(marker->data, "Exif\0\0", 6) != 0) continue;
    header->orientation = invar_orientation(marker->data, marker->data_length);
    break;
  }
  return 1;
}

void invar_jpeg_scaled_size(const invar_image_header *header, int denominator, uint32_t *width,
                            uint32_t *height) {
  *width = (header->width + denominator - 1) / denominator;
  *height = (header->height + denominator - 1) / denominator;
}

int invar_jpeg_decode(invar_jpeg *decoder, int denominator, int channels, uint8_t *output, size_t capacity,
                      char *message) {
  struct jpeg_decompress_struct *info = &decoder->info;
  decoder->message = message;
  message[0] = 0;
  if (setjmp(decoder->escape)) {
    jpeg_abort_decompress(info);
    return 0;
  }
  int is_ink = info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK;
  info->out_color_space = is_ink ? JCS_CMYK : channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  info->scale_num = 1;
  info->scale_denom = denominator;
  info->dct_method = JDCT_ISLOW;
  jpeg_start_decompress(info);
  size_t stride = (size_t)info->output_width * channels;
  if (stride * info->output_height > capacity) {
    snprintf(message, INVAR_MESSAGE_SIZE, "decoded larger than its header says");
    jpeg_abort_decompress(info);
    return 0;
  }
  JSAMPARRAY ink = NULL;
  if (is_ink) ink = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE, info->output_width * 4, 1);
  while (info->output_scanline < info->output_height) {
    uint8_t *target = output + stride * info->output_scanline;
    if (is_ink) {
      jpeg_read_scanlines(info, ink, 1);
      invar_lay_ink(ink[0], info->output_width, channels, info->saw_Adobe_marker, target);
    } else {
      JSAMPROW rows[4];
      int count = 0;
      while (count < 4 && info->output_scanline + count < info->output_height) {
        rows[count] = target + stride * count;
        count++;
      }
      jpeg_read_scanlines(info, rows, (JDIMENSION)count);
    }
  }
  jpeg_finish_decompress(info);
  return !decoder->damaged;
}
