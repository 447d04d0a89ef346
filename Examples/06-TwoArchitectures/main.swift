// Two architectures in one model: each view has its own, and VICReg's loss ties only the embeddings together, so that
// the encoders need to share nothing (Bardes et al., ICLR 2022, table 5).
//
//     swift run -c release TwoArchitectures pretrain mlp-and-convnet --train-images 5120 --epochs 2 --output runs/two
//     swift run -c release TwoArchitectures evaluate runs/two
//     swift run -c release TwoArchitectures evaluate runs/two --branch 2
import Invar
import InvarCommands

/// An expander for each branch, alike but for their weights.
func expander() -> Expander {
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
}

let image = Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])
let model = JointEmbedding("mlp-and-convnet", image: image) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
    }
    Branch {
        Encoder {
            Flatten()
            Linear(256); BatchNorm(); ReLU()
            Linear(64)
        }
        expander()
    }
    Branch {
        Encoder {
            for width in [16, 32, 64] { Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU() }
            GlobalAveragePool()
        }
        expander()
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

InvarCommands.main([model])
