"""Makes the pictures of the folders webp, tiff and exif, with Pillow and NumPy: python3 make_more.py

They show what rgb8, grey8, rgba, grey-alpha, palette and bits1 show (see make.py). Those of lossy kinds have a .rgb and a
.grey of their own.
"""
import os
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

from picture import COLOR, H, OPACITY, W, expect, path, stored

for folder in ["webp", "tiff", "exif"]:
    os.makedirs(path(folder), exist_ok=True)
color, luma = Image.fromarray(COLOR), Image.fromarray(COLOR).convert("L")
GREY = np.asarray(luma)
with_opacity = Image.fromarray(np.dstack([COLOR, OPACITY]))
white = Image.new("RGBA", (W, H), "white")


def exif(number):
    data = Image.Exif()
    data[0x0112] = number
    return data


# WebP
color.save(path("webp/lossless.webp"), lossless=True)
with_opacity.save(path("webp/lossless-opacity.webp"), lossless=True, exact=True)
color.save(path("webp/lossy.webp"), quality=90)
expect("webp/lossy", Image.open(path("webp/lossy.webp")))
with_opacity.save(path("webp/lossy-opacity.webp"), quality=90)
expect("webp/lossy-opacity", Image.alpha_composite(white, Image.open(path("webp/lossy-opacity.webp")).convert("RGBA")))
color.save(path("webp/film.webp"), save_all=True, append_images=[color.rotate(180)], duration=100, lossless=True)

# Orientation, in kinds without loss
for number in range(1, 9):
    image = stored(color, number)
    image.save(path(f"exif/{number}.png"), exif=exif(number))
    image.save(path(f"exif/{number}.webp"), lossless=True, exif=exif(number))
    image.save(path(f"exif/{number}.tif"), compression="tiff_deflate", tiffinfo={0x0112: number})
    for kind in ["png", "webp", "tif"]:
        shown = ImageOps.exif_transpose(Image.open(path(f"exif/{number}.{kind}"))).convert("RGB")
        assert (np.asarray(shown) == COLOR).all(), (number, kind)

# TIFF, by Pillow
color.save(path("tiff/lzw.tif"), compression="tiff_lzw")
color.save(path("tiff/packbits.tif"), compression="packbits")
color.save(path("tiff/big.tif"), big_tiff=True)
luma.save(path("tiff/grey8.tif"))
luma.convert("1").save(path("tiff/bits1.tif"), compression="group4")
color.quantize(16, dither=0).save(path("tiff/palette.tif"))
with_opacity.save(path("tiff/rgba.tif"), compression="tiff_deflate")
color.save(path("tiff/pages.tif"), save_all=True, append_images=[color.rotate(180)])
ink = color.convert("CMYK")
ink.save(path("tiff/ink.tif"))
expect("tiff/ink", ink)
color.save(path("tiff/jpeg.tif"), compression="jpeg", quality=92)
expect("tiff/jpeg", Image.open(path("tiff/jpeg.tif")))


def tiff(name, pixels, photometric, order="<", tile=None, separate=False, more=(), bits=None):
    """A file of one page by hand: pixels [H, W, samples]; tiles, or one strip of ten rows and another of the rest."""
    height, width, samples = pixels.shape
    pixels = pixels.astype(pixels.dtype.newbyteorder(order))
    planes = [pixels[..., c : c + 1] for c in range(samples)] if separate else [pixels]
    pieces = []
    for plane in planes:
        if tile:
            for y in range(0, height, tile):
                for x in range(0, width, tile):
                    piece = np.zeros((tile, tile, plane.shape[2]), plane.dtype)
                    part = plane[y : y + tile, x : x + tile]
                    piece[: part.shape[0], : part.shape[1]] = part
                    pieces.append(piece)
        else:
            pieces += [plane[:10], plane[10:]]
    data = [zlib.compress(np.ascontiguousarray(piece).tobytes()) for piece in pieces]
    depth = bits or pixels.dtype.itemsize * 8
    if bits:  # several numbers in a byte
        data = [zlib.compress(np.packbits(np.unpackbits(piece[..., 0], axis=1).reshape(*piece.shape[:2], 8)[..., 8 - bits :]
                                          .reshape(piece.shape[0], -1), axis=1).tobytes()) for piece in pieces]
    tags = {256: (4, [width]), 257: (4, [height]), 258: (3, [depth] * samples), 259: (3, [8]), 262: (3, [photometric]),
            277: (3, [samples]), 284: (3, [2 if separate else 1]), **dict(more)}
    lengths = [len(piece) for piece in data]
    place = 8 + np.cumsum([0] + lengths)[:-1]
    tags |= {322: (4, [tile]), 323: (4, [tile]), 324: (4, place), 325: (4, lengths)} if tile else {
        273: (4, place), 278: (4, [10]), 279: (4, lengths)}
    body, extra, start = b"", b"", 8 + sum(lengths)
    after = start + 2 + 12 * len(tags) + 4
    for tag, (kind, values) in sorted(tags.items()):
        packed = b"".join(struct.pack(order + {3: "H", 4: "I"}[kind], int(value)) for value in values)
        if len(packed) > 4:
            body += struct.pack(order + "HHII", tag, kind, len(values), after + len(extra))
            extra += packed
        else:
            body += struct.pack(order + "HHI", tag, kind, len(values)) + packed.ljust(4, b"\0")
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", start)
    with open(path(f"tiff/{name}.tif"), "wb") as f:
        f.write(head + b"".join(data) + struct.pack(order + "H", len(tags)) + body + b"\0\0\0\0" + extra)


