// An architecture of one's own in a program of one's own: VICReg (Bardes et al., ICLR 2022) with linear layers alone.
// The last line gives the program all of Invar's commands.
//
//     swift run -c release VICRegMLP list
//     swift run -c release VICRegMLP pretrain mlp --train-images 5120 --epochs 2 --output runs/mlp
//     swift run -c release VICRegMLP evaluate runs/mlp
import Invar
import InvarCommands

let model = JointEmbedding("mlp", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
    }
    // What is kept: 784 pixels become 64 numbers.
    Encoder {
        Flatten()
        Linear(256); BatchNorm(); ReLU()
        Linear(64)
    }
    // What the loss sees, dropped after training.
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
