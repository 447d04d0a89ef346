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

// Three maps that are linear in both operands and transposes of each other:
// ⟨G, conv(x, w)⟩ = ⟨inputGradient(G, w), x⟩ = ⟨weightGradient(G, x), w⟩.

/// y = conv(x, w)
func convolutionDerivative(
    _ window: Window, _ x: Tensor, _ w: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    [
        wanted[0] ? g.emit(.convolutionInputGradient(window), w, as: x.type) : nil,
        wanted[1] ? g.emit(.convolutionWeightGradient(window), x) : nil,
    ]
}

/// y = inputGradient(a, w), which is like x
func inputGradientDerivative(
    _ window: Window, _ a: Tensor, _ w: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    [
        wanted[0] ? convolution(g, w, window) : nil,
        wanted[1] ? a.emit(.convolutionWeightGradient(window), g) : nil,
    ]
}

/// y = weightGradient(a, x), which is like w
func weightGradientDerivative(
    _ window: Window, _ a: Tensor, _ x: Tensor, _ g: Tensor, _ wanted: [Bool]
) -> [Tensor?] {
    [
        wanted[0] ? convolution(x, g, window) : nil,
        wanted[1] ? a.emit(.convolutionInputGradient(window), g, as: x.type) : nil,
    ]
}
