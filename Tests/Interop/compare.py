"""torchvision's half of torchvision.sh: `make FOLDER` draws weights and images, `compare FOLDER` judges what came of them."""

import pathlib
import sys

import torch
import torchvision
from safetensors.torch import load_file, save_file

import networks

COUNTS = {64: 4, 224: 2}


def drawn(name):
    """Random weights, and statistics of BatchNorms that are not those of a fresh one."""
    torch.manual_seed(networks.RESNETS.index(name))
    model = getattr(torchvision.models, name)()
    model.train()
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.weight.uniform_(0.3, 0.9)
                module.bias.uniform_(-0.2, 0.2)
        for _ in range(3):
            model(torch.randn(4, 3, 64, 64))
    return model.eval()


def make(folder):
    for side, count in COUNTS.items():
        torch.manual_seed(side)
        save_file({"images": torch.randn(count, side, side, 3)}, folder / f"images-{side}.safetensors")
    for name in networks.RESNETS:
        save_file(drawn(name).state_dict(), folder / f"{name}.safetensors")


def features(model, images):
    with torch.no_grad():
        return model.double()(images.double().permute(0, 3, 1, 2))


def compare(folder):
    worst = 0.0

    def judge(title, want, path):
        nonlocal worst
        got = load_file(path)["features"].double()
        off = ((got - want).abs().max() / want.abs().max()).item()
        worst = max(worst, off)
        print(f"{title:32} {off:.1e} of the largest feature")

    for name in networks.RESNETS:
        model = networks.resnet(name)
        state = load_file(folder / f"{name}.safetensors")
        model.load_state_dict({key: value for key, value in state.items() if not key.startswith("fc.")})
        for side in COUNTS:
            want = features(model, load_file(folder / f"images-{side}.safetensors")["images"])
            for executor in ["blas", "jit"]:
                judge(f"{name} {side} {executor}", want, folder / f"{name}-{side}-{executor}.safetensors")
        ours = load_file(folder / f"ours-{name}.safetensors")
        whole = getattr(torchvision.models, name)()
        missing, unexpected = whole.load_state_dict(ours, strict=False)
        assert sorted(missing) == ["fc.bias", "fc.weight"] and not unexpected, (missing, unexpected)
        model = networks.resnet(name)
        model.load_state_dict(ours)  # strictly: all but the classifier is there
        want = features(model, load_file(folder / "images-64.safetensors")["images"])
        judge(f"ours-{name} 64 jit", want, folder / f"ours-{name}-64-jit.safetensors")
    print(f"largest difference: {worst:.1e}; allowed: 5e-6")
    sys.exit(worst > 5e-6)


{"make": make, "compare": compare}[sys.argv[1]](pathlib.Path(sys.argv[2]))
