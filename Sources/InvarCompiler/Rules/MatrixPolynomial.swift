import InvarGraph

/// An elementwise function of square matrices as a polynomial of matrix products, with one coefficient on the diagonal and
/// one beside it. So a mask or a weight may be written in any way.
struct MatrixPolynomial {
    /// A coefficient in the places i = j and in the places i ≠ j.
    struct Coefficient {
        var on: Double
        var beside: Double

        func merged(with other: Coefficient, _ op: (Double, Double) -> Double) -> Coefficient {
            Coefficient(on: op(on, other.on), beside: op(beside, other.beside))
        }
        var isZero: Bool { on == 0 && beside == 0 }
    }

    /// By the products that are multiplied: none, one or two, in ascending order.
    private(set) var terms: [[NodeID]: Coefficient]

    init(_ terms: [[NodeID]: Coefficient]) { self.terms = terms.filter { !$0.value.isZero } }

    /// The coefficient of what is no product, where nothing else is there.
    var constant: Coefficient? {
        switch terms.count {
        case 0: Coefficient(on: 0, beside: 0)
        case 1: terms[[]]
        default: nil
        }
    }

    func combined(with other: MatrixPolynomial, _ sign: Double) -> MatrixPolynomial {
        MatrixPolynomial(
            terms.merging(other.terms.mapValues { $0.merged(with: $0) { a, _ in sign * a } }) {
                $0.merged(with: $1, +)
            })
    }

    /// `nil` beyond the second degree.
    func times(_ other: MatrixPolynomial) -> MatrixPolynomial? {
        var result: [[NodeID]: Coefficient] = [:]
        for (a, p) in terms {
            for (b, q) in other.terms {
                guard a.count + b.count <= 2 else { return nil }
                let product = p.merged(with: q, *)
                result[(a + b).sorted(), default: Coefficient(on: 0, beside: 0)] =
                    result[(a + b).sorted()].map { $0.merged(with: product, +) } ?? product
            }
        }
        return MatrixPolynomial(result)
    }
}

extension GraphBuilder {
    /// The node as a polynomial of matrix products over its last two axes, if it is one of a few terms.
    func matrixPolynomial(_ id: NodeID) -> MatrixPolynomial? {
        var budget = 40
        return matrixPolynomial(id, &budget)
    }

    private func matrixPolynomial(_ id: NodeID, _ budget: inout Int) -> MatrixPolynomial? {
        let node = graph[id]
        budget -= 1
        guard budget > 0, node.type.rank >= 2 else { return nil }
        if case .constant(let value) = node.op { return MatrixPolynomial([[]: .init(on: value, beside: value)]) }
        if node.op.is(.matmul) { return MatrixPolynomial([[id]: .init(on: 1, beside: 1)]) }
        if case .compare(let kind) = node.op, isPairOfIndices(node.inputs, rank: node.type.rank) {
            switch kind {
            case .equal: return MatrixPolynomial([[]: .init(on: 1, beside: 0)])
            case .notEqual: return MatrixPolynomial([[]: .init(on: 0, beside: 1)])
            case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
            }
        }
        guard node.op == .unary(.negate) || node.op.is([.binary, .compare, .select]) else { return nil }
        var operands: [MatrixPolynomial] = []
        for input in node.inputs {
            guard let operand = matrixPolynomial(input, &budget) else { return nil }
            operands.append(operand)
        }
        return polynomial(node.op, operands)
    }

    /// `nil` for a function that is none of its operands'.
    private func polynomial(_ op: Op, _ x: [MatrixPolynomial]) -> MatrixPolynomial? {
        let one = MatrixPolynomial.Coefficient(on: 1, beside: 1)
        switch op {
        case .unary(.negate): return MatrixPolynomial([:]).combined(with: x[0], -1)
        case .binary(.add): return x[0].combined(with: x[1], 1)
        case .binary(.subtract): return x[0].combined(with: x[1], -1)
        case .binary(.multiply): return x[0].times(x[1])
        case .binary(.divide):
            guard let divisor = x[1].constant, divisor.on != 0, divisor.beside != 0 else { return nil }
            return x[0].times(MatrixPolynomial([[]: one.merged(with: divisor, /)]))
        case .binary(.power):
            guard let exponent = x[1].constant, exponent.on == 2, exponent.beside == 2 else { return nil }
            return x[0].times(x[0])
        case .compare(let kind):
            guard let a = x[0].constant, let b = x[1].constant else { return nil }
            return MatrixPolynomial([[]: a.merged(with: b) { holds(kind, $0, $1) ? 1 : 0 }])
        case .select:
            guard let mask = x[0].constant else { return nil }
            let chosen = mask.merged(with: mask) { a, _ in a != 0 ? 1 : 0 }
            let other = one.merged(with: chosen, -)
            return x[1].times(MatrixPolynomial([[]: chosen]))?
                .combined(with: x[2].times(MatrixPolynomial([[]: other])) ?? MatrixPolynomial([:]), 1)
        default: return nil
        }
    }
}
