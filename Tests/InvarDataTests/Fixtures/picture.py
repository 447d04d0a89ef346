"""The picture that all fixtures show, and how what they must decode to is written."""
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
H, W = 16, 24
y, x = np.mgrid[0:H, 0:W].astype(np.float64)
COLOR = np.stack([x * 255 / (W - 1), y * 255 / (H - 1), 255 * (x + y) / (W + H - 2)], -1).round().astype(np.uint8)
COLOR[2:6, 3:9] = (230, 30, 40)  # a corner that tells the eight orientations apart
OPACITY = (255 * (W - 1 - x) / (W - 1)).round().astype(np.uint8)


def path(name):
    return os.path.join(HERE, name)


def expect(name, image):
    image = image.convert("RGB")
    assert image.size == (W, H), (name, image.size)
    np.asarray(image).tofile(path(name + ".rgb"))
    np.asarray(image.convert("L")).tofile(path(name + ".grey"))


# how the picture is stored, by Pillow's Transpose, so that each orientation shows the same
BACK = {1: [], 2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}


def stored(image, orientation):
    for method in BACK[orientation]:
        image = image.transpose(method)
    return image
