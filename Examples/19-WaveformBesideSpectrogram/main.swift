// A sound in two forms: one branch hears the waveform, by convolutions over time, the other sees the spectrogram, by convolutions over
// pitch and time, as in table 6 of "VICReg" (Bardes, Ponce & LeCun 2022). Both are given the same sounds; what they share is what they say.
//
// `waveform-beside-spectrogram` is the pair. `waveforms` has the first branch twice, with shared weights: two views of a sound, each changed by
// its own random numbers. `spectrograms` has the second twice.
//
//     scripts/sounds sounds
//     swift run -c release WaveformBesideSpectrogram pretrain waveform-beside-spectrogram --data sounds --epochs 40 --batch 128 \
//         --output runs/pair
//     swift run -c release WaveformBesideSpectrogram evaluate runs/pair                # the waveform's encoder
//     swift run -c release WaveformBesideSpectrogram evaluate runs/pair --branch 2     # the spectrogram's
import Invar
import InvarCommands

/// A second at 8,000 samples a second.
let rate = 8000

/// Two convolutions over time, around which the signal goes unchanged; it gets shorter by `stride`.
struct Block: Layer {
    let width: Int
    let stride: Int

    var body: Stack<Signals, Signals> {
        Residual {
            Conv1D(width, kernel: 5, stride: stride); BatchNorm(); ReLU()
            Conv1D(width, kernel: 5); BatchNorm()
        } shortcut: {
            Conv1D(width, kernel: 1, stride: stride, padding: 0); BatchNorm()
        }
        ReLU()
    }
}

/// From 8000 samples to 31 moments of 128 numbers, and their mean.
let waveform = Encoder(signal: rate, rate: rate) {
    Conv1D(32, kernel: 32, stride: 8, padding: 12); BatchNorm(); ReLU()
    Block(width: 48, stride: 4)
    Block(width: 64, stride: 2)
    Block(width: 96, stride: 2)
    Block(width: 128, stride: 2)
    GlobalAveragePool1D()
}

/// 40 bands of pitch at 61 moments, as an image of one channel.
let spectrogram = Encoder(signal: rate, rate: rate) {
    Spectrogram(window: 256, hop: 128, mels: 40, rate: rate)
    BatchNorm()
    Conv(32, kernel: 3); BatchNorm(); ReLU(); MaxPool(2)
    Conv(48, kernel: 3); BatchNorm(); ReLU(); MaxPool(2)
    Conv(64, kernel: 3); BatchNorm(); ReLU(); MaxPool(2)
    Conv(128, kernel: 3); BatchNorm(); ReLU()
    GlobalAveragePool()
}

let views = SignalViews {
    TimeShift(share: 0.1)
    SignalGain(decibels: -6...6)
    SignalNoise(ratio: 10...40, probability: 0.5)
    TimeMasking(share: 0.2, probability: 0.5)
    PolarityFlip()
}

func expander() -> Expander {
    Expander {
        Linear(512); BatchNorm(); ReLU()
        Linear(512, bias: false)
    }
}

let loss = Loss {
    25 * Invariance()
    25 * Variance()
    Covariance()
}

let pair = JointEmbedding("waveform-beside-spectrogram") {
    views
    Branch { waveform; expander() }
    Branch { spectrogram; expander() }
    loss
}

let waveforms = JointEmbedding("waveforms") {
    views
    waveform
    expander()
    loss
}

let spectrograms = JointEmbedding("spectrograms") {
    views
    spectrogram
    expander()
    loss
}

InvarCommands.main([pair, waveforms, spectrograms])
