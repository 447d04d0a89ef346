import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime
import TestSupport
import Testing

/// Programs: buffers that do not disturb each other, states that are written when nothing reads them any more, views.
@Suite struct PlannerTests {
    // MARK: The arena

    /// Buffers of the arena that are needed at once may not share memory: found step by step, without the planner's
    /// own lifetimes. A buffer is needed at a step if it was written at or before it, and is read at or after it.
    private func overlaps(_ program: Program) -> [String] {
        func arena(_ buffer: Int) -> Range<Int>? {
            guard case .arena(let offset) = program.buffers[buffer].storage else { return nil }
            return offset..<(offset + program.buffers[buffer].type.byteCount)
        }
        var found: [String] = []
        var needed = Set(program.outputs.map(\.view.buffer))
        for (time, step) in program.steps.enumerated().reversed() {
            let here = needed.union(step.operands.map(\.buffer)).union(step.results.map(\.buffer))
                .filter { arena($0) != nil }.sorted()
            for (index, a) in here.enumerated() {
                for b in here[(index + 1)...] {
                    if let first = arena(a), let second = arena(b), first.overlaps(second) {
                        found.append("buffers \(a) and \(b) overlap at step \(time)")
                    }
                }
            }
            needed.formUnion(step.operands.map(\.buffer))
            for result in step.results where !step.operands.contains(where: { $0.buffer == result.buffer }) {
                let isWrittenBefore = program.steps[..<time].contains {
                    $0.results.contains { $0.buffer == result.buffer }
                }
                if !isWrittenBefore { needed.remove(result.buffer) }
            }
        }
        return found
    }

    @Test func whatIsAliveTogetherLiesApart() throws {
        for seed in 0..<200 {
            let program = compile(try PassTests.random(seed))
            #expect(overlaps(program) == [], "seed \(seed)")
            var sum = 0
            for buffer in program.buffers {
                guard case .arena(let offset) = buffer.storage else { continue }
                #expect(offset % 64 == 0 && offset + buffer.type.byteCount <= program.arenaByteCount)
                sum += (buffer.type.byteCount + 63) / 64 * 64
            }
            #expect(program.arenaByteCount <= sum)
        }
    }

    @Test func memoryIsUsedAgain() throws {
        let builder = GraphBuilder()
        var x = builder.input("x", TensorType([64, 64]))
        for _ in 0..<20 { x = matmul(x, x) }
        builder.output("y", x)
        #expect(compile(try builder.finish()).arenaByteCount <= 3 * 64 * 64 * 4)
    }

    /// Before anything runs, with what it is for.
    @Test func whatCannotFitIsRefusedByName() throws {
        let builder = GraphBuilder()
        let x = builder.input("images", TensorType([1 << 19, 1 << 19]))
        builder.name = "encoder.linear1"
        builder.output("y", exp(x))
        let program = compile(try builder.finish())
        let error = #expect(throws: ArenaError.self) { try BLASExecutor().prepare(program, threads: 1) }
        let text = error?.description ?? ""
        #expect(text.contains("input images") && text.contains("encoder.linear1"), "\(text)")
    }

    @Test func viewsStayInsideTheirBuffers() throws {
        for seed in 0..<200 {
            let program = compile(try PassTests.random(seed))
            let views = program.steps.flatMap { $0.operands + $0.results } + program.outputs.map(\.view)
            for view in views {
                let last = zip(view.shape, view.strides).reduce(view.offset) { $0 + ($1.0 - 1) * $1.1 }
                #expect(view.offset >= 0 && last < program.buffers[view.buffer].type.count, "seed \(seed)")
            }
        }
    }

    // MARK: Values

    /// The programs step by step by the definition of each kernel, over the arena's real addresses: what overlaps is overwritten,
    /// what is a view is read through its strides. Checks the plan without an executor.
    @Test func randomProgramsComputeTheirGraphs() throws {
        for seed in 0..<2500 {
            func fails(_ graph: Graph) -> Bool {
                let (inputs, states) = graph.randomValues(seed: seed)
                let optimized = optimize(graph)
                let want = runNaively(optimized, inputs: inputs, states: states, times: 2)
                let got = PlannedRun(Program(planning: optimized)).run(inputs, states, times: 2, graph)
                return !got.complaints(against: want, relative: 0).isEmpty
            }
            let graph = try PassTests.random(seed)
            guard fails(graph) else { continue }
            let small = graph.shrunk(while: fails)
            Issue.record("seed \(seed):\n\(small)\n\(compile(small))")
            return
        }
    }

    struct Machine: Sendable, CustomTestStringConvertible {
        let element: ElementType
        /// Rounding grows through a random graph; values stay below 30, and the absolute part counts.
        let tolerance: Double
        var testDescription: String { element.rawValue }
    }

    @Test(arguments: [Machine(element: .float64, tolerance: 1e-10), Machine(element: .float32, tolerance: 2e-3)])
    func theExecutorAgrees(_ machine: Machine) throws {
        for seed in 0..<150 {
            var options = RandomGraphOptions()
            options.steps = 4 + seed % 20
            options.isSmooth = true
            options.isDifferentiated = seed % 3 == 0 && machine.element == .float64
            func failure(_ graph: Graph) throws -> [String] {
                let values = graph.randomValues(seed: seed)
                let want = runNaively(graph, inputs: values.inputs, states: values.states, times: 2)
                return try run(
                    graph.with(element: machine.element), on: BLASExecutor(), threads: 1 + seed % 2,
                    inputs: values.inputs, states: values.states, times: 2
                ).complaints(against: want, relative: machine.tolerance, absolute: machine.tolerance)
            }
            let graph = try RandomGraph.make(seed: 5000 + seed, options)
            let complaints = try failure(graph)
            guard !complaints.isEmpty else { continue }
            let small = graph.shrunk { (try? failure($0))?.isEmpty == false }
            Issue.record("seed \(seed): \(complaints), smaller: \(try failure(small))\n\(small)")
            return
        }
    }

