"""Values that both sides compute, so that no weights need be stored: FormulaValues.swift (Tests/Support) is the other."""

import numpy as np


def uniform(name, count):
    """`count` numbers in 0..<1, multiples of 2^-24: SplitMix64, begun at the name's FNV-1a hash."""
    start = 0xCBF29CE484222325
    for byte in name.encode():
        start = ((start ^ byte) * 0x100000001B3) % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(start) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / 2.0**24


def weight(name, shape):
    """For a tensor of an encoder, of a size under which what flows through it stays near 1."""
    shape = tuple(shape)
    u = uniform(name, int(np.prod(shape)))
    if name.endswith("running_var"):
        values = 0.5 + u
    elif name.endswith(("running_mean", "bias")):
        values = 0.2 * (2 * u - 1)
    elif len(shape) == 1:
        values = 0.3 + 0.6 * u
    elif len(shape) == 3:
        values = 0.5 * (2 * u - 1)
    else:
        # convolutions are followed by a ReLU, which halves the mean square
        gain = 6.0 if len(shape) == 4 else 3.0
        values = (2 * u - 1) * np.sqrt(gain / float(np.prod(shape[1:])))
    return values.astype(np.float32).reshape(shape)


def images(count, side):
    """N×H×W×C, from -2 to 2."""
    u = uniform(f"images {side}", count * side * side * 3)
    return (4 * u - 2).astype(np.float32).reshape(count, side, side, 3)
