import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// A step within a given memory: values that are forgotten are computed again, and the same comes out.
@Suite struct RecomputeTests {
    /// A network whose activations outweigh its parameters.
    private static func step(memory: Int? = nil) throws -> TrainingStep {
        try TrainingStep.build(Zoo.vicregConvNet, optimizer: .sgd(SGD(momentum: 0.9)), batch: 16, memory: memory)
    }

    @Test func lessMemoryIsMet() throws {
        let free = try Self.step().program
        for share in [0.95, 0.9] {
            let limit = Int(share * Double(free.byteCount))
            let program = try Self.step(memory: limit).program
            #expect(program.byteCount <= limit)
            #expect(program.flops > free.flops, "something is computed again")
        }
    }

    @Test func enoughMemoryChangesNothing() throws {
        let free = try Self.step().program
        #expect(try Self.step(memory: free.byteCount).program == free)
    }

    /// What an executor takes beside the program's buffers is in the limit: it says so before, and that is what a session takes.
    @Test(arguments: [interpreter, jit], [1, 3]) func theExecutorsMemoryIsInTheLimit(
        _ executor: TestedExecutor, _ threads: Int
    ) throws {
        @Sendable func taken(_ program: Program) throws -> Int { try executor.bytes(program, threads: threads) }
        func step(_ limit: Int?) throws -> Program {
            try TrainingStep.build(
                Zoo.vicregConvNet, optimizer: .sgd(SGD(momentum: 0.9)), batch: 16, memory: limit, taking: taken
            ).program
        }
        let free = try step(nil)
        let whole = try taken(free)
        #expect(try executor.bytesBeside(free, threads: threads) > 1 << 20, "scratch memory, packed weights")
        #expect(try taken(free) == executor.prepare(free, threads: threads).memory.byteCount)
        #expect(try step(whole) == free)
        // the least that is found to be enough, with the executor's share; whatever lies between is met by computing again
        let refused = #expect(throws: MemoryLimitError.self) { try step(1) }
        let least = try #require(refused?.needed)
        #expect(least < whole && refused?.beside ?? 0 > 1 << 20)
        for limit in [whole - 1, (whole + least) / 2, least] {
            let program = try step(limit)
            #expect(try taken(program) <= limit && program.flops > free.flops)
            #expect(try executor.prepare(program, threads: threads).memory.byteCount <= limit)
        }
        let error = #expect(throws: MemoryLimitError.self) { _ = try step(1 << 20) }
        #expect(error.map { $0.beside > 1 << 20 && $0.needed > $0.beside } == true)
        #expect(error?.description.contains("packed weights and scratch memory") == true)
    }

    /// Large values that are cheap are computed again without a limit too, where a step has many images: a convolution network's activations. No more than
    /// a 64th of the step's time goes into it, and each value has one copy.
    @Test func cheapValuesAreForgotten() throws {
        let step = try TrainingStep.build(Zoo.vicregConvNet, optimizer: .sgd(SGD(momentum: 0.9)), batch: 64)
        let differentiated = step.graph
        let order = try #require(pipeline.firstIndex { $0.name == "order" })
        let before = Array(pipeline[...order]).run(differentiated).graph
        let after = pipeline.run(differentiated).graph
        let (kept, forgotten) = (Program(planning: before), Program(planning: after))
        #expect(forgotten.arenaByteCount < kept.arenaByteCount * 3 / 4)
        let copies = after.nodes.filter { $0.copy > 0 }
        #expect(!copies.isEmpty && copies.allSatisfy { $0.copy == 1 && $0.op.is(.fused) })
        #expect(forgotten.steps.count <= kept.steps.count + 4)
        #expect(Double(forgotten.flops) < 1.01 * Double(kept.flops))
        // bit for bit the same
        let pixels = FormulaValues.uniform("pixels", count: 64 * 28 * 28)
        for executor in [interpreter, jit] {
            let results = try [kept, forgotten].map { program in
                let session = try executor.prepare(program, threads: 2)
                StateStore(session, step.states, seed: 5).initialize()
                session.memory.setInput("view1", pixels)
                session.memory.setInput("view2", pixels.reversed())
                session.memory.setInput("learningRate", [0.1])
                session.run()
                session.run()
                return (session.memory.output("loss") ?? [])
                    + (session.memory.stateValues("encoder.conv1.weight") ?? [])
            }
            #expect(results[0].count > 1 && results[0] == results[1], "\(executor.name)")
        }
    }

    @Test func tooLittleMemoryIsNamed() throws {
        let error = #expect(throws: MemoryLimitError.self) { try Self.step(memory: 1 << 20) }
        let text = error?.description ?? ""
        #expect(error.map { $0.needed > 1 << 20 && $0.largest.count == 3 } == true)
        #expect(text.contains("1.0 MiB are not enough") && text.contains("encoder"), "\(text)")
    }

    /// Bit for bit: what is computed again is computed in the same way.
    @Test func theSameComesOut() throws {
        func program(_ memory: Int?) throws -> (Graph, Program) {
            let step = try TrainingStep.build(
                tiny, optimizer: .sgd(SGD(momentum: 0.9)), batch: 3, element: .float64, memory: memory)
            return (step.graph, step.program)
        }
        let (graph, free) = try program(nil)
        let error = #expect(throws: MemoryLimitError.self) { try program(1) }
        let needed = error?.needed ?? 0
        #expect(needed < free.byteCount, "something can be saved")
        let values = graph.randomValues(seed: 5)
        func result(_ program: Program) -> RunResult {
            PlannedRun(program).run(values.inputs, values.states, times: 2, graph)
        }
        #expect(result(try program(needed).1).complaints(against: result(free), relative: 0) == [])
    }
}
