// Inputs of different kinds: one branch sees an image, the other a row of numbers that belongs to it, such as a spectrum, a
// caption's vector, or, here, what another network made of the image. VICReg ties only the embeddings together.
//
// The rows stand in an .npy file, float32, one for each image in the data's order; `embed` writes such a file.
//
//     invar pretrain vicreg-small --train-images 5120 --epochs 2 --output runs/teacher
//     invar embed runs/teacher --split train --output runs/rows
//     swift run -c release RowsBesideImages pretrain image-and-rows --features runs/rows.npy --epochs 1 --output runs/pair
//     swift run -c release RowsBesideImages evaluate runs/pair
import Invar
import InvarCommands

func expander() -> Expander {
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
}

let image = Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])
let model = JointEmbedding("image-and-rows", image: image) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip(probability: 0.5)
    }
    Branch {
        Encoder {
            for width in [16, 32, 64] { Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU() }
            GlobalAveragePool()
        }
        expander()
    }
    Branch {
        Encoder(features: 128) {
            Linear(128); BatchNorm(); ReLU()
            Linear(64)
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
