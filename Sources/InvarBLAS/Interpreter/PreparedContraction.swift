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

    /// A contraction by itself.
    init(_ op: Op, _ step: Step, _ memory: ProgramMemory, threads: Int) {
        let operands = step.operands.map { UnsafePointer(memory.pointer($0, as: Scalar.self)) }
        heart = Heart(
            op, step.operands.map(\.shape), step.results[0].shape, isSquare: step.operands[0] == step.operands[1])
        (a, b) = (operands[0], operands[1])
        result = memory.pointer(step.results[0], as: Scalar.self)
        (prologue, epilogue) = (nil, nil)
        (prologueScratch, epilogueScratch) = (0, 0)
        scratchByteCount = heart.scratchBytes(threads: threads)
    }

    /// The contraction of a fused step, and what is around it.
    init(_ fused: Fused, heart id: NodeID, _ step: Step, _ memory: ProgramMemory, threads: Int) {
        let graph = fused.graph
        let node = graph[id]
        let sources = node.inputs.map { HeartOperand($0, in: graph) }
        func pointer(_ source: HeartOperand) -> UnsafePointer<Scalar>? {
            source.operand.map { UnsafePointer(memory.pointer(step.operands[$0], as: Scalar.self)) }
        }
        let heart = Heart(
            node.op, node.inputs.map { graph[$0].type.shape }, node.type.shape,
            isSquare: node.inputs[0] == node.inputs[1])
        (a, b) = (pointer(sources[0]), pointer(sources[1]))
        let place = Self.place(of: id, fused, step)
        result = memory.pointer(place, as: Scalar.self)

        let before = sources.first { $0.operand == nil }.map { source in
            let tape = LoopTranslation(graph, roots: [source.value], heart: nil)
            return Loop(
                kernel: LoopKernel<Scalar>(
                    shape: graph[source.value].type.shape,
                    operandStrides: tape.operands.map { step.operands[$0].strides },
                    tape: tape.tape, results: tape.results(graph, [source.value], strides: [nil]),
                    following: heart.inputRows),
                pointers: LoopPointers(
                    tape.operands.map { UnsafePointer(memory.pointer(step.operands[$0], as: Scalar.self)) }, []))
        }
        let outputs = fused.graph.outputs.indices.filter { graph.outputs[$0].node != id }
        let rows = heart.rows(hasPrologue: before != nil)
        epilogue = outputs.isEmpty ? nil : Self.epilogue(fused, id, outputs, place, step, memory, rows)
        let own = Arena.aligned(heart.scratchBytes(threads: threads))
        prologueScratch = own
        epilogueScratch =
            own + Arena.aligned(before.map { heart.prologueScratchBytes($0.kernel, threads: threads) } ?? 0)
        scratchByteCount = epilogueScratch + (epilogue?.kernel.scratchBytes(threads: threads) ?? 0)
        (self.heart, prologue) = (heart, before)
    }

    /// Where the contraction's own result goes: to its output, or, where it has none, to that of a loop's result that
    /// is as large and takes its place.
    private static func place(of heart: NodeID, _ fused: Fused, _ step: Step) -> View {
        let graph = fused.graph
        let own = graph.outputs.firstIndex { $0.node == heart }
        guard let index = own ?? graph.outputs.indices.first(where: { fused.stores($0) }) else {
            preconditionFailure("internal: a contraction without a place")
        }
        return step.results[index]
    }

    private static func epilogue(
        _ fused: Fused, _ heart: NodeID, _ outputs: [Int], _ place: View, _ step: Step, _ memory: ProgramMemory,
        _ rows: ContractionRows?
    ) -> Loop {
        let graph = fused.graph
        let roots = outputs.map { graph.outputs[$0].node }
        let tape = LoopTranslation(graph, roots: roots, heart: heart, heartOperand: step.operands.count)
        let shape = fused.iterationShape
        let strides = tape.operands.map {
            $0 < step.operands.count ? step.operands[$0].strides : contiguousStrides(shape)
        }
        let kernel = LoopKernel<Scalar>(
            shape: shape, operandStrides: strides, tape: tape.tape,
            results: tape.results(graph, roots, strides: outputs.map { step.results[$0].strides }),
            reducedAxes: fused.reducedAxes ?? [], following: rows)
        let views = tape.operands.map { $0 < step.operands.count ? step.operands[$0] : place }
        return Loop(
            kernel: kernel,
            pointers: LoopPointers(
                views.map { UnsafePointer(memory.pointer($0, as: Scalar.self)) },
                outputs.map { memory.pointer(step.results[$0], as: Scalar.self) }))
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
    fileprivate init(_ op: Op, _ shapes: [[Int]], _ result: [Int], isSquare: Bool) {
        switch op {
        case .matmul(let transposeA, let transposeB):
            self = .matmul(
                MatrixProduct(
                    shapes[0], shapes[1], transposeA: transposeA, transposeB: transposeB, result: result,
                    isSymmetric: isSquare && transposeA != transposeB))
        case .convolution(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: shapes[0], y: result)), .forward)
        case .convolutionInputGradient(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: result, y: shapes[0])), .inputGradient)
        case .convolutionWeightGradient(let window):
            self = .convolution(Convolution(ConvolutionShape(window, x: shapes[1], y: shapes[0])), .weightGradient)
        default: preconditionFailure("internal: \(op.mnemonic) is no contraction")
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

/// What a contraction inside a fused node reads.
private struct HeartOperand {
    /// The step's operand, if it is read as it is.
    let operand: Int?
    /// Else what computes it, but for its shape.
    let value: NodeID

    init(_ id: NodeID, in graph: Graph) {
        var id = id
        if case .reshape = graph[id].op { id = graph[id].inputs[0] }
        value = id
        operand = if case .input(let name) = graph[id].op { Int(name) } else { nil }
    }
}