    // MARK: States

    /// One step of a graph over the states a, b and c of four elements.
    private func states(_ build: (GraphBuilder, _ a: Tensor, _ b: Tensor) -> Void) throws -> [String: [Double]] {
        let builder = GraphBuilder()
        let type = TensorType([2, 2], .float64)
        build(builder, builder.state("a", type), builder.state("b", type))
        let graph = try builder.finish()
        let given = [
            "a": HostTensor(shape: [2, 2], [1, 2, 3, 4]), "b": HostTensor(shape: [2, 2], [10, 20, 30, 40]),
        ]
        let result = try run(graph, on: BLASExecutor(), inputs: [:], states: given)
        let want = runNaively(graph, inputs: [:], states: given)
        #expect(result == want)
        return result.states.mapValues(\.values).merging(result.outputs.mapValues(\.values)) { $1 }
    }

    @Test func twoStatesChangePlaces() throws {
        let found = try states { builder, a, b in
            builder.assign("a", b)
            builder.assign("b", a)
        }
        #expect(found == ["a": [10, 20, 30, 40], "b": [1, 2, 3, 4]])
    }

    @Test func anOldValueIsAssignedElsewhere() throws {
        let found = try states { builder, a, _ in
            builder.assign("b", a)
            builder.assign("a", a + 1)
        }
        #expect(found == ["a": [2, 3, 4, 5], "b": [1, 2, 3, 4]])
    }

    @Test func oneValueForTwoStates() throws {
        let found = try states { builder, a, b in
            builder.assign("a", a + b)
            builder.assign("b", a + b)
        }
        #expect(found == ["a": [11, 22, 33, 44], "b": [11, 22, 33, 44]])
    }

    @Test func aStateIsTransposed() throws {
        let found = try states { builder, a, b in
            builder.assign("a", a.transposed)
            builder.assign("b", b.transposed * 2 + b)
        }
        #expect(found == ["a": [1, 3, 2, 4], "b": [30, 80, 70, 120]])
    }

    @Test func anOldValueIsAnOutput() throws {
        let found = try states { builder, a, b in
            builder.output("old", a)
            builder.output("turned", b.transposed)
            builder.assign("a", a * 2)
            builder.assign("b", b * 2)
            builder.output("late", exp(a) * 0)
        }
        #expect(found["old"] == [1, 2, 3, 4])
        #expect(found["turned"] == [10, 30, 20, 40])
        #expect(found["a"] == [2, 4, 6, 8])
    }

    @Test func anUnchangedStateStays() throws {
        #expect(try states { builder, a, _ in builder.assign("a", a) }["a"] == [1, 2, 3, 4])
    }

    /// The usual update is written where the state lies: no copy, no second buffer.
    @Test func anUpdateIsInPlace() throws {
        let builder = GraphBuilder()
        let w = builder.state("w", TensorType([1000]))
        let moment = builder.state("m", TensorType([1000]))
        let g = builder.input("g", TensorType([1000]))
        let next = moment * 0.9 + g
        builder.assign("m", next)
        builder.assign("w", w - next * 0.1)
        let program = compile(try builder.finish())
        #expect(program.steps.count == 1)
        #expect(program.arenaByteCount == 0)
    }

    // MARK: Costs

    @Test func flopsOfKnownShapes() throws {
        func flops(_ build: (GraphBuilder) -> Tensor) throws -> Int {
            let builder = GraphBuilder()
            builder.output("y", build(builder))
            return compile(try builder.finish()).flops
        }
        #expect(
            try flops {
                matmul(
                    $0.input("x", TensorType([256, 784])), $0.state("w", TensorType([1024, 784])), transposeB: true)
            }
                == 2 * 256 * 784 * 1024)
        let window = Window(3, stride: 2, padding: 1, groups: 2)
        let (x, w, y) = (TensorType([4, 9, 9, 6]), TensorType([3, 3, 3, 8]), TensorType([4, 5, 5, 8]))
        let cost = 2 * (4 * 5 * 5 * 8) * (3 * 3 * 3)
        #expect(try flops { convolution($0.input("x", x), $0.state("w", w), window) } == cost)
        #expect(
            try flops { $0.emit(.convolutionInputGradient(window), [$0.input("g", y), $0.state("w", w)], x) } == cost)
        #expect(
            try flops { $0.emit(.convolutionWeightGradient(window), [$0.input("g", y), $0.input("x", x)]) } == cost)
        #expect(try flops { $0.input("x", TensorType([8, 16])).sum() } == 8 * 16)
        #expect(try flops { maxPool($0.input("x", TensorType([1, 4, 4, 3])), Window(2, stride: 2)) } == 4 * 3 * 4)
    }

    @Test func bytesCountEachOperandOnce() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([64, 32]))
        let row = builder.input("row", TensorType([32]))
        builder.output("y", x * x + row)
        #expect(compile(try builder.finish()).bytes == (64 * 32 + 32 + 64 * 32) * 4)
    }
}
