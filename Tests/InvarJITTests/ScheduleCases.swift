import InvarCompiler
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport

/// One contraction alone, or with a chain before and after it, with values for its inputs.
struct ScheduleCase {
    let op: Op
    let graph: Graph
    let inputs: [String: HostTensor]
    let site: ContractionSite
    let program: Program

    /// - Parameters:
    ///   - shape: of the result, where the operands leave it open.
    ///   - isOneOperand: the product of the first operand with itself.
    ///   - isFused: an elementwise prologue of the left side, and an epilogue with a sum over the rows.
    init(
        _ op: Op, _ shapes: [[Int]], _ element: ElementType = .float32, result shape: [Int]? = nil,
        isOneOperand: Bool = false, isFused: Bool = false, seed: Int = 1
    ) throws {
        self.op = op
        let builder = GraphBuilder("contraction")
        let operands = shapes.enumerated().map { builder.input("x\($0)", TensorType($1, element)) }
        func chain(_ tensor: Tensor) -> Tensor {
            builder.emit(.unary(.tanh), [builder.emit(.unary(.negate), [tensor], nil)], nil)
        }
        let left = isFused ? chain(operands[0]) : operands[0]
        let result = builder.emit(op, [left, isOneOperand ? left : operands[1]], shape.map { TensorType($0, element) })
        if isFused {
            let after = builder.emit(.unary(.abs), [result], nil)
            let rank = after.shape.count
            builder.output("y", after)
            builder.output("sum", builder.emit(.reduce(.sum, axes: Array(0..<rank - 1)), [after], nil))
        } else {
            builder.output("y", result)
        }
        graph = try builder.finish()
        var random = SplitMix(seed: seed)
        var inputs: [String: HostTensor] = [:]
        for (index, shape) in shapes.enumerated() { inputs["x\(index)"] = random.tensor(shape) }
        self.inputs = inputs
        program = compile(graph)
        let all = try JITExecutor(cache: nil).schedules(of: program, steps: Array(program.steps.indices))
        guard all.count == 1, let only = all.first else { throw ScheduleError("\(all.count) contractions, not one") }
        site = only.site
    }

    /// What the definitions say.
    var want: RunResult { runNaively(graph, inputs: inputs) }

    func run(
        _ table: ScheduleTable, bits: Int? = nil, threads: Int = 1, times: Int = 1, cache: KernelCache? = nil
    ) throws -> RunResult {
        let executor = JITExecutor(vectorBits: bits, cache: cache, schedules: table)
        return try TestSupport.run(graph, on: executor, threads: threads, inputs: inputs, times: times)
    }

    /// The code of all kernels.
    func code(_ table: ScheduleTable) throws -> [String] {
        try JITExecutor(cache: nil, schedules: table).texts(
            of: program, steps: Array(program.steps.indices), .llvm
        ).map(\.text)
    }
}

enum ScheduleCases {
    /// Any schedule that can be written down.
    static func anything(_ random: inout SplitMix) -> ContractionSchedule {
        var schedule = ContractionSchedule(
            ContractionSchedule.Method.allCases[random.integer(0...3)], rows: random.integer(1...32),
            vectors: random.integer(1...4))
        for size in ContractionSchedule.Size.allCases where random.chance(0.5) {
            schedule[size] = random.integer(size.limits)
        }
        return schedule
    }

    /// A schedule that is possible here; small sizes are as likely as large ones.
    static func possible(_ site: ContractionSite, _ random: inout SplitMix) -> ContractionSchedule {
        let method = site.methods[random.integer(0...site.methods.count - 1)]
        var schedule = ContractionSchedule(
            method, rows: random.integer(1...(random.chance(0.7) ? 14 : 32)),
            vectors: method == .symmetric ? 2 : method == .depthwise ? 1 : random.integer(1...4))
        for size in site.sizes(method) {
            let limits = size.limits
            let most = size == .room ? limits.upperBound : min(limits.upperBound, limits.lowerBound << 10)
            var value = limits.lowerBound
            while value < most, random.chance(0.85) { value = value * 2 + random.integer(0...1) }
            schedule[size] = min(value, most)
        }
        return schedule
    }

