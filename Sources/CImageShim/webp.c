#include "CImageShim.h"
#include "exif.h"
#include "pixels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>
#include <webp/demux.h>

// A still picture is a film of one frame, which covers all of it.
typedef struct {
  WebPDemuxer *file;
  WebPIterator frame;
} invar_webp;

static const char *words(VP8StatusCode status) {
  switch (status) {
    case VP8_STATUS_OUT_OF_MEMORY: return "out of memory";
    case VP8_STATUS_BITSTREAM_ERROR: return "its numbers make no sense";
    case VP8_STATUS_UNSUPPORTED_FEATURE: return "of a form that libwebp does not read";
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA: return "the file is cut short";
    default: return "libwebp gives no reason";
  }
}

static void close_file(void *opened) {
  invar_webp *decoder = opened;
  if (!decoder) return;
  WebPDemuxReleaseIterator(&decoder->frame);
  WebPDemuxDelete(decoder->file);
  free(decoder);
}

static void *open_file(const uint8_t *bytes, size_t count, invar_image_header *header, char *message) {
  invar_webp *decoder = calloc(1, sizeof *decoder);
  if (!decoder) {
    snprintf(message, INVAR_MESSAGE_SIZE, "out of memory");
    return NULL;
  }
  WebPData data = {bytes, count};
  decoder->file = WebPDemux(&data);
  if (!decoder->file || !WebPDemuxGetFrame(decoder->file, 1, &decoder->frame) || !decoder->frame.complete) {
    snprintf(message, INVAR_MESSAGE_SIZE, "the file is cut short, or its parts do not fit together");
    close_file(decoder);
    return NULL;
  }
  header->width = WebPDemuxGetI(decoder->file, WEBP_FF_CANVAS_WIDTH);
  header->height = WebPDemuxGetI(decoder->file, WEBP_FF_CANVAS_HEIGHT);
  WebPChunkIterator chunk;
  if (WebPDemuxGetChunk(decoder->file, "EXIF", 1, &chunk)) {
    header->orientation = invar_orientation(chunk.chunk.bytes, chunk.chunk.size);
  }
  WebPDemuxReleaseChunkIterator(&chunk);
  return decoder;
}

static size_t room_for(const void *opened) {
  const invar_webp *decoder = opened;
  return (size_t)4 * decoder->frame.width * decoder->frame.height;
}

static int decode(void *opened, int channels, uint8_t *output, size_t capacity, uint8_t *room, size_t size,
                  invar_image_header *header, char *message) {
  invar_webp *decoder = opened;
  const WebPIterator *frame = &decoder->frame;
  size_t stride = (size_t)header->width * channels, count = stride * header->height;
  int is_inside = frame->x_offset >= 0 && frame->y_offset >= 0 && frame->width > 0 && frame->height > 0 &&
                  (size_t)frame->x_offset + frame->width <= header->width &&
                  (size_t)frame->y_offset + frame->height <= header->height;
  if (!is_inside || count > capacity || room_for(decoder) > size) {
    snprintf(message, INVAR_MESSAGE_SIZE, "its first frame does not fit into it");
    return 0;
  }
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) {
    snprintf(message, INVAR_MESSAGE_SIZE, "this is another version of libwebp than Invar was built with");
    return 0;
  }
  config.output.colorspace = MODE_RGBA;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = room;
  config.output.u.RGBA.stride = 4 * frame->width;
  config.output.u.RGBA.size = size;
  VP8StatusCode status = WebPDecode(frame->fragment.bytes, frame->fragment.size, &config);
  int fits = config.output.width == frame->width && config.output.height == frame->height;
  WebPFreeDecBuffer(&config.output);
  if (status != VP8_STATUS_OK || !fits) {
    snprintf(message, INVAR_MESSAGE_SIZE, "%s", status == VP8_STATUS_OK ? "its sizes differ" : words(status));
    return 0;
  }
  // around a film's first frame nothing has been drawn yet
  memset(output, 255, count);
  for (int y = 0; y < frame->height; y++) {
    uint8_t *target = output + stride * (frame->y_offset + y) + (size_t)frame->x_offset * channels;
    invar_lay_on_white(room + (size_t)4 * frame->width * y, (uint32_t)frame->width, channels, target);
  }
  return 1;
}

const invar_codec *invar_webp_codec(void) {
  static const invar_codec codec = {"WebP", open_file, room_for, decode, close_file};
  return &codec;
}
