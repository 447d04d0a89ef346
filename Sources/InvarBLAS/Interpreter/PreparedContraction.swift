import InvarCompiler
import InvarGraph
import InvarRuntime

/// A contraction made ready, with the loop that computes its input and the loop that follows its tiles, where it has them.
struct PreparedContraction<Scalar: BLASScalar> {
    fileprivate enum Heart {
        case matmul(MatrixProduct)
        case convolution(Convolution, ConvolutionPass)
    }

    private struct Loop {
        let kernel: LoopKernel<Scalar>
        let pointers: LoopPointers<Scalar>
    }

    fileprivate let heart: Heart
    /// Of a convolution's gradients, `a` is the gradient of the output.
    private let a, b: UnsafePointer<Scalar>?
    private let result: UnsafeMutablePointer<Scalar>
    private let prologue, epilogue: Loop?
    /// The scratch memory of the heart, of the prologue, of the epilogue, one after the other.
    private let prologueScratch, epilogueScratch: Int
    let scratchByteCount: Int

    init(_ contraction: Contraction, _ step: Step, _ memory: ProgramMemory, threads: Int) {
        func pointer(_ view: View) -> UnsafePointer<Scalar> { UnsafePointer(memory.pointer(view, as: Scalar.self)) }
        func pointer(_ side: Contraction.Operand) -> UnsafePointer<Scalar>? {
            if case .operand(let number) = side.origin { pointer(step.operands[number]) } else { nil }
        }
        let heart = Heart(contraction)
        (a, b) = (pointer(contraction.left), pointer(contraction.right))
        let place = step.results[contraction.result]
        result = memory.pointer(place, as: Scalar.self)

        let before = contraction.operands.lazy.compactMap(\.prologue).first.map { nest in
            Loop(
                kernel: LoopKernel<Scalar>(nest, following: heart.inputRows),
                pointers: LoopPointers(nest.loaded.map { pointer(step.operands[$0.number]) }, []))
        }
        let rows = heart.rows(hasPrologue: before != nil)
        epilogue = contraction.epilogue.map { after in
            Loop(
                kernel: LoopKernel<Scalar>(after.nest, following: rows),
                pointers: LoopPointers(
                    after.nest.loaded.map {
                        pointer($0.memory == .contraction ? place : step.operands[$0.number])
                    },
                    after.results.map { memory.pointer(step.results[$0], as: Scalar.self) }))
        }
        let own = Arena.aligned(heart.scratchBytes(threads: threads))
        prologueScratch = own
        epilogueScratch =
            own + Arena.aligned(before.map { heart.prologueScratchBytes($0.kernel, threads: threads) } ?? 0)
        scratchByteCount = epilogueScratch + (epilogue?.kernel.scratchBytes(threads: threads) ?? 0)
        (self.heart, prologue) = (heart, before)
    }

    /// The scratch memory has at least `scratchByteCount` bytes.
    func run(_ scratch: UnsafeMutableRawPointer, _ pool: WorkerPool) {
        let before = prologue.map {
            LoopPrologue($0.kernel, operands: $0.pointers.operands, scratch: scratch + prologueScratch)
        }
        let after = epilogue.map {
            LoopEpilogue(
                $0.kernel, operands: $0.pointers.operands, results: $0.pointers.results,
                scratch: scratch + epilogueScratch)
        }
        switch heart {
        case .matmul(let product):
            guard let a, let b else { preconditionFailure("internal: a product of nothing") }
            product.run(a, b, result, epilogue: after, pool: pool)
        case .convolution(let convolution, .forward):
            guard let b else { preconditionFailure("internal: a convolution without weights") }
            convolution.forward(a, b, result, prologue: before, epilogue: after, scratch: scratch, pool: pool)
        case .convolution(let convolution, .inputGradient):
            guard let a, let b else { preconditionFailure("internal: a gradient of nothing") }
            convolution.inputGradient(a, b, result, epilogue: after, scratch: scratch, pool: pool)
        case .convolution(let convolution, .weightGradient):
            guard let a else { preconditionFailure("internal: a gradient of nothing") }
            convolution.weightGradient(b, a, result, prologue: before, epilogue: after, scratch: scratch, pool: pool)
        }
    }
}

extension PreparedContraction.Heart {
    fileprivate init(_ contraction: Contraction) {
        let (left, right, result) = (contraction.left.shape, contraction.right.shape, contraction.shape)
        switch contraction.kind {
        case .product(let transposeA, let transposeB):
            self = .matmul(
                MatrixProduct(
                    left, right, transposeA: transposeA, transposeB: transposeB, result: result,
                    isSymmetric: contraction.isSymmetric))
        case .convolution(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: left, y: result)), .forward)
        case .inputGradient(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: result, y: left)), .inputGradient)
        case .weightGradient(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: right, y: left)), .weightGradient)
        }
    }

    fileprivate func scratchBytes(threads: Int) -> Int {
        switch self {
        case .matmul: 0
        case .convolution(let convolution, let pass):
            convolution.scratchBytes(pass, threads: threads, of: Scalar.self)
        }
    }

    fileprivate func prologueScratchBytes(_ kernel: LoopKernel<Scalar>, threads: Int) -> Int {
        switch self {
        case .matmul: 0
        case .convolution(let convolution, let pass):
            convolution.prologueScratchBytes(kernel, pass, threads: threads)
        }
    }

    fileprivate var inputRows: ContractionRows? {
        switch self {
        case .matmul: nil
        case .convolution(let convolution, _): convolution.inputRows
        }
    }

    fileprivate func rows(hasPrologue: Bool) -> ContractionRows? {
        switch self {
        case .matmul(let product): product.rows
        case .convolution(let convolution, let pass): convolution.rows(pass, hasPrologue: hasPrologue)
        }
    }
}
