// A layer of one's own: a value whose body says what it consists of. This one is MobileNetV2's block, and its branch
// without a shortcut shows that `if` works in a body.
//
//     swift run -c release OwnLayer list
//     swift run -c release OwnLayer pretrain mobile --train-images 5120 --epochs 2 --output runs/mobile
//     swift run -c release OwnLayer inspect runs/mobile/encoder.safetensors
import Invar
import InvarCommands

/// 1×1 to more channels, 3×3 on each channel by itself, 1×1 back (Sandler et al., CVPR 2018).
struct InvertedResidual: Layer {
    let input: Int, width: Int
    var stride = 1
    var expansion = 4

    var body: Stack<Maps, Maps> {
        if stride == 1 && input == width { Residual { layers } } else { layers }
    }

    @StackBuilder private var layers: Stack<Maps, Maps> {
        let inner = expansion * input
        Conv(inner, kernel: 1); BatchNorm(); ReLU()
        Conv(inner, kernel: 3, stride: stride, groups: inner); BatchNorm(); ReLU()
        Conv(width, kernel: 1); BatchNorm()
    }
}

let model = JointEmbedding("mobile", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
    }
    Encoder {
        Conv(16, kernel: 3, stride: 2); BatchNorm(); ReLU()
        // parameters are named encoder.invertedresidual1.conv1.weight, …
        InvertedResidual(input: 16, width: 16)
        InvertedResidual(input: 16, width: 32, stride: 2)
        // … and these encoder.tail.0.conv1.weight, …
        Sequential("tail") {
            InvertedResidual(input: 32, width: 32)
            InvertedResidual(input: 32, width: 64)
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
    }
}

InvarCommands.main([model])
