import Invar

// expected-error@+1 {{this begins with a layer that takes rows, such as Linear, and gets maps; begin with Flatten(), GlobalAveragePool() or Conv}}
let encoder = Encoder {
    Linear(512); ReLU()
}

// expected-error@+1 {{this begins with a layer that takes maps, such as Conv or a pooling, and gets rows; use layers of rows, such as Linear}}
let expander = Expander { Conv(64, kernel: 1) }

// expected-error@+1 {{this begins with a layer that takes maps, such as Conv or a pooling, and gets rows; use layers of rows, such as Linear}}
let flattening = Expander {
    Flatten(); Linear(64)
}
