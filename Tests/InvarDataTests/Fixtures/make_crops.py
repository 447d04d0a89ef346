"""What torchvision's Resize and CenterCrop make of images of Pillow's, as crops.txt and crops.bin: python3 make_crops.py

torchvision.transforms.functional (0.15 and later) says, for an image of w × h: Resize(s) makes the shorter side s and the
longer int(s * long / short), with Pillow's antialiased bilinear filter; CenterCrop(c) begins at int(round((h - c) / 2.0))
and int(round((w - c) / 2.0)), with Python's rounding of halves to even.
"""
import os

import numpy as np
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))


def noise(h, w, channels):
    y, x, c = np.mgrid[0:h, 0:w, 0:channels].astype(np.int64)
    return ((x * x * 7 + y * 13 + x * y * 3 + c * 85 + ((x * 31) ^ (y * 17)) * 5) & 255).astype(np.uint8)


def middle(image, resize, crop):
    w, h = image.size
    short, long = min(w, h), max(w, h)
    longer = int(resize * long / short)
    size = (resize, longer) if w <= h else (longer, resize)
    image = image.resize(size, Image.Resampling.BILINEAR)
    w, h = image.size
    top, left = int(round((h - crop) / 2.0)), int(round((w - crop) / 2.0))
    return image.crop((left, top, left + crop, top + crop))


CASES = []
# as large as the view, larger, smaller; both directions; halves that round up and down; a single pixel, row, column
for h, w in [(32, 32), (37, 53), (53, 37), (100, 75), (33, 35), (32, 35), (34, 33), (20, 9), (7, 31), (1, 1), (1, 40),
             (40, 1), (250, 333), (64, 211)]:
    CASES += [(h, w, channels, 32, 32) for channels in (1, 3)]
CASES += [(h, w, 3, 73, 64) for h, w in [(120, 81), (375, 500)]]
CASES += [(300, 451, 3, 32, 28), (301, 450, 1, 9, 8)]

if __name__ == "__main__":
    with open(os.path.join(HERE, "crops.txt"), "w") as text, open(os.path.join(HERE, "crops.bin"), "wb") as data:
        for h, w, channels, resize, crop in CASES:
            pixels = noise(h, w, channels)
            image = Image.fromarray(pixels if channels == 3 else pixels[..., 0])
            found = middle(image, resize, crop)
            text.write(f"{h} {w} {channels} {resize} {crop}\n")
            data.write(np.asarray(found).tobytes())
