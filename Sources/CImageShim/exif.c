#include "exif.h"

#include <string.h>

static uint32_t number(const uint8_t *at, int bytes, int is_little) {
  uint32_t value = 0;
  for (int i = 0; i < bytes; i++) value = value << 8 | at[is_little ? bytes - 1 - i : i];
  return value;
}

// The value of a directory's entry of 12 bytes: a byte, a short or a long. EXIF wants a short; some programs write others.
static uint32_t value_of(const uint8_t *entry, int is_little) {
  switch (number(entry + 2, 2, is_little)) {
    case 1: return entry[8];
    case 3: return number(entry + 8, 2, is_little);
    case 4: return number(entry + 8, 4, is_little);
    default: return 0;
  }
}

// The orientation among the first directory's entries.
int invar_orientation(const uint8_t *tiff, size_t size) {
  if (size >= 6 && memcmp(tiff, "Exif\0\0", 6) == 0) {
    tiff += 6;
    size -= 6;
  }
  if (size < 8) return 1;
  int is_little = tiff[0] == 'I' && tiff[1] == 'I';
  if (!is_little && !(tiff[0] == 'M' && tiff[1] == 'M')) return 1;
  if (number(tiff + 2, 2, is_little) != 42) return 1;
  size_t place = number(tiff + 4, 4, is_little);
  if (place > size || size - place < 2) return 1;
  size_t entries = number(tiff + place, 2, is_little);
  for (size_t i = 0, at = place + 2; i < entries && at + 12 <= size; i++, at += 12) {
    if (number(tiff + at, 2, is_little) != 0x0112) continue;
    uint32_t value = value_of(tiff + at, is_little);
    return value >= 1 && value <= 8 ? (int)value : 1;
  }
  return 1;
}
