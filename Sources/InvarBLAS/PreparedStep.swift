import InvarCompiler
import InvarGraph
import InvarRuntime

/// One step of a program with everything decided that its shape decides.
final class PreparedStep<Scalar: BLASScalar> {
    private enum Kernel {
        case nest(Nest<Scalar>)
        case contraction(PreparedContraction<Scalar>)
        case pooling(MaxPool<Scalar>)
        case cholesky(CholeskyWork<Scalar>)
        case triangularSolve(TriangularSolveWork<Scalar>)
        /// Carried out by who exchanges with other ranks.
        case exchange
    }

    private let kernel: Kernel
    /// What the scratch memory must hold while it runs.
    let scratchByteCount: Int

    init(_ step: Step, _ memory: ProgramMemory, threads: Int) {
        let places = StepMemory<Scalar>(step, memory)
        var plan = ScratchPlan()
        switch step.kernel {
        case .loop(let nest):
            kernel = .nest(
                Nest(nest, operands: places.operands, results: places.results, scratch: &plan, threads: threads))
        case .contraction(let contraction):
            kernel = .contraction(PreparedContraction(contraction, places, &plan, threads: threads))
        case .maxPool(let window):
            let shape = Convolution(window, x: step.operands[0].shape, y: step.results[0].shape)
            kernel = .pooling(MaxPool(shape: shape, x: places.operands[0], y: places.results[0], dx: nil))
        case .maxPoolGradient(let window):
            let shape = Convolution(window, x: step.operands[1].shape, y: step.operands[0].shape)
            kernel = .pooling(
                MaxPool(shape: shape, x: places.operands[1], y: places.operands[0], dx: places.results[0]))
        case .cholesky:
            kernel = .cholesky(
                CholeskyWork(
                    matrices: step.results[0].shape, source: places.operands[0], factors: places.results[0]))
        case .triangularSolve(let transposed):
            kernel = .triangularSolve(
                TriangularSolveWork(
                    transposed: transposed, shape: step.results[0].shape, factors: places.operands[0],
                    right: places.operands[1], result: places.results[0]))
        case .collective: kernel = .exchange
        }
        scratchByteCount = plan.bytes
    }

    /// Whether it is a collective, which is not carried out here.
    var isExchange: Bool { if case .exchange = kernel { true } else { false } }

    /// Carries out the step. The scratch memory has at least `scratchByteCount` bytes.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func run(_ scratch: Scratch, _ pool: WorkerPool) {
        switch kernel {
        case .nest(let nest): nest.run(scratch, pool)
        case .contraction(let contraction): contraction.run(scratch, pool)
        case .pooling(let pooling): pool.run(tiles: pooling.shape.n, pooling)
        case .cholesky(let work): pool.run(tiles: work.count, work)
        case .triangularSolve(let work): pool.run(tiles: work.count, work)
        case .exchange: internalError("a collective without its ranks")
        }
    }
}
