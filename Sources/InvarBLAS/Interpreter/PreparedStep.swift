import InvarCompiler
import InvarGraph
import InvarRuntime

/// One step of a program with everything decided that its shape decides.
struct PreparedStep<Scalar: BLASScalar> {
    private enum Kernel {
        case loop(LoopKernel<Scalar>, LoopPointers<Scalar>)
        case matmul(MatrixProduct)
        case convolution(Convolution, ConvolutionPass)
        case maxPool(MaxPool)
        case maxPoolGradient(MaxPool)
    }

    private let kernel: Kernel
    /// What the scratch memory must hold while it runs.
    let scratchByteCount: Int
    private let a: UnsafePointer<Scalar>
    private let b: UnsafePointer<Scalar>
    private let result: UnsafeMutablePointer<Scalar>

    init(_ step: Step, _ memory: ProgramMemory, threads: Int) {
        let operands = step.operands.map { UnsafePointer(memory.pointer($0, as: Scalar.self)) }
        let results = step.results.map { memory.pointer($0, as: Scalar.self) }
        result = results[0]
        a = operands.first ?? UnsafePointer(result)
        b = operands.count > 1 ? operands[1] : a
        kernel = Self.kernel(for: step, operands, results)
        switch kernel {
        case .convolution(let convolution, let pass):
            scratchByteCount = convolution.scratchBytes(pass, threads: threads, of: Scalar.self)
        case .loop(let loop, _): scratchByteCount = loop.scratchBytes(threads: threads)
        case .matmul, .maxPool, .maxPoolGradient: scratchByteCount = 0
        }
    }

    private static func kernel(
        for step: Step, _ operands: [UnsafePointer<Scalar>], _ results: [UnsafeMutablePointer<Scalar>]
    ) -> Kernel {
        let result = step.results[0]
        let shapes = step.operands.map(\.shape)
        switch step.op {
        case .fused(let fused):
            let group = TranslatedGroup(fused, strides: step.results.map(\.strides))
            let loop = LoopKernel<Scalar>(
                shape: group.shape, operandStrides: step.operands.map(\.strides), tape: group.tape,
                results: group.results, reducedAxes: group.reducedAxes)
            return .loop(loop, LoopPointers(operands, results))
        case .matmul(let transposeA, let transposeB):
            return .matmul(
                MatrixProduct(
                    shapes[0], shapes[1], transposeA: transposeA, transposeB: transposeB, result: result.shape))
        case .convolution(let window):
            return .convolution(Convolution(ConvolutionShape(window, x: shapes[0], y: result.shape)), .forward)
        case .convolutionInputGradient(let window):
            let shape = ConvolutionShape(window, x: result.shape, y: shapes[0])
            return .convolution(Convolution(shape), .inputGradient)
        case .convolutionWeightGradient(let window):
            return .convolution(Convolution(ConvolutionShape(window, x: shapes[1], y: shapes[0])), .weightGradient)
        case .maxPool(let window):
            return .maxPool(MaxPool(MaxPoolShape(window, x: shapes[0], y: result.shape)))
        case .maxPoolGradient(let window):
            return .maxPoolGradient(MaxPool(MaxPoolShape(window, x: shapes[1], y: shapes[0])))
        case .input, .state, .constant, .iota, .unary, .binary, .compare, .select, .stopGradient, .reduce, .reshape,
            .broadcast, .transpose, .slice, .pad, .concatenate, .assign, .result:
            preconditionFailure("internal: \(step.op.mnemonic) is no step of a program")
        }
    }

    /// Carries out the step. The scratch memory has at least `scratchByteCount` bytes.
    func run(_ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool) {
        switch kernel {
        case .loop(let loop, let pointers):
            loop.run(operands: pointers.operands, results: pointers.results, scratch: scratch, pool: pool)
        case .matmul(let product):
            product.run(a, b, result, pool: pool)
        case .convolution(let convolution, .forward):
            convolution.forward(a, b, result, scratch: scratch, pool: pool)
        case .convolution(let convolution, .inputGradient):
            convolution.inputGradient(a, b, result, scratch: scratch, pool: pool)
        case .convolution(let convolution, .weightGradient):
            convolution.weightGradient(b, a, result, scratch: scratch, pool: pool)
        case .maxPool(let maxPool):
            maxPool.forward(a, result, pool: pool)
        case .maxPoolGradient(let maxPool):
            maxPool.gradient(b, a, result, pool: pool)
        }
    }
}

/// The addresses that a loop kernel takes, kept in memory of their own so that a step hands them over as they are.
private final class LoopPointers<Scalar: BLASScalar> {
    let operands: UnsafeMutablePointer<UnsafePointer<Scalar>>
    let results: UnsafeMutablePointer<UnsafeMutablePointer<Scalar>>

    init(_ operands: [UnsafePointer<Scalar>], _ results: [UnsafeMutablePointer<Scalar>]) {
        self.operands = .allocate(capacity: max(operands.count, 1))
        self.results = .allocate(capacity: max(results.count, 1))
        for (index, pointer) in operands.enumerated() { (self.operands + index).initialize(to: pointer) }
        for (index, pointer) in results.enumerated() { (self.results + index).initialize(to: pointer) }
    }

    deinit {
        operands.deallocate()
        results.deallocate()
    }
}
