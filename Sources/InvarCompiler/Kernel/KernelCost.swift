import InvarGraph

extension Kernel {
    /// Floating-point operations: what the arithmetic needs, not what an implementation does. A multiply-add counts as two.
    func flops(_ operands: [View], _ results: [View]) -> Int {
        switch self {
        case .loop(let nest): nest.flops
        case .contraction(let contraction):
            contraction.flops + contraction.nests.reduce(0) { $0 + $1.flops }
        case .maxPool(let window): results[0].count * window.kernel.reduce(1, *)
        case .maxPoolGradient(let window): operands[0].count * window.kernel.reduce(1, *)
        }
    }
}

extension LoopNest {
    var flops: Int {
        let computed = instructions.reduce(0) { total, instruction in
            switch instruction {
            case .load, .index, .constant: total
            case .unary, .binary, .compare, .select: total + points
            }
        }
        return results.reduce(computed) { total, result in
            switch result.reduction {
            case nil: total
            case .sum, .max: total + points
            case .centredSquares: total + 3 * points
            }
        }
    }
}

extension Contraction {
    /// Each convolution, forward or gradient, costs 2 · (output pixels) · (weights).
    var flops: Int {
        func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }
        switch kind {
        case .product: return 2 * count(shape) * terms
        case .convolution: return 2 * count(shape) / shape[3] * count(right.shape)
        case .inputGradient: return 2 * count(left.shape) / left.shape[3] * count(right.shape)
        case .weightGradient: return 2 * count(left.shape) / left.shape[3] * count(shape)
        }
    }
}
