import Invar

func encoder(pooled: Bool) -> Encoder {
    Encoder {
        Conv(64, kernel: 3)
        // expected-error@+2 {{a layer that turns maps into rows stands under `if` without `else`; what follows needs to know which it gets: add an `else` that also ends in rows}}
        // expected-error@+1 {{a layer that turns maps into rows stands under `if` without `else`}}
        if pooled { GlobalAveragePool() }
        Linear(64)
    }
}

func withElse(pooled: Bool) -> Encoder {
    Encoder {
        Conv(64, kernel: 3)
        if pooled { GlobalAveragePool() } else { Flatten() }
        Linear(64)
    }
}
