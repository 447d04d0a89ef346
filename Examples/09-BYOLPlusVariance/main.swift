// One line changes a method: BYOL, and BYOL with VICReg's variance term, which the paper finds to help it (table 4). A
// predictor on the trained branch, a target that follows it, and a loss between the two.
//
//     swift run -c release BYOLPlusVariance compare byol byol-variance --train-images 5120 --epochs 2 --output runs/byol
import Invar
import InvarCommands

func byol(_ name: String, variance: Double? = nil) -> JointEmbedding {
    JointEmbedding(name, image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
        Views {
            RandomResizedCrop(scale: 0.2...1)
            HorizontalFlip(probability: 0.5)
            ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        }
        Encoder {
            for width in [16, 32, 64] { Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU() }
            GlobalAveragePool()
        }
        Expander {
            Linear(256); BatchNorm(); ReLU()
            Linear(64, bias: false)
        }
        Predictor {
            Linear(256); BatchNorm(); ReLU()
            Linear(64, bias: false)
        }
        Target(momentum: 0.99)
        Loss {
            PredictionDistance()
            if let variance { variance * Variance() }
        }
    }
}

InvarCommands.main([byol("byol"), byol("byol-variance", variance: 1)])
