"""Writes Tests/Golden/encoders.json: what torchvision's encoders make of the formulas' weights and images.

    python3 Tests/Interop/expected.py            (needs torch, torchvision, numpy)
"""

import json
import pathlib

import torch

import formula
import networks

torch.set_default_dtype(torch.float64)


def nchw(images):
    return torch.from_numpy(images).double().permute(0, 3, 1, 2)


def numbers(tensor):
    return [[float(f"{v:.9g}") for v in row] for row in tensor.tolist()]


def resnet_case(name, stem, side):
    model = networks.resnet(name, stem).double()
    state = {k: torch.from_numpy(formula.weight(k, v.shape)).double()
             for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
    model.load_state_dict(state)
    with torch.no_grad():
        features = model(nchw(formula.images(2, side)))
    return {"network": name, "stem": stem, "side": side, "features": numbers(features[:, :6]),
            "sums": numbers(torch.stack([features.sum(1), features.square().sum(1)], 1))}


def vit_case(side, patch, width, depth, heads, pooling):
    model = networks.ViT(side, patch, width, depth, heads, pooling).double()
    for name, value in model.encoder_parameters():
        value.data = torch.from_numpy(formula.weight(name, value.shape)).double()
    features = model(nchw(formula.images(2, side)))
    direction = torch.from_numpy(formula.uniform("direction", features.numel())).reshape(features.shape) - 0.5
    (features * direction).sum().backward()
    gradients = {}
    for name, value in model.encoder_parameters():
        weights = torch.from_numpy(formula.uniform(name, value.numel())).reshape(value.shape) - 0.5
        gradients[name] = numbers(torch.stack([value.grad.square().sum(), (value.grad * weights).sum()])[None])[0]
    return {"side": side, "patch": patch, "width": width, "depth": depth, "heads": heads, "pooling": pooling,
            "features": numbers(features.detach()), "gradients": gradients}


cases = {
    "resnets": [resnet_case(name, "imageNet", 64) for name in networks.RESNETS]
    + [resnet_case(name, "cifar", 32) for name in ["resnet18", "resnet50"]],
    "transformers": [vit_case(12, 4, 24, 2, 3, "classToken"), vit_case(10, 2, 21, 2, 3, "mean"),
                     vit_case(32, 4, 64, 3, 2, "classToken")],
}
text = json.dumps(cases, indent=None, separators=(",", ":")).replace('{"', '\n{"')
(pathlib.Path(__file__).parent.parent / "Golden" / "encoders.json").write_text(text + "\n")
for case in cases["resnets"]:
    print(case["network"], case["stem"], case["features"][0][:3], case["sums"][0])
for case in cases["transformers"]:
    print(case["side"], case["features"][0][:3], list(case["gradients"].items())[0])
