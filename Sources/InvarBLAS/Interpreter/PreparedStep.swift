import InvarCompiler
import InvarGraph
import InvarRuntime

/// One step of a program with everything decided that its shape decides.
struct PreparedStep<Scalar: BLASScalar> {
    private enum Kernel {
        case loop(LoopKernel<Scalar>, LoopPointers<Scalar>)
        case contraction(PreparedContraction<Scalar>)
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
        kernel = Self.kernel(for: step, memory, operands, results, threads)
        switch kernel {
        case .contraction(let contraction): scratchByteCount = contraction.scratchByteCount
        case .loop(let loop, _): scratchByteCount = loop.scratchBytes(threads: threads)
        case .maxPool, .maxPoolGradient: scratchByteCount = 0
        }
    }

    private static func kernel(
        for step: Step, _ memory: ProgramMemory, _ operands: [UnsafePointer<Scalar>],
        _ results: [UnsafeMutablePointer<Scalar>], _ threads: Int
    ) -> Kernel {
        let result = step.results[0]
        let shapes = step.operands.map(\.shape)
        switch step.kernel {
        case .loop(let nest):
            let loop = LoopKernel<Scalar>(nest)
            let loaded = nest.loaded.map { operands[$0.number] }
            return .loop(loop, LoopPointers(loaded, results))
        case .contraction(let contraction):
            return .contraction(PreparedContraction(contraction, step, memory, threads: threads))
        case .maxPool(let window):
            return .maxPool(MaxPool(MaxPoolShape(window, x: shapes[0], y: result.shape)))
        case .maxPoolGradient(let window):
            return .maxPoolGradient(MaxPool(MaxPoolShape(window, x: shapes[1], y: shapes[0])))
        }
    }

    /// Carries out the step. The scratch memory has at least `scratchByteCount` bytes.
    func run(_ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool) {
        switch kernel {
        case .loop(let loop, let pointers):
            loop.run(operands: pointers.operands, results: pointers.results, scratch: scratch, pool: pool)
        case .contraction(let contraction):
            contraction.run(scratch, pool)
        case .maxPool(let maxPool):
            maxPool.forward(a, result, pool: pool)
        case .maxPoolGradient(let maxPool):
            maxPool.gradient(b, a, result, pool: pool)
        }
    }
}

/// The addresses that a loop kernel takes, kept in memory of their own so that a step hands them over as they are.
final class LoopPointers<Scalar: BLASScalar> {
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
