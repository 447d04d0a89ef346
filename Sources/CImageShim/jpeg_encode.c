#include "CImageShim.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

struct encoder {
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  jmp_buf escape;
  char *message;
};

static void leave(j_common_ptr info) {
  struct encoder *encoder = info->client_data;
  char text[JMSG_LENGTH_MAX];
  info->err->format_message(info, text);
  snprintf(encoder->message, INVAR_MESSAGE_SIZE, "%s", text);
  longjmp(encoder->escape, 1);
}

static void stay_silent(j_common_ptr info) { (void)info; }

int invar_jpeg_encode(const uint8_t *pixels, int width, int height, int components, int quality,
                      int subsampling, int progressive, uint8_t **bytes, unsigned long *count, char *message) {
  struct encoder encoder;
  struct jpeg_compress_struct *info = &encoder.info;
  encoder.message = message;
  info->err = jpeg_std_error(&encoder.errors);
  encoder.errors.error_exit = leave;
  encoder.errors.output_message = stay_silent;
  info->client_data = &encoder;
  *bytes = NULL;
  *count = 0;
  if (setjmp(encoder.escape)) {
    jpeg_destroy_compress(info);
    return 0;
  }
  jpeg_create_compress(info);
  info->client_data = &encoder;
  jpeg_mem_dest(info, bytes, count);
  info->image_width = (JDIMENSION)width;
  info->image_height = (JDIMENSION)height;
  info->input_components = components;
  info->in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(info);
  jpeg_set_quality(info, quality, TRUE);
  info->comp_info[0].h_samp_factor = info->comp_info[0].v_samp_factor = components == 3 ? subsampling : 1;
  if (progressive) jpeg_simple_progression(info);
  jpeg_start_compress(info, TRUE);
  while (info->next_scanline < info->image_height) {
    JSAMPROW row = (JSAMPROW)(pixels + (size_t)info->next_scanline * width * components);
    jpeg_write_scanlines(info, &row, 1);
  }
  jpeg_finish_compress(info);
  jpeg_destroy_compress(info);
  return 1;
}
