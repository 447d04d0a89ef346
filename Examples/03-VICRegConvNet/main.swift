// A convolutional encoder whose depth is a value: `for` and `if` work inside the builders, and so one function makes
// several architectures, which the commands then know by name.
//
//     swift run -c release VICRegConvNet list
//     swift run -c release VICRegConvNet pretrain convnet-2 --train-images 5120 --epochs 2 --output runs/convnet
//     swift run -c release VICRegConvNet views convnet-2 --output views.png
import Invar
import InvarCommands

func convNet(stages: Int) -> JointEmbedding {
    JointEmbedding("convnet-\(stages)", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
        Views {
            RandomResizedCrop(scale: 0.2...1)
            HorizontalFlip(probability: 0.5)
            ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
            // one value for each view
            Solarize(probability: 0, 0.2)
        }
        Encoder {
            for stage in 0..<stages {
                Conv(16 << stage, kernel: 3); BatchNorm(); ReLU()
                if stage < stages - 1 { MaxPool(2) }
            }
            GlobalAveragePool()
        }
        Expander {
            Linear(128); BatchNorm(); ReLU()
            Linear(128, bias: false)
        }
        Loss {
            25 * Invariance()
            25 * Variance()
            Covariance()
        }
    }
}

InvarCommands.main((2...4).map(convNet))
