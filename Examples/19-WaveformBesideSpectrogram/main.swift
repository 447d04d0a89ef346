// A sound in two forms: one branch hears the waveform, by convolutions over time, the other sees the spectrogram, by convolutions over
// pitch and time (table 6 of VICReg, Bardes, Ponce & LeCun 2022). `waveforms` and `spectrograms` have one of the two, which sees each sound
// twice.
//
//     scripts/sounds sounds
//     swift run -c release WaveformBesideSpectrogram pretrain waveform-beside-spectrogram --data sounds --epochs 40 --batch 128 \
//         --output runs/pair
//     swift run -c release WaveformBesideSpectrogram evaluate runs/pair                # the waveform's encoder
//     swift run -c release WaveformBesideSpectrogram evaluate runs/pair --branch 2     # the spectrogram's
import Invar
import InvarCommands

/// Two convolutions over time and a way around them. The signal gets shorter by `stride`.
struct Block: Layer {
    let width: Int, stride: Int

    var body: Stack<Signals, Signals> {
        Residual {
            Conv1D(width, kernel: 5, stride: stride); BatchNorm(); ReLU()
            Conv1D(width, kernel: 5); BatchNorm()
        } shortcut: {
            Conv1D(width, kernel: 1, stride: stride); BatchNorm()
        }
        ReLU()
    }
}

/// A second of 8000 samples becomes 32 moments of 128 numbers, and these their mean.
let waveform = Encoder(signal: 8000, rate: 8000) {
    Conv1D(32, kernel: 32, stride: 8); BatchNorm(); ReLU()
    Block(width: 48, stride: 4)
    Block(width: 64, stride: 2)
    Block(width: 96, stride: 2)
    Block(width: 128, stride: 2)
    GlobalAveragePool1D()
}

/// 40 bands of pitch at 61 moments, as an image of one channel.
let spectrogram = Encoder(signal: 8000, rate: 8000) {
    Spectrogram(window: 256, hop: 128, mels: 40, rate: 8000)
    BatchNorm()
    for width in [32, 48, 64] { Conv(width, kernel: 3); BatchNorm(); ReLU(); MaxPool(2) }
    Conv(128, kernel: 3); BatchNorm(); ReLU()
    GlobalAveragePool()
}

let expander = Expander {
    Linear(512); BatchNorm(); ReLU(); Linear(512, bias: false)
}

func model(_ name: String, _ encoders: Encoder...) -> JointEmbedding {
    JointEmbedding(name) {
        SignalViews {
            TimeShift(share: 0.1)
            SignalGain(decibels: -6...6)
            SignalNoise(ratio: 10...40, probability: 0.5)
            TimeMasking(share: 0.2, probability: 0.5)
            PolarityFlip()
        }
        if encoders.count == 2 {
            for encoder in encoders {
                Branch {
                    encoder; expander
                }
            }
        } else {
            encoders[0]; expander
        }
        Loss {
            25 * Invariance(); 25 * Variance(); Covariance()
        }
    }
}

InvarCommands.main([
    model("waveform-beside-spectrogram", waveform, spectrogram), model("waveforms", waveform),
    model("spectrograms", spectrogram),
])
