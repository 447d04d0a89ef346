import Invar

func ifAndElse(pooled: Bool) -> Encoder {
    Encoder {
        if pooled {
            GlobalAveragePool()
            // expected-error@+1 {{the branches of this `if` or `switch` differ in what they take or give (maps, signals, rows or tokens); make them alike}}
        } else {
            Conv(64, kernel: 3)
        }
        Linear(64)
    }
}

func cases(of size: Int) -> Encoder {
    Encoder {
        switch size {
        case 1: GlobalAveragePool()
        case 2: Flatten()
        // expected-error@+1 {{the branches of this `if` or `switch` differ in what they take or give (maps, signals, rows or tokens); make them alike}}
        default: Conv(64, kernel: 3)
        }
        Linear(64)
    }
}

// An activation alone goes with either.
func alike(size: Int) -> Encoder {
    Encoder {
        switch size {
        case 1: ReLU()
        case 2: Conv(64, kernel: 3)
        default: MaxPool(2)
        }
        if size > 1 { ReLU() } else { GELU() }
        GlobalAveragePool()
    }
}
