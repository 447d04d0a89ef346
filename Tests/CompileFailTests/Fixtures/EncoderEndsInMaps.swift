import Invar

// expected-error@+1 {{this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()}}
let maps = Encoder {
    Conv(64, kernel: 3); BatchNorm(); ReLU()
}

// expected-error@+1 {{nothing here turns maps into rows, as this must; add GlobalAveragePool() or Flatten()}}
let nothing = Encoder {}

// expected-error@+1 {{nothing here turns maps into rows, as this must; add GlobalAveragePool() or Flatten()}}
let same = Encoder {
    BatchNorm(); ReLU()
}

struct Stem: Layer {
    // expected-error@+1 {{this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()}}
    var body: Stack<Maps, Rows> {
        Conv(64, kernel: 7, stride: 2); BatchNorm(); ReLU()
    }
}
