// The architectures that are compiled into App, and all of Invar's commands for them:
//
//     swift run -c release Models pretrain small --output runs/small
import Invar
import InvarCommands

let small = JointEmbedding("small", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
    }
    Encoder {
        for width in [16, 32, 64] {
            Conv(width, kernel: 3); BatchNorm(); ReLU()
            if width < 64 { MaxPool(2) }
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

InvarCommands.main([small])
