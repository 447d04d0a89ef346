import InvarGraph

/// Sums of squares of the D×D products XᵀY of N×D embeddings with N < D. ‖XᵀX‖ = ‖XXᵀ‖ (Frobenius), and in general
/// ⟨XᵀU, YᵀV⟩ = ⟨XYᵀ, UVᵀ⟩: N×N products do the work of D×D ones, forward and backward. Leading axes are a batch.
let gramRules = [gramOfProducts, gramOfSquares]

/// The diagonal is computed apart. To subtract it is safe for N < D/2: what lies beside it is then at least about
/// (D²/N − D)·σ⁴, larger than the diagonal's D·σ⁴, and little cancels.
private let gramOfSquares = Rule(
    "Σᵢⱼ wᵢⱼ (k·XᵀY − c)ᵢⱼ² → w·k² ⟨XXᵀ, YYᵀ⟩ + Σⱼ f(Σₙ Xₙⱼ Yₙⱼ), w and c alike beside the diagonal, N < D/2",
    at: .reduce,
    example: example([3, 11], [3, 11]) { x in
        let product = matmul(x[0], x[1], transposeA: true) * 0.5
        let builder = x[0].builder
        let row = builder.emit(.iota(axis: 0), [], product.type)
        let beside = row.compare(.notEqual, builder.emit(.iota(axis: 1), [], product.type))
        return ((product - (1 - beside)).squared() * (1 + beside * -0.75)).sum()
    }
) { builder, node in
    guard let (sum, axes) = builder.sumOverMatrices(node), let polynomial = builder.matrixPolynomial(sum),
        let form = DiagonalSquares(polynomial), let product = FactoredProduct(builder, form.product),
        product.isSquare, form.beside == 0 || 2 * product.inner < product.width
    else { return nil }
    return form.written(with: product).sum(over: axes)
}

private let gramOfProducts = Rule(
    "Σ (XᵀU) ⊙ (YᵀV) → Σ (XYᵀ) ⊙ (UVᵀ), N < D", at: .reduce,
    example: example([2, 3, 5], [2, 3, 5]) { x in
        (matmul(x[0], x[0], transposeA: true) * matmul(x[1], x[1], transposeA: true)).sum([1, 2])
    }
) { builder, node in
    guard let (sum, axes) = builder.sumOverMatrices(node), let polynomial = builder.matrixPolynomial(sum),
        polynomial.terms.count == 1, let (pair, k) = polynomial.terms.first, pair.count == 2, k.on == k.beside,
        let p = FactoredProduct(builder, pair[0]), let q = FactoredProduct(builder, pair[1]), p.inner == q.inner,
        p.inner < min(p.width, p.height)
    else { return nil }
    return (p.gram(with: q) * k.on).sum(over: axes)
}

extension GraphBuilder {
    /// What is summed over the last two axes, and the axes before them over which it is summed as well.
    fileprivate func sumOverMatrices(_ id: NodeID) -> (sum: NodeID, axes: [Int])? {
        guard case .reduce(.sum, let axes) = graph[id].op else { return nil }
        let summand = graph[id].inputs[0]
        let rank = graph[summand].type.rank
        guard rank >= 2, axes.suffix(2) == [rank - 2, rank - 1] else { return nil }
        return (summand, axes.dropLast(2))
    }
}

extension Tensor {
    fileprivate func sum(over axes: [Int]) -> Tensor { axes.isEmpty ? self : sum(axes, keepingAxes: true) }
}

/// A product XᵀU of an N×H and an N×W matrix, whichever way the two are stored.
private struct FactoredProduct {
    let x, u: Tensor
    /// Whether X and U are stored as H×N and W×N.
    let isTransposedX, isTransposedU: Bool

    init?(_ builder: GraphBuilder, _ id: NodeID) {
        guard case .matmul(let transposeA, let transposeB) = builder.op(of: id) else { return nil }
        x = builder.tensor(builder.inputs(of: id)[0])
        u = builder.tensor(builder.inputs(of: id)[1])
        (isTransposedX, isTransposedU) = (!transposeA, transposeB)
    }

    var inner: Int { x.shape[x.rank - (isTransposedX ? 1 : 2)] }
    var height: Int { x.shape[x.rank - (isTransposedX ? 2 : 1)] }
    var width: Int { u.shape[u.rank - (isTransposedU ? 2 : 1)] }
    var isSquare: Bool { height == width }

    /// Σ over both axes of this product times another, from products of N×N.
    func gram(with other: FactoredProduct) -> Tensor {
        let left = matmul(x, other.x, transposeA: isTransposedX, transposeB: !other.isTransposedX)
        let right = matmul(u, other.u, transposeA: isTransposedU, transposeB: !other.isTransposedU)
        return (left * right).sum([left.rank - 2, left.rank - 1], keepingAxes: true)
    }

    /// Σₙ Xₙⱼ Uₙⱼ, with N where X has it and size 1.
    var diagonal: Tensor {
        (x * (isTransposedX == isTransposedU ? u : u.transposed)).sum(
            [x.rank - (isTransposedX ? 1 : 2)], keepingAxes: true)
    }
}

/// a·A² beside the diagonal and b·A² + c·A + d on it, of one matrix product A.
private struct DiagonalSquares {
    let product: NodeID
    let beside: Double
    let on: (square: Double, linear: Double, constant: Double)
    let constantBeside: Double

    init?(_ polynomial: MatrixPolynomial) {
        let squares = polynomial.terms.keys.filter { $0.count == 2 }
        guard squares.count == 1, squares[0][0] == squares[0][1], let square = polynomial.terms[squares[0]],
            polynomial.terms.keys.allSatisfy({ $0.count != 1 || $0[0] == squares[0][0] })
        else { return nil }
        product = squares[0][0]
        let linear = polynomial.terms[[product]]
        guard (linear?.beside ?? 0) == 0 else { return nil }
        beside = square.beside
        on = (square.on, linear?.on ?? 0, polynomial.terms[[]]?.on ?? 0)
        constantBeside = polynomial.terms[[]]?.beside ?? 0
    }

    /// The sum over both axes, which stay with size 1.
    func written(with product: FactoredProduct) -> Tensor {
        let diagonal = product.diagonal
        let axes = [diagonal.rank - 2, diagonal.rank - 1]
        var parts = valueOnDiagonal(diagonal).map { [$0.sum(axes, keepingAxes: true)] } ?? []
        if beside != 0 {
            parts.append(product.gram(with: product) * beside)
            parts.append(diagonal.squared().sum(axes, keepingAxes: true) * -beside)
        }
        let sum = parts.dropFirst().reduce(parts[0], +)
        let constant = constantBeside * Double(product.width * (product.width - 1))
        return constant == 0 ? sum : sum + constant
    }

    /// As a square where it is one: near the minimum of (k·d − 1)² the expanded form would cancel.
    private func valueOnDiagonal(_ d: Tensor) -> Tensor? {
        if on.square == 0 { return on.linear == 0 && on.constant == 0 ? nil : d * on.linear + on.constant }
        let centre = -on.linear / (2 * on.square)
        let rest = on.constant - on.square * centre * centre
        let square = (d - centre).squared() * on.square
        return rest.magnitude <= 1e-14 * on.constant.magnitude ? square : square + rest
    }
}
