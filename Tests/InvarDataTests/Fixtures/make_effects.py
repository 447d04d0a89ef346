"""What torchvision and Pillow make of an image, as effects.txt and effects.bin: python3 make_effects.py

Made with torchvision 0.29.2, torch 2.15.0 and Pillow 13.0.0. effects.txt has a line for each result: name, numbers, height,
width, channels. effects.bin has the results in that order, float32 in 0...1, [height, width, channels]. The source is `noise` of
make_crops.py, divided by 255. Where torchvision and Pillow both know an effect of bytes, this checks that they agree.
"""
import os

import numpy as np
import torch
import torch.nn.functional as N
import torchvision.transforms.functional as F
from PIL import Image, ImageEnhance, ImageOps
from torchvision.transforms import InterpolationMode

from make_crops import HERE, noise

BILINEAR = InterpolationMode.BILINEAR


def floats(pixels):
    """[channels, height, width] in 0...1"""
    return torch.from_numpy(pixels).permute(2, 0, 1).float() / 255


def pil(pixels):
    return Image.fromarray(pixels if pixels.shape[2] == 3 else pixels[..., 0])


def of_bytes(made, torchvisions=None):
    made = np.asarray(made).reshape(made.size[1], made.size[0], -1)
    if torchvisions is not None:
        assert np.array_equal(made, torchvisions.permute(1, 2, 0).numpy())
    return made.astype(np.float32) / np.float32(255)


def of_floats(made):
    return made.permute(1, 2, 0).numpy()


def sobel(pixels):
    x = floats(pixels)[:, None]
    x = N.pad(x, (1, 1, 1, 1), mode="replicate")
    across = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])[None, None]
    gx, gy = N.conv2d(x, across), N.conv2d(x, across.transpose(2, 3))
    return of_floats((torch.sqrt(gx * gx + gy * gy) / 4).clamp(max=1)[:, 0])


def perspective(pixels, ends):
    h, w = pixels.shape[:2]
    starts = [[0, 0], [w, 0], [w, h], [0, h]]
    return of_floats(F.perspective(floats(pixels), starts, [list(end) for end in ends], BILINEAR))


def affine(pixels, degrees, right, down, scale, shear, vertical):
    return of_floats(F.affine(floats(pixels), degrees, [right, down], scale, [shear, vertical], BILINEAR))


def results(pixels):
    tensor = torch.from_numpy(pixels).permute(2, 0, 1)
    for degrees in (30, -77.5, 180):
        yield f"rotation {degrees}", of_floats(F.rotate(floats(pixels), degrees, BILINEAR))
    for numbers in [(20, 0, 0, 1, 0, 0), (-15, 2.5, -1.25, 0.8, 10, -5), (0, -3, 2, 1.5, -25, 0)]:
        yield "affine " + " ".join(map(str, numbers)), affine(pixels, *numbers)
    for ends in [((2, 1), (15, 3), (16, 17), (1, 18.5)), ((0, 0), (17, 0), (13.5, 14), (4, 19))]:
        yield "perspective " + " ".join(str(n) for end in ends for n in end), perspective(pixels, ends)
    yield "sobel", sobel(pixels)
    for factor in (0, 0.5, 1.7):
        yield f"sharpness {factor}", of_floats(F.adjust_sharpness(floats(pixels), factor))
        yield f"sharpness-of-bytes {factor}", of_bytes(ImageEnhance.Sharpness(pil(pixels)).enhance(factor))
    for bits in (1, 3, 7):
        yield f"posterize {bits}", of_bytes(ImageOps.posterize(pil(pixels), bits), F.posterize(tensor, bits))
    yield "equalize", of_bytes(ImageOps.equalize(pil(pixels)), F.equalize(tensor))


def turned(pixels):
    for turns, how in [(1, Image.Transpose.ROTATE_90), (2, Image.Transpose.ROTATE_180), (3, Image.Transpose.ROTATE_270)]:
        yield f"quarter-turns {turns}", of_bytes(pil(pixels).transpose(how))


if __name__ == "__main__":
    with open(os.path.join(HERE, "effects.txt"), "w") as text, open(os.path.join(HERE, "effects.bin"), "wb") as data:
        for h, w, make in [(19, 17, results), (7, 7, turned)]:
            for channels in (1, 3):
                for name, values in make(noise(h, w, channels)):
                    assert values.shape == (h, w, channels), name
                    text.write(f"{name} {h} {w} {channels}\n")
                    data.write(np.ascontiguousarray(values, np.float32).tobytes())
