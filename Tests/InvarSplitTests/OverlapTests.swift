import AllocationCounter
import Foundation
import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import Synchronization
import TestSupport
import Testing

/// Exchanges that others run beside: the same bits, and memory that nobody touches meanwhile.
@Suite struct OverlapTests {
    static let models = [
        SharedModels.gram, SharedModels.simclr, SharedModels.byol, SharedModels.residual, SharedModels.twoBranches,
        SharedOptimizerTests.models[0],
    ]

    static func step(_ model: JointEmbedding, ranks: Int = 3) throws -> TrainingStep {
        try TrainingStep.build(
            model, optimizer: .lars(), batch: 12, ranks: ranks, shardsOptimizer: true, exposing: .embeddings)
    }

    @Test(arguments: models) func haveTheSameBits(_ model: JointEmbedding) throws {
        let step = try Self.step(model)
        // these have one sum of all gradients, and nothing to do meanwhile
        if ![SharedModels.twoBranches.name, SharedModels.byol.name].contains(model.name) {
            #expect(step.program.steps.contains { $0.kernel.phase == .start }, "something is under way")
        }
        let whole = try TrainingStep.build(model, optimizer: .lars(), batch: 12)
        let values = WholeValues(whole, seed: 4)
        for executor in [interpreter, jit] {
            let want = try run(step.program, on: executor, ranks: 3, values, parts: step.parts, steps: 2)
            let found = try run(
                step.program, on: executor, ranks: 3, values, parts: step.parts, steps: 2,
                among: LocalRanks(3, overlaps: true).communicators)
            #expect(found == want, "\(executor.name)")
        }
    }

    @Test(arguments: models) func nothingTouchesWhatIsUnderWay(_ model: JointEmbedding) throws {
        let step = try Self.step(model)
        let whole = try TrainingStep.build(model, optimizer: .lars(), batch: 12)
        let values = WholeValues(whole, seed: 4)
        let want = try run(step.program, on: interpreter, ranks: 3, values, parts: step.parts)
        let findings = Spoiling.Findings()
        let spoiling = LocalRanks(3).communicators.map { Spoiling(inner: $0, findings: findings) }
        let found = try run(
            step.program, on: interpreter, ranks: 3, values, parts: step.parts, among: spoiling)
        #expect(found == want)
        #expect(findings.all == [])
    }

    /// A program that somebody wrote by hand is looked at as closely.
    @Test func programsThatTouchItAreRefused() throws {
        func program(_ between: String, finish: String = "2: b2 = allReduce.finish(b1) ranks=2") -> String {
            """
            program "one" f32 arena 256 {
              b0 : f32[8] input
              b1 : f32[8] arena 0
              b2 : f32[8] arena 64
              b3 : f32[8] arena 128
              b4 : f32[8] arena 64
              input "x" = b0
              0: b2 = allReduce.start(b1) ranks=2
              1: \(between) {
                for 8
                x0 = $0[1]
                v0 = load x0
                store v0[1]
              }
              \(finish)
              return "y" = b2
            }
            """
        }
        let fine = try Program(parsing: program("b3 = loop(b1)"))
        #expect(fine.steps.map(\.kernel.phase) == [.start, nil, .finish])
        #expect(try Program(parsing: fine.description) == fine)
        for (between, buffer) in [
            ("b1 = loop(b0)", 1), ("b2 = loop(b0)", 2), ("b3 = loop(b2)", 2), ("b4 = loop(b0)", 4),
            ("b3 = loop(b4)", 4),
        ] {
            #expect {
                _ = try Program(parsing: program(between))
            } throws: {
                "\($0)".contains("step 1 touches b\(buffer), which ranks exchange since step 0")
            }
        }
        #expect {
            _ = try Program(parsing: program("b3 = loop(b1)", finish: "2: b3 = allReduce.finish(b1) ranks=2"))
        } throws: {
            "\($0)".contains("step 2 finishes what was not started")
        }
        #expect {
            _ = try Program(parsing: program("b3 = loop(b1)", finish: ""))
        } throws: {
            "\($0)".contains("step 0 starts what is not finished")
        }
        #expect(throws: (any Error).self) {
            _ = try Program(parsing: program("b3 = loop(b1)").replacing("start(b1) ranks=2", with: "begin(b1) ranks=2"))
        }
    }

    /// Calls are counted by thread: where exchanges have one of their own, those of the thread that computes.
    @Test(arguments: [false, true]) func exchangesAllocateNothing(_ overlaps: Bool) throws {
        let step = try Self.step(SharedModels.gram, ranks: 4)
        let sessions = try ReproducibleTests.communicators(processes: 2, threads: 2, overlaps: overlaps).map {
            try interpreter.prepare(step.program, threads: 1, communicator: $0)
        }
        let calls = Mutex(0)
        inParallel(4) { rank in
            for _ in 0..<3 { sessions[rank].run() }
            let before = invar_test_allocation_count()
            for _ in 0..<10 { sessions[rank].run() }
            let more = invar_test_allocation_count() - before
            calls.withLock { $0 += more }
        }
        #expect(calls.withLock { $0 } == 0, "calls of malloc in ten steps of four ranks")
    }

    /// A sum takes no memory beside its summand.
    @Test func sumsAreTakenInPlace() throws {
        let program = try Self.step(SharedModels.gram).program
        let sums = program.steps.filter { $0.kernel.collective?.kind == .allReduce && $0.kernel.phase != .finish }
        #expect(sums.count { $0.operands[0] == $0.results[0] } > sums.count / 2)
    }

    /// A bucket says what is in it.
    @Test func bucketsAreNamed() throws {
        let program = try Self.step(SharedModels.gram).program
        let buckets = program.steps.compactMap { $0.kernel.collective?.bucket }
        #expect(buckets.contains { $0.count > 2 && !$0.first.isEmpty && $0.first != $0.last })
        #expect(program.description.contains(" sums="))
        #expect(try Program(parsing: program.description) == program)
    }

    /// A graph with nothing to exchange gets no thread, and a program without ranks no phases.
    @Test func nothingToExchange() throws {
        let step = try TrainingStep.build(SharedModels.gram, optimizer: .sgd(), batch: 12)
        #expect(step.program.steps.allSatisfy { $0.kernel.phase == nil })
        let values = WholeValues(step, seed: 1)
        let communicators = LocalRanks(1, overlaps: true).communicators
        #expect(
            try run(step.program, on: interpreter, ranks: 1, values, among: communicators)
                == run(step.program, on: interpreter, ranks: 1, values))
    }
}
