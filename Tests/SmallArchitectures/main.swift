// All commands, with architectures so small that a run takes no time: what the tests of the options start.
import Invar
import InvarCommands

private let image = Image(channels: 1, height: 8, width: 8, mean: [0.5], std: [0.25])

private let views = Views {
    RandomResizedCrop(scale: 0.5...1)
    HorizontalFlip(probability: 0.5)
}

private let loss = Loss {
    25 * Invariance()
    25 * Variance()
    Covariance()
}

private let mlp = Encoder {
    Flatten()
    Linear(16); BatchNorm(); ReLU()
    Linear(8)
}

private let expander = Expander {
    Linear(12); BatchNorm(); ReLU()
    Linear(12, bias: false)
}

private let tiny = JointEmbedding("tiny", image: image) {
    views
    mlp
    expander
    loss
}

private let conv = JointEmbedding("conv", image: image) {
    views
    Encoder {
        Conv(4, kernel: 3, stride: 2); BatchNorm(); ReLU()
        GlobalAveragePool()
    }
    expander
    loss
}

/// Each branch has weights of its own.
private let separate = JointEmbedding("separate", image: image) {
    Branches(.separateWeights)
    views
    mlp
    expander
    loss
}

/// Activations that outweigh the parameters by far: within less memory they can be computed again.
private let deep = JointEmbedding("deep", image: image) {
    views
    Encoder {
        for _ in 0..<5 { Conv(8, kernel: 3); BatchNorm(); ReLU() }
        GlobalAveragePool()
    }
    loss
}

/// One branch sees three numbers beside each image.
private func rows(_ name: String, width: Int) -> JointEmbedding {
    JointEmbedding(name, image: image) {
        views
        Branch {
            Encoder {
                Flatten(); Linear(width); BatchNorm()
            }
        }
        Branch {
            Encoder(features: 3) {
                Linear(width); BatchNorm()
            }
        }
        loss
    }
}

/// Rows of three numbers, and no image.
private func table(_ name: String, width: Int) -> JointEmbedding {
    JointEmbedding(name) {
        RowViews {
            RowSwapping(share: 0.3)
            RowNoise(sigma: 0.1, probability: 1, 0.5)
        }
        Encoder(features: 3) {
            Standardize(); Linear(width); BatchNorm(); ReLU()
            Linear(8)
        }
        loss
    }
}

/// Rows of three numbers in one branch and of two in the other, as they are.
private let sides = JointEmbedding("sides") {
    for width in [3, 2] {
        Branch {
            Encoder(features: width) {
                Standardize(); Linear(8); BatchNorm()
            }
        }
    }
    loss
}

/// The same rows in both branches.
private let unchanged = JointEmbedding("unchanged") {
    RowViews { RowNoise(sigma: 0) }
    Encoder(features: 3) {
        Linear(8); BatchNorm()
    }
    loss
}

/// Signals in two forms.
private let heardAndSeen = JointEmbedding("heard-and-seen") {
    SignalViews { TimeShift(share: 0.1) }
    Branch {
        Encoder(signal: 64, rate: 1000) {
            Conv1D(8, kernel: 9, stride: 4); BatchNorm(); ReLU(); MaxPool1D(2)
            GlobalAveragePool1D()
        }
    }
    Branch {
        Encoder(signal: 64, rate: 1000) {
            Spectrogram(window: 32, hop: 8, mels: 6, rate: 1000); BatchNorm()
            Conv(8, kernel: 3); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
    }
    loss
}

/// Images of six channels that are no colours.
private let bands = JointEmbedding("bands", image: Image(channels: 6, height: 8, width: 8)) {
    Views {
        RandomResizedCrop(scale: 0.5...1)
        ColorJitter(brightness: 0.2, contrast: 0.2)
        GaussianNoise(sigma: 0...0.01)
        Normalize(mean: [0.035], std: [0.008])
    }
    Encoder {
        Conv(8, kernel: 3, stride: 2); BatchNorm(); ReLU()
        GlobalAveragePool()
    }
    expander
    loss
}

/// Kernels of most kinds: convolutions direct, by Winograd, in groups, of each channel by itself; pooling; random numbers.
private let kernels = JointEmbedding("kernels", image: Image(channels: 3, height: 13, width: 11)) {
    views
    Encoder {
        Conv(16, kernel: 3); BatchNorm(); ReLU(); Conv(16, kernel: 3); BatchNorm(); ReLU(); MaxPool(2)
        Conv(16, kernel: 3, groups: 16); BatchNorm(); SiLU()
        Conv(20, kernel: 3, stride: 2, groups: 4, bias: true); GELU()
        Conv(7, kernel: 1); Sigmoid(); BatchNorm()
        GlobalAveragePool()
    }
    Expander {
        Linear(12); BatchNorm(); ReLU(); Dropout(0.25)
        Linear(12, bias: false)
    }
    loss
}

/// Attention, and what surrounds it.
private let tokens = JointEmbedding("tokens", image: Image(channels: 3, height: 16, width: 16)) {
    views
    Encoder { vit(patch: 4, width: 24, depth: 1, heads: 2) }
    expander
    loss
}

InvarCommands.main(
    [tiny, conv, separate, deep, rows("rows", width: 8), rows("more-rows", width: 6), table("table", width: 12)],
    more: [
        kernels, tokens, table("wide-table", width: 20), sides, unchanged, bands, heardAndSeen,
        JointEmbedding("hidden", image: image) {
            mlp
            loss
        },
    ])
