// A program of one's own: an architecture with a layer and a loss term that Invar does not have, and all of
// Invar's commands for it. docs/tutorial.md builds it up step by step.
//
//     swift run -c release OwnLossTerm pretrain uniform-net --train-images 5120 --epochs 2 --output runs/uniform
//     swift run -c release OwnLossTerm evaluate runs/uniform
import Invar
import InvarCommands

/// Convolution, normalization, activation: a layer is what its body consists of.
struct ConvBlock: Layer {
    let width: Int, stride: Int

    var body: Stack<Maps, Maps> {
        Conv(width, kernel: 3, stride: stride)
        BatchNorm()
        ReLU()
    }
}

/// Embeddings spread evenly over the sphere: the logarithm of the mean Gaussian potential of all pairs
/// (Wang & Isola, ICML 2020).
struct Uniformity: LossTerm {
    let t: Double

    func value(of embeddings: Embeddings) -> Tensor {
        func potential(_ x: Tensor) -> Tensor {
            let unit = x / sqrt(x.squared().sum([1], keepingAxes: true) + 1e-12)
            // On the sphere ‖a − b‖² = 2 − 2 a·b.
            let squaredDistances = 2 - 2 * matmul(unit, unit, transposeB: true)
            return log(exp(-t * squaredDistances).mean())
        }
        return (potential(embeddings.first) + potential(embeddings.second)) / 2
    }
}

let model = JointEmbedding("uniform-net", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353]))
{
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
    }
    Encoder {
        for width in [32, 64, 128] {
            ConvBlock(width: width, stride: width == 32 ? 1 : 2)
        }
        GlobalAveragePool()
    }
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
        Uniformity(t: 2)
    }
}

InvarCommands.main([model])
