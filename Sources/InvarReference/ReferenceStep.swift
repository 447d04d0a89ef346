import InvarCompiler
import InvarGraph

extension Step {
    /// What the step does, by its kernel's definition. Everything is read before anything is written, since a result may lie where an
    /// operand did.
    ///
    /// - Parameters:
    ///   - read: the number so many elements after a view's first.
    ///   - write: puts one there.
    package func carryOut(read: @escaping (View, Int) -> Double, write: (View, Int, Double) -> Void) {
        func operand(_ number: Int) -> (Int) -> Double { { read(operands[number], $0) } }
        switch kernel {
        case .loop(let nest):
            let values = nest.results(operand: operand)
            for (view, stored) in zip(results, values) { for (offset, value) in stored { write(view, offset, value) } }
        case .contraction(let contraction):
            let sides = contraction.operands.map { $0.values(operand) }
            let product = contraction.product(sides[0], sides[1])
            let after = contraction.epilogue?.nest.results(operand: operand) { product[$0] } ?? []
            for (offset, value) in product.enumerated() { write(results[contraction.result], offset, value) }
            for (place, stored) in zip(contraction.epilogue?.results ?? [], after) {
                for (offset, value) in stored { write(results[place], offset, value) }
            }
        case .maxPool(let window):
            let pooled = window.pooled(operands[0].shape, results[0].shape, operand(0))
            for (offset, winner) in pooled.enumerated() { write(results[0], offset, winner.value) }
        case .maxPoolGradient(let window):
            let pooled = window.pooled(operands[1].shape, operands[0].shape, operand(1))
            var gradient = [Double](repeating: 0, count: results[0].count)
            for (offset, winner) in pooled.enumerated() { gradient[winner.place] += read(operands[0], offset) }
            for (offset, value) in gradient.enumerated() { write(results[0], offset, value) }
        case .cholesky:
            let (shape, values) = (results[0].shape, operand(0))
            let (width, size) = (shape[shape.count - 1], shape.suffix(2).reduce(1, *))
            let factors = stride(from: 0, to: results[0].count, by: size).flatMap { start in
                choleskyFactor((start..<(start + size)).map(values), width: width)
            }
            for (offset, value) in factors.enumerated() { write(results[0], offset, value) }
        case .triangularSolve(let transposed):
            let (shape, factors, right) = (results[0].shape, operand(0), operand(1))
            let (width, columns) = (shape[shape.count - 2], shape[shape.count - 1])
            let solutions = (0..<(results[0].count / (width * columns))).flatMap { matrix in
                triangularSolution(
                    (0..<(width * width)).map { factors(matrix * width * width + $0) },
                    (0..<(width * columns)).map { right(matrix * width * columns + $0) }, transposed: transposed,
                    width: width, columns: columns)
            }
            for (offset, value) in solutions.enumerated() { write(results[0], offset, value) }
        case .collective: internalError("a collective is no computation of one rank")
        }
    }
}

extension Contraction.Operand {
    /// All its numbers, row-major.
    fileprivate func values(_ operand: (Int) -> (Int) -> Double) -> [Double] {
        switch origin {
        case .operand(let number): return (0..<shape.reduce(1, *)).map(operand(number))
        case .prologue(let nest):
            var values = [Double](repeating: 0, count: nest.points)
            for (offset, value) in nest.results(operand: operand)[0] { values[offset] = value }
            return values
        }
    }
}
