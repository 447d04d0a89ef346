import Invar

let waveform = Encoder(signal: 1000, channels: 2, rate: 1000) {
    Conv1D(8, kernel: 9, stride: 4); BatchNorm(); ReLU()
    for _ in 0..<2 {
        Residual {
            Conv1D(8, kernel: 3); BatchNorm(); ReLU()
        }
    }
    MaxPool1D(2)
    Residual {
        Conv1D(16, kernel: 3, stride: 2); BatchNorm()
    } shortcut: {
        Conv1D(16, kernel: 1, stride: 2)
    }
    AveragePool1D(2)
    GlobalAveragePool1D()
    Linear(8)
}

let spectrogram = Encoder(signal: 1000) {
    Spectrogram(window: 64, hop: 32, mels: 8, rate: 1000); BatchNorm()
    Conv(8, kernel: 3, stride: 2); BatchNorm(); ReLU()
    GlobalAveragePool()
}

let model = JointEmbedding("heard-and-seen") {
    SignalViews {
        TimeShift(share: 0.1); PolarityFlip()
    }
    Branch { waveform }
    Branch { spectrogram }
    Loss {
        Invariance(); Variance()
    }
}
