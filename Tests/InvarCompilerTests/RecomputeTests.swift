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

    @Test func tooLittleMemoryIsNamed() throws {
        let error = #expect(throws: MemoryLimitError.self) { try Self.step(memory: 1 << 20) }
        let text = error?.description ?? ""
        #expect(error.map { $0.needed > 1 << 20 && $0.largest.count == 3 } == true)
        #expect(text.contains("1.0 MiB are not enough") && text.contains("encoder"), "\(text)")
    }

    /// Bit for bit: what is computed again is computed in the same way.
    @Test func theSameComesOut() throws {
        var options = RandomGraphOptions()
        options.isDifferentiated = true
        options.isSmooth = true
        var recomputed = 0
        for seed in 0..<60 {
            options.steps = 10 + seed % 15
            let graph = try RandomGraph.make(seed: 900 + seed, options)
            let free = compile(graph)
            guard let tight = Self.tightest(graph, below: free.byteCount) else { continue }
            recomputed += 1
            let values = graph.randomValues(seed: seed)
            let want = PlannedRun(free).run(values.inputs, values.states, times: 2, graph)
            let got = PlannedRun(tight).run(values.inputs, values.states, times: 2, graph)
            #expect(got.complaints(against: want, relative: 0) == [], "seed \(seed)")
        }
        #expect(recomputed > 3, "\(recomputed) graphs became smaller")
    }

    /// The least memory that a graph can be made to take; nothing where nothing can be saved.
    private static func tightest(_ graph: Graph, below bytes: Int) -> Program? {
        do {
            _ = try compile(graph, within: 1)
            return nil
        } catch let error as MemoryLimitError {
            return error.needed < bytes ? try? compile(graph, within: error.needed) : nil
        } catch { return nil }
    }
}
