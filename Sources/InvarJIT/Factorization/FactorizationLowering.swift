import InvarCompiler
import InvarGraph

extension StepCode {
    /// Cholesky's factors. Operands: the matrices.
    init(choleskyOf step: Step, _ element: ElementType) {
        let shape = step.results[0].shape
        let kernel = CholeskyKernel(matrices: shape.matrices, width: shape[shape.count - 1], element: element)
        phases = [Phase(kernel, [.input: .operand(0), .result: .result(0)])]
    }

    /// L⁻¹·B or L⁻ᵀ·B. Operands: L, B.
    init(triangularSolve transposed: Bool, _ step: Step, _ element: ElementType) {
        let shape = step.results[0].shape
        let kernel = TriangularSolveKernel(
            transposed: transposed, matrices: shape.matrices, width: shape[shape.count - 2],
            columns: shape[shape.count - 1], element: element)
        phases = [Phase(kernel, [.weights: .operand(0), .input: .operand(1), .result: .result(0)])]
    }
}

extension [Int] {
    /// How many lie one after another.
    fileprivate var matrices: Int { dropLast(2).reduce(1, *) }
}
