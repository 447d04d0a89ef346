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

InvarCommands.main(
    [tiny, conv, separate, deep, rows("rows", width: 8), rows("more-rows", width: 6)],
    more: [
        JointEmbedding("hidden", image: image) {
            mlp
            loss
        }
    ])
