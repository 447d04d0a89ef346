"""Times each effect of `invar bench --workload effects-96` beside torchvision's, in turns: python3 effects.py INVAR [ROUNDS]

One picture of 96 × 96 in colours, one thread each. torchvision gets a PIL image, and a tensor of bytes (of floats, where it takes no
bytes); each number is the best of the rounds' medians, in microseconds. Invar's has reading bytes and writing float32 in it, the
row `nothing`; torchvision's has the transform alone.
"""
import json
import os
import statistics
import subprocess
import sys
import time

import numpy as np
import torch
import torch.nn.functional as N
import torchvision.transforms.v2 as T
from PIL import Image
from torchvision.transforms.v2 import InterpolationMode

torch.set_num_threads(1)
BILINEAR = InterpolationMode.BILINEAR
SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])[None, None]


def sobel(x):
    x = N.pad(x[:, None], (1, 1, 1, 1), mode="replicate")
    gx, gy = N.conv2d(x, SOBEL), N.conv2d(x, SOBEL.transpose(2, 3))
    return ((gx * gx + gy * gy).sqrt() / 4).clamp(max=1)[:, 0]


def quarter(image):
    turns = int(torch.randint(1, 4, ()))
    return T.functional.rotate(image, 90 * turns)


EFFECTS = {
    "RandomResizedCrop": (T.RandomResizedCrop(96), "pil bytes"),
    "HorizontalFlip": (T.RandomHorizontalFlip(1), "pil bytes"),
    "ColorJitter": (T.ColorJitter(0.4, 0.4, 0.2, 0.1), "pil bytes"),
    "Grayscale": (T.RandomGrayscale(1), "pil bytes"),
    "GaussianBlur": (T.GaussianBlur(9, (0.1, 2)), "pil bytes"),
    "Solarize": (T.RandomSolarize(128, 1), "pil bytes"),
    "QuarterTurns": (quarter, "pil bytes"),
    "Rotation": (T.RandomRotation(30, BILINEAR), "pil bytes"),
    "Affine": (T.RandomAffine(20, (0.1, 0.1), (0.8, 1.2), 10, BILINEAR), "pil bytes"),
    "Perspective": (T.RandomPerspective(0.5, 1, BILINEAR), "pil bytes"),
    "Cutout": (T.RandomErasing(1), "bytes"),
    "GaussianNoise": (T.GaussianNoise(0, 0.1), "floats"),
    "Sobel": (sobel, "floats"),
    "Sharpness": (T.RandomAdjustSharpness(1.5, 1), "pil bytes"),
    "Posterize": (T.RandomPosterize(3, 1), "pil bytes"),
    "Equalize": (T.RandomEqualize(1), "pil bytes"),
    "ChannelShuffle": (T.RandomChannelPermutation(), "pil bytes"),
}


def median(effect, image, seconds=0.3):
    for _ in range(5):
        effect(image)
    times, begin = [], time.perf_counter()
    while time.perf_counter() < begin + seconds:
        start = time.perf_counter()
        for _ in range(10):
            effect(image)
        times.append((time.perf_counter() - start) / 10)
    return statistics.median(times) * 1e6


def main(invar, rounds):
    y, x = np.mgrid[0:96, 0:96]
    pixels = np.stack([(np.sin(x / (9 + c)) * np.cos(y / (7 + c)) * 120 + 128) for c in range(3)], 2).astype(np.uint8)
    tensor = torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
    images = {"pil": Image.fromarray(pixels), "bytes": tensor, "floats": tensor.float() / 255}
    ours, theirs = {}, {}
    for _ in range(rounds):
        command = [invar, "bench", "--workload", "effects-96", "--steps", "100", "--json", "-"]
        said = subprocess.run(command, capture_output=True, text=True, check=True)
        for row in json.loads(said.stdout):
            ours.setdefault(row["executor"], []).append(row["median_s"] * 1e6)
        for name, (effect, kinds) in EFFECTS.items():
            for kind in kinds.split():
                theirs.setdefault((name, kind), []).append(median(effect, images[kind]))
    print("| effect | Invar | torchvision on PIL | torchvision on tensors | ratio to the faster |\n|---|---|---|---|---|")
    for name, own in ours.items():
        on_pil = min(theirs.get((name, "pil"), [float("nan")]))
        on_tensor = min(theirs.get((name, "bytes"), theirs.get((name, "floats"), [float("nan")])))
        best = min(value for value in (on_pil, on_tensor, float("inf")) if value == value)
        cells = [f"{min(own):.0f}"] + [f"{v:.0f}" if v == v else "–" for v in (on_pil, on_tensor)]
        cells.append(f"{best / min(own):.1f}" if best != float("inf") else "–")
        print(f"| `{name}` | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    os.environ["OMP_NUM_THREADS"] = "1"
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
