// Layers of one's own that compute: with tensors, parameters, running statistics and other layers inside. Their derivatives are
// written and their kernels are made as those of the built-in layers are.
//
//     swift run -c release ComputingLayer pretrain gated --train-images 5120 --epochs 2 --output runs/gated
//     swift run -c release ComputingLayer inspect runs/gated/encoder.safetensors
import Invar
import InvarCommands

/// Weighs the channels of each image by what their means over the image say (Hu et al., CVPR 2018).
struct SqueezeExcitation: ComputingLayer {
    typealias Input = Maps  // and so is its output
    let reduction: Int

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let (batch, channels) = (x.shape[0], x.shape[3])
        try scope.expect(channels % reduction == 0, "a reduction of \(reduction) does not divide \(channels) channels")
        let weights = try scope.apply(to: x.mean([1, 2])) {
            Linear(channels / reduction); SiLU()
            Linear(channels); Sigmoid()
        }
        return x * weights.reshape([batch, 1, 1, channels])
    }
}

/// Divides each channel by its root mean square over the batch; in evaluation by a running one, which follows the batches'.
struct RootMeanSquareNorm: ComputingLayer {
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let channels = [x.shape[x.rank - 1]]
        let weight = try scope.parameter("weight", channels, .ones)
        let running = try scope.statistic("running_square", channels, .ones)
        let square = scope.isTraining ? x.squared().mean(Array(0..<(x.rank - 1))) : running
        try scope.update("running_square", 0.9 * running + 0.1 * square)
        return x * (weight * rsqrt(square + 1e-5))
    }
}

let model = JointEmbedding("gated", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
    }
    Encoder {
        // parameters are named encoder.conv1.weight, encoder.rootmeansquarenorm1.weight, encoder.squeezeexcitation1.linear1.weight, …
        for width in [16, 32, 64] {
            Conv(width, kernel: 3, stride: 2); RootMeanSquareNorm(); SiLU()
            SqueezeExcitation(reduction: 4)
        }
        GlobalAveragePool()
        Dropout(0.1)
    }
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
    Loss.vicreg()
}

InvarCommands.main([model])
