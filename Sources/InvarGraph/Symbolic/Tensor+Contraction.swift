/// [.., M, K] · [.., K, N], each transposed in its last two axes first where asked for.
public func matmul(_ a: Tensor, _ b: Tensor, transposeA: Bool = false, transposeB: Bool = false) -> Tensor {
    a.emit(.matmul(transposeA: transposeA, transposeB: transposeB), b)
}

/// x: N×H×W×C, weight: KH×KW×(C/groups)×O, result: N×H'×W'×O.
public func convolution(_ x: Tensor, _ weight: Tensor, _ window: Window) -> Tensor {
    x.emit(.convolution(window), weight)
}

/// The largest of each window of N×H×W×C maps; padding never wins.
public func maxPool(_ x: Tensor, _ window: Window) -> Tensor { x.emit(.maxPool(window)) }

/// The mean of each window of N×H×W×C maps; padding counts as zeros.
public func averagePool(_ x: Tensor, _ window: Window) -> Tensor {
    guard x.rank == 4 else {
        x.builder.report("averagePool takes maps of rank 4, found \(x.type)")
        return x
    }
    var window = window
    window.groups = x.shape[3]
    let share = 1 / Double(window.kernel.reduce(1, *))
    let weight = x.builder.constant(share, x.type.with(shape: window.kernel + [1, x.shape[3]]))
    return convolution(x, weight, window)
}
