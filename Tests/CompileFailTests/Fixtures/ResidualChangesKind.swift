import Invar

// expected-error@+1 {{this ends in maps and must end in rows}}
let encoder = Encoder {
    // expected-error@+1 {{Residual adds what its layers give to what they take, and these turn maps into rows; put GlobalAveragePool() or Flatten() after the Residual}}
    Residual {
        Conv(64, kernel: 3)
        GlobalAveragePool()
    }
}

let kept = Encoder {
    Residual {
        Conv(64, kernel: 3)
    } shortcut: {
        Conv(64, kernel: 1)
    }
    GlobalAveragePool()
    Residual { Linear(64) }
}
