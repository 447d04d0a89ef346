import Invar

// expected-error@+1 {{a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or Flatten()}}
let encoder = Stack<Maps, Rows>.of {
    Conv(64, kernel: 3)
    GlobalAveragePool()
    MaxPool(2)
    Flatten()
}

extension Stack {
    static func of(@StackBuilder _ layers: () -> Stack) -> Stack { layers() }
}