    /// A contraction of small extents: rows, channels and images that leave rests of every kind.
    static func contraction(_ random: inout SplitMix, seed: Int) throws -> ScheduleCase {
        let isFused = random.chance(0.4)
        func size(_ most: Int) -> Int { random.chance(0.3) ? random.integer(1...4) : random.integer(1...most) }
        if random.chance(0.35) {
            let (m, k, n, batch) = (size(70), size(150), size(70), random.integer(1...3))
            let (ta, tb) = (random.chance(0.5), random.chance(0.5))
            let lead = random.chance(0.6) ? [] : [batch]
            let a = lead + (ta ? [k, m] : [m, k])
            let isOneOperand = random.chance(0.3) && ta != tb
            let b = lead + (tb ? [n, k] : [k, n])
            return try ScheduleCase(
                .matmul(transposeA: ta, transposeB: tb), isOneOperand ? [a] : [a, b],
                random.chance(0.85) ? .float32 : .float64, isOneOperand: isOneOperand, isFused: isFused, seed: seed)
        }
        let kernel = random.chance(0.6) ? 3 : random.integer(1...5)
        let stride = random.chance(0.65) ? 1 : random.integer(2...3)
        let padding = random.integer(0...min(2, kernel - 1))
        let isDepthwise = random.chance(0.2)
        let groups = isDepthwise ? size(70) : random.chance(0.85) ? 1 : 2
        let window = Window(kernel, stride: stride, padding: padding, groups: groups)
        let (inputs, outputs) = isDepthwise ? (1, 1) : (size(40), size(40))
        let images = random.integer(1...4)
        let (h, w) = (random.integer(kernel...15), random.integer(kernel...15))
        let x = [images, h, w, inputs * groups]
        let dy = [images] + window.outputSize(h, w) + [outputs * groups]
        let weight = [kernel, kernel, inputs, outputs * groups]
        let element: ElementType = random.chance(0.85) ? .float32 : .float64
        switch random.integer(0...2) {
        case 0: return try ScheduleCase(.convolution(window), [x, weight], element, isFused: isFused, seed: seed)
        case 1:
            return try ScheduleCase(
                .convolutionInputGradient(window), [dy, weight], element, result: x, isFused: isFused, seed: seed)
        default:
            return try ScheduleCase(
                .convolutionWeightGradient(window), [dy, x], element, isFused: isFused, seed: seed)
        }
    }
}

extension ScheduleCase {
    private var scheduled: JITExecutor.Scheduled {
        get throws {
            let all = try JITExecutor(cache: nil).schedules(of: program, steps: Array(program.steps.indices))
            guard let first = all.first else { throw ScheduleError("no contraction") }
            return first
        }
    }

    /// What the cost model chooses.
    var standing: ContractionSchedule { get throws { try scheduled.choice.schedule } }

    var neighbours: [ContractionSchedule] {
        get throws { try site.neighbours(of: standing, by: CostModel(JITExecutor(cache: nil).target)) }
    }
}

extension ScheduleCases {
    /// Smallest forms of what random schedules found to be wrong, each by the cost model's own choice, or by a given one.
    static func regressions() throws -> [(ScheduleCase, ContractionSchedule?)] {
        let product = Op.matmul(transposeA: false, transposeB: false)
        let narrow = ContractionSchedule(
            .direct, rows: 7, vectors: 3, [(.depth, 512), (.tileRows, 96), (.tileColumns, 512)])
        let points = ContractionSchedule(.winograd, rows: 4, vectors: 3, [(.depth, 512), (.squares, 24)])
        return try [
            // A sum over the rows of all matrices of a batch, in tiles that do not end where a matrix ends.
            (ScheduleCase(product, [[3, 50, 8], [3, 8, 58]], isFused: true), nil),
            (ScheduleCase(product, [[2, 150, 8], [2, 8, 58]], isFused: true), nil),
            // The gradient of grouped weights of several taps, with maps read where they lie.
            (
                ScheduleCase(
                    .convolutionWeightGradient(Window(kernel: [1, 2], groups: 2)), [[1, 1, 1, 4], [1, 1, 2, 4]]), nil
            ),
            // Panels of three narrow vectors.
            (ScheduleCase(.matmul(transposeA: false, transposeB: true), [[64, 47], [2, 47]]), narrow),
            (ScheduleCase(.convolution(Window(3)), [[1, 10, 15, 19], [3, 3, 19, 3]]), points),
        ]
    }
}
