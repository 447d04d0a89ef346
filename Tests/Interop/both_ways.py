"""An encoder on its way from Invar to PyTorch and back: `load`, `save`, `compare` (docs/from-pytorch.md, scripts/pages)."""

import gzip
import pathlib
import sys
from collections import OrderedDict

import numpy
import torch
from safetensors.torch import load_file, save_file
from torch import nn


def encoder():
    """The network of vicreg-small, under the names that encoder.safetensors has."""
    layers, inputs = OrderedDict(), 1
    for number, (width, stride) in enumerate([(32, 1), (64, 2), (128, 2), (128, 1)], start=1):
        layers[f"conv{number}"] = nn.Conv2d(inputs, width, 3, stride=stride, padding=1, bias=False)
        layers[f"bn{number}"] = nn.BatchNorm2d(width)
        layers[f"relu{number}"] = nn.ReLU()
        inputs = width
    layers["pool"], layers["flatten"] = nn.AdaptiveAvgPool2d(1), nn.Flatten()
    return nn.Sequential(layers).eval()


def test_images():
    """Fashion-MNIST's, normalized as the architecture's Image says, N×C×H×W."""
    for folder in ["data", "/usr/share/datasets"]:
        path = pathlib.Path(folder, "fashion-mnist", "t10k-images-idx3-ubyte.gz")
        if path.exists():
            pixels = numpy.frombuffer(gzip.open(path).read()[16:], numpy.uint8).reshape(-1, 1, 28, 28)
            return (torch.from_numpy(pixels.astype("float32")) / 255 - 0.286) / 0.353
    sys.exit("both_ways: Fashion-MNIST is neither in data nor in /usr/share/datasets")


def judge(model, path):
    with torch.no_grad():
        ours, theirs = torch.from_numpy(numpy.load(path)), model(test_images())
    print(f"{tuple(ours.shape)} numbers, at most {(ours - theirs).abs().max() / theirs.abs().max():.1e} of the largest apart")


model = encoder()
match sys.argv[1]:
    case "load":
        print(model.load_state_dict(load_file("runs/torch/encoder.safetensors")))
        judge(model, "runs/torch/test.npy")
    case "save":
        torch.manual_seed(0)
        model = encoder()
        save_file(model.state_dict(), "torch.safetensors")
        print("torch.safetensors:", len(model.state_dict()), "tensors")
    case "compare":
        model.load_state_dict(load_file("torch.safetensors"))
        judge(model, "torch-test.npy")
