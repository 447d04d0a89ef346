/// Y = A·B: dA = G·Bᵀ, dB = Aᵀ·G; with A or B transposed, the transposes of these.
func matmulDerivative(
    _ transposeA: Bool, _ transposeB: Bool, _ a: Tensor, _ b: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    var parts: [Tensor?] = [nil, nil]
    if wanted[0] {
        parts[0] =
            transposeA
            ? matmul(b, g, transposeA: transposeB, transposeB: true)
            : matmul(g, b, transposeB: !transposeB)
    }
    if wanted[1] {
        parts[1] =
            transposeB
            ? matmul(g, a, transposeA: true, transposeB: transposeA)
            : matmul(a, g, transposeA: !transposeA)
    }
    return parts
}

/// Three maps that are linear in both operands and transposes of each other:
/// ⟨G, conv(x, w)⟩ = ⟨inputGradient(G, w), x⟩ = ⟨weightGradient(G, x), w⟩.
func convolutionDerivative(_ op: Op, _ a: Tensor, _ b: Tensor, _ g: Tensor, _ wanted: [Bool]) -> [Tensor?] {
    func parts(_ da: () -> Tensor, _ db: () -> Tensor) -> [Tensor?] {
        [wanted[0] ? da() : nil, wanted[1] ? db() : nil]
    }
    func inputGradient(_ g: Tensor, _ weight: Tensor, _ window: Window, like x: Tensor) -> Tensor {
        g.emit(.convolutionInputGradient(window), weight, as: x.type)
    }
    func weightGradient(_ g: Tensor, _ x: Tensor, _ window: Window) -> Tensor {
        g.emit(.convolutionWeightGradient(window), x)
    }
    switch op {
    // (x, w)
    case .convolution(let window):
        return parts({ inputGradient(g, b, window, like: a) }, { weightGradient(g, a, window) })
    // (gradient, w), the result is like x
    case .convolutionInputGradient(let window):
        return parts({ convolution(g, b, window) }, { weightGradient(a, g, window) })
    // (gradient, x), the result is like w
    case .convolutionWeightGradient(let window):
        return parts({ convolution(b, g, window) }, { inputGradient(a, g, window, like: b) })
    default:
        internalError("\(op) is not a convolution")
    }
}
