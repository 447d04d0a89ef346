"""Makes the pictures of this folder, and what they must decode to, with Pillow and NumPy: python3 make.py

NAME.jpg or NAME.png is the picture; NAME.rgb are the bytes [16, 24, 3] that it shows, NAME.grey those of its luma
[16, 24, 1]. ycck.jpg came from libjpeg's own encoder (jpeg_set_colorspace with JCS_YCCK): Pillow cannot write such.
"""
import os
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

from picture import COLOR, H, OPACITY, W, expect, path, stored

def jpeg(name, image, **options):
    image.save(path(name + ".jpg"), quality=92, **options)
    expect(name, ImageOps.exif_transpose(Image.open(path(name + ".jpg"))))


def png(name, image, shown=None, **options):
    image.save(path(name + ".png"), **options)
    expect(name, shown or image)


def raw_png(name, depth, kind, rows, interlaced, shown):
    """rows: for each pass, the bytes of each row."""
    def chunk(tag, data):
        return struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))
    data = b"".join(b"\0" + row for part in rows for row in part)
    with open(path(name + ".png"), "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, depth, kind, 0, 0, interlaced))
                + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))
    expect(name, shown)


def adam7(pixels):
    starts = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
    return [[row.tobytes() for row in pixels[a::c, b::d] if row.size] for a, b, c, d in starts]


color, luma = Image.fromarray(COLOR), Image.fromarray(COLOR).convert("L")
jpeg("full", color, subsampling=0)
jpeg("half", color, subsampling=2)
jpeg("progressive", color, subsampling=2, progressive=True)
jpeg("greyscale", luma)
jpeg("cmyk", color.convert("CMYK"))
for number in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = number
    jpeg(f"orientation-{number}", stored(color, number), subsampling=0, exif=exif)
if os.path.exists(path("ycck.jpg")):
    expect("ycck", Image.open(path("ycck.jpg")))

white = Image.new("RGBA", (W, H), "white")
with_opacity = Image.fromarray(np.dstack([COLOR, OPACITY]))
png("rgb8", color)
png("grey8", luma)
png("bits1", luma.convert("1"))
png("palette", color.quantize(16, dither=0))
png("rgba", with_opacity, Image.alpha_composite(white, with_opacity))
grey_opacity = Image.merge("LA", [luma, Image.fromarray(OPACITY)])
png("grey-alpha", grey_opacity, Image.alpha_composite(white, grey_opacity.convert("RGBA")))
holes = color.quantize(16, dither=0)
shown = holes.convert("RGB")
first = np.asarray(holes)[3, 4]
shown = Image.fromarray(np.where((np.asarray(holes) == first)[..., None], 255, np.asarray(shown)).astype(np.uint8))
png("palette-holes", holes, shown, transparency=int(first))
wide = (COLOR.astype(np.uint16) * 257).astype(">u2")
raw_png("rgb16", 16, 2, [[row.tobytes() for row in wide]], 0, color)
grey16 = (np.asarray(luma).astype(np.uint16) * 257).astype(">u2")
raw_png("grey16", 16, 0, [[row.tobytes() for row in grey16]], 0, luma)
raw_png("interlaced", 8, 2, adam7(COLOR), 1, color)
