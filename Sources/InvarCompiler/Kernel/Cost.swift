import InvarGraph

// Floating-point operations: what the arithmetic needs, not what an implementation does. A multiply-add counts as two.

/// Those of an op.
package func flops(_ op: Op, operands: [[Int]], result: [Int]) -> Int {
    if let kind = Contraction.Kind(op) { return kind.flops(operands[0], operands[1], result) }
    if case .fused(let fused) = op {
        let inner = fused.graph
        return inner.nodes.reduce(0) { total, node in
            total + flops(node.op, operands: node.inputs.map { inner[$0].type.shape }, result: node.type.shape)
        }
    }
    if case .reduce(let kind, _) = op { return kind.flops * count(operands[0]) }
    if case .maxPool(let window) = op { return window.flops(result) }
    if case .maxPoolGradient(let window) = op { return window.flops(operands[0]) }
    if op.is(.cholesky) { return choleskyFlops(result) }
    if op.is(.triangularSolve) { return triangularSolveFlops(result) }
    return op.is(.arithmetic) ? count(result) : 0
}

extension Kernel {
    func flops(_ operands: [View], _ results: [View]) -> Int {
        switch self {
        case .loop(let nest): nest.flops
        case .contraction(let contraction):
            contraction.kind.flops(contraction.left.shape, contraction.right.shape, contraction.shape)
                + contraction.nests.reduce(0) { $0 + $1.flops }
        case .maxPool(let window): window.flops(results[0].shape)
        case .maxPoolGradient(let window): window.flops(operands[0].shape)
        case .cholesky: choleskyFlops(results[0].shape)
        case .triangularSolve: triangularSolveFlops(results[0].shape)
        // Bytes are what it costs: `Step.sentBytes`.
        case .collective: 0
        }
    }
}

/// D³/3 for each matrix [.., D, D].
private func choleskyFlops(_ result: [Int]) -> Int { count(result) * result[result.count - 1] / 3 }

/// D²·K for each matrix, of a result [.., D, K].
private func triangularSolveFlops(_ result: [Int]) -> Int { count(result) * result[result.count - 2] }

extension LoopNest {
    fileprivate var flops: Int {
        let computed = instructions.count { instruction in
            switch instruction {
            case .load, .index, .constant: false
            case .unary, .binary, .compare, .select: true
            }
        }
        return points * results.reduce(computed) { $0 + ($1.reduction?.flops ?? 0) }
    }
}

extension Reduction {
    /// For each number that is reduced.
    fileprivate var flops: Int {
        switch self {
        case .sum, .max: 1
        case .centredSquares: 3
        }
    }
}

extension Contraction.Kind {
    /// Each convolution, forward or gradient, costs 2 · (output pixels) · (weights).
    fileprivate func flops(_ left: [Int], _ right: [Int], _ result: [Int]) -> Int {
        switch self {
        case .product(let transposeA, _): 2 * count(result) * left[left.count - (transposeA ? 2 : 1)]
        case .convolution: 2 * count(result) / result[3] * count(right)
        case .inputGradient: 2 * count(left) / left[3] * count(right)
        case .weightGradient: 2 * count(left) / left[3] * count(result)
        }
    }
}

extension Window {
    /// Of a pooling to maps of this shape.
    fileprivate func flops(_ pooled: [Int]) -> Int { count(pooled) * kernel.reduce(1, *) }
}

private func count(_ shape: [Int]) -> Int { shape.reduce(1, *) }
