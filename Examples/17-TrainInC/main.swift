// A whole step of training as C: VICReg on rows of numbers, in a program that needs neither Swift nor LLVM (train.c).
//
//     swift run -c release TrainInC emit rows --step training --batch 64 --form c --output rows
//     cc -O2 -Irows Examples/17-TrainInC/train.c rows/*.c rows/*.S -lpthread -lm -o train
//     ./train rows/state.safetensors measurements.csv encoder.safetensors
import Invar
import InvarCommands

// A row of 16 numbers stands where an image of 1×16 pixels would.
let rows = JointEmbedding("rows", image: Image(channels: 1, height: 1, width: 16)) {
    Encoder {
        Flatten()
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
