import Invar

let encoder = Encoder {
    for width in [32, 64] {
        Conv(width, kernel: 3)
        GlobalAveragePool()
        // expected-error@+1 {{a layer that turns maps into rows stands inside `for`; its second turn would get rows: put it after the loop}}
    }
}
