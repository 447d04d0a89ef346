// A whole step of training as C: VICReg on rows of numbers, in a program that needs neither Swift nor LLVM (train.c).
//
//     swift run -c release TrainInC emit rows --step training --batch 64 --form c --output rows
//     cc -O2 -Irows Examples/17-TrainInC/train.c rows/*.c rows/*.S -lpthread -lm -o train
//     ./train rows/state.safetensors measurements.csv encoder.safetensors
import Invar
import InvarCommands

let rows = JointEmbedding("rows") {
    Encoder(features: 16) {
        Linear(64); BatchNorm(); ReLU()
        Linear(8)
    }
    Expander {
        Linear(64); BatchNorm(); ReLU()
        Linear(64, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

InvarCommands.main([rows])
