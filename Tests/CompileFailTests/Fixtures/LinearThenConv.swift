import Invar

struct Odd: Layer {
    // expected-error@+1 {{a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or Flatten()}}
    var body: Stack<Maps, Maps> {
        Linear(8)
        Conv(64, kernel: 3)
    }
}