wide, wide_grey = COLOR.astype(np.uint16) * 257, GREY.astype(np.uint16)[..., None] * 257
multiplied = ((COLOR * OPACITY[..., None].astype(int) + 127) // 255).astype(np.uint8)
tiff("tiles", COLOR, 2, tile=16)
tiff("separate", COLOR, 2, separate=True)
tiff("separate-tiles", COLOR, 2, tile=16, separate=True)
tiff("rgb16", wide, 2)
tiff("rgb16-big-endian", wide, 2, order=">")
tiff("grey16", wide_grey, 1)
tiff("grey16-tiles", wide_grey, 1, tile=16)
tiff("white-is-zero", 255 - GREY[..., None], 0)
tiff("grey-opacity", np.dstack([GREY, OPACITY]), 1, more={338: (3, [2])}.items())
tiff("rgba16", np.dstack([COLOR, OPACITY]).astype(np.uint16) * 257, 2, more={338: (3, [2])}.items())
tiff("multiplied", np.dstack([multiplied, OPACITY]), 2, more={338: (3, [1])}.items())
# libtiff does not tell the two apart
tiff("opacity-unsaid", np.dstack([COLOR, OPACITY]), 2)
tiff("fourth-ignored", np.dstack([COLOR, OPACITY]), 2, more={338: (3, [0])}.items())
palette = color.quantize(16, dither=0)
colors = np.asarray(palette.getpalette()[:48]).reshape(16, 3).T.reshape(-1) * 257
tiff("palette4", np.asarray(palette)[..., None], 3, bits=4, more={320: (3, colors)}.items())
# of forms that are not read: fractions, and colours that are not red, green and blue
tiff("fractions", GREY[..., None].astype(np.float32), 1, more={339: (3, [3])}.items())
tiff("lab", COLOR, 8)

# Bands that are no colours: what ChannelTests.swift computes again
band, row, column = np.arange(5)[None, None], np.arange(H)[:, None, None], np.arange(W)[None, :, None]
bands16 = (9000 * band + 37 * row + 11 * column).astype(np.uint16)
bands8 = ((31 * np.arange(7)[None, None] + 5 * row + 3 * column) % 256).astype(np.uint8)
fractions = ((np.arange(2)[None, None] + row + column) / 64).astype(np.float32)
tiff("bands16", bands16, 1, more={338: (3, [0] * 4)}.items())
tiff("bands16-separate-big-endian", bands16, 1, order=">", separate=True, more={338: (3, [0] * 4)}.items())
tiff("bands8-tiles", bands8, 1, tile=16, more={338: (3, [0] * 6)}.items())
tiff("bands8-separate-tiles", bands8, 2, tile=16, separate=True, more={338: (3, [0] * 4)}.items())
tiff("bands-fractions", fractions, 1, more={338: (3, [0]), 339: (3, [3, 3])}.items())
tiff("bands-turned", bands16, 1, more={274: (3, [6]), 338: (3, [0] * 4)}.items())
# not within 0 and 1
tiff("bands-loud", fractions * 64, 1, more={338: (3, [0]), 339: (3, [3, 3])}.items())
