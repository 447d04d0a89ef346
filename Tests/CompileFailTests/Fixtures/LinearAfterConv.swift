import Invar

// expected-error@+1 {{a layer that takes rows, such as Linear, follows maps; put GlobalAveragePool() or Flatten() before it}}
let encoder = Encoder {
    Conv(64, kernel: 3); BatchNorm(); ReLU()
    Linear(512)
}

// The same with what the words ask for.
let pooled = Encoder {
    Conv(64, kernel: 3); BatchNorm(); ReLU()
    GlobalAveragePool()
    Linear(512)
}
let flattened = Encoder {
    Flatten(); Linear(512)
}
