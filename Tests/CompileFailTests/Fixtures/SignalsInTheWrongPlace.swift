import Invar

// expected-error@+1 {{a layer that takes maps, such as Conv or a pooling, follows signals; use Conv1D and the poolings named 1D, or put Spectrogram before it}}
let mapped = Encoder(signal: 100) {
    Conv1D(8, kernel: 3)
    Conv(8, kernel: 3)
    GlobalAveragePool()
}

// expected-error@+1 {{a layer that takes rows, such as Linear, follows signals; put GlobalAveragePool1D() before it}}
let unpooled = Encoder(signal: 100) {
    Conv1D(8, kernel: 3)
    Linear(8)
}

// expected-error@+1 {{this ends in signals and must end in rows; end it with GlobalAveragePool1D()}}
let unfinished = Encoder(signal: 100) {
    Conv1D(8, kernel: 3); BatchNorm(); ReLU()
}

// expected-error@+1 {{this begins with a layer that takes maps, such as Conv or a pooling, and gets signals; begin with Conv1D or Spectrogram}}
let begun = Encoder(signal: 100) {
    Conv(8, kernel: 3); GlobalAveragePool()
}

// expected-error@+1 {{this begins with a layer that takes rows, such as Linear, and gets signals; begin with Conv1D or Spectrogram}}
let flat = Encoder(signal: 100) {
    Linear(8); ReLU()
}

// expected-error@+1 {{this begins with a layer that takes signals, such as Conv1D or Spectrogram, and gets maps; write Encoder(signal: …)}}
let ofImages = Encoder {
    Conv1D(8, kernel: 3); GlobalAveragePool1D()
}

// expected-error@+1 {{a layer that takes signals, such as Conv1D or Spectrogram, follows rows; put it before GlobalAveragePool1D()}}
let late = Encoder(signal: 100) {
    GlobalAveragePool1D()
    Conv1D(8, kernel: 3); GlobalAveragePool1D()
}

// expected-error@+1 {{a layer that takes signals, such as Conv1D or Spectrogram, follows maps; use Conv and the poolings of images, or put it first in Encoder(signal:)}}
let after = Encoder(signal: 1000) {
    Spectrogram(window: 64, hop: 32, mels: 8, rate: 1000)
    Conv1D(8, kernel: 3); GlobalAveragePool1D()
}

// expected-error@+1 {{this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()}}
let pictured = Encoder(signal: 1000) {
    Spectrogram(window: 64, hop: 32, mels: 8, rate: 1000); BatchNorm()
}
