"""The peers: torchvision's networks, without their classifiers."""

import torch
import torchvision

RESNETS = ["resnet18", "resnet34", "resnet50", "resnet101", "wide_resnet50_2"]


def resnet(name, stem="imageNet"):
    model = getattr(torchvision.models, name)()
    model.fc = torch.nn.Identity()
    if stem == "cifar":
        model.conv1 = torch.nn.Conv2d(3, 64, 3, padding=1, bias=False)
        model.maxpool = torch.nn.Identity()
    return model.eval()


def timm_name(name):
    """Our name of a parameter of torchvision's Vision Transformer."""
    for theirs, ours in [
        ("conv_proj.", "patch_embed.proj."), ("class_token", "cls_token"), ("encoder.pos_embedding", "pos_embed"),
        ("encoder.layers.encoder_layer_", "blocks."), (".ln_1.", ".norm1."), (".ln_2.", ".norm2."),
        (".self_attention.in_proj_", ".attn.qkv."), (".self_attention.out_proj.", ".attn.proj."),
        (".mlp.0.", ".mlp.fc1."), (".mlp.3.", ".mlp.fc2."), ("encoder.ln.", "norm."),
    ]:
        name = name.replace(theirs, ours)
    return name


class ViT(torch.nn.Module):
    """torchvision's Vision Transformer; its blocks alone, where the mean over the tokens is wanted."""

    def __init__(self, side, patch, width, depth, heads, pooling):
        super().__init__()
        self.pooling = pooling
        self.vit = torchvision.models.VisionTransformer(side, patch, depth, heads, width, 4 * width)
        self.vit.heads = torch.nn.Identity()
        if pooling == "mean":
            self.vit.encoder.pos_embedding = torch.nn.Parameter(self.vit.encoder.pos_embedding[:, 1:].clone())

    def forward(self, x):
        if self.pooling == "classToken":
            return self.vit(x)
        return self.vit.encoder(self.vit._process_input(x)).mean(1)

    def encoder_parameters(self):
        for name, value in self.vit.named_parameters():
            if not (self.pooling == "mean" and name == "class_token"):
                yield timm_name(name), value
