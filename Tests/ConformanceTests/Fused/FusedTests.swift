import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// What the compiler makes of contractions and their surroundings, fused or where tiles do not fit them one after the other,
/// is what was written; the same bits on any number of threads.
@Suite struct FusedTests {
    /// Each contraction with each epilogue; prologues and batches take turns, and so do the element types.
    static let cases: [FusedCase] = FusedCase.Heart.allCases.enumerated().flatMap { row, heart in
        FusedCase.Epilogue.allCases.enumerated().map { column, epilogue in
            let prologues = FusedCase.Prologue.allCases
            return FusedCase(
                heart: heart, prologue: prologues[(row + column) % prologues.count], epilogue: epilogue,
                batch: [1, 3, 7][(row + 2 * column) % 3], element: (row + column) % 5 == 0 ? .float64 : .float32)
        }
    }

    /// Each prologue with each batch, before what may follow in one tile.
    static let prologues: [FusedCase] = FusedCase.Heart.maps.flatMap { heart in
        FusedCase.Prologue.allCases.enumerated().map { index, prologue in
            FusedCase(
                heart: heart, prologue: prologue, epilogue: .statisticsPerView, batch: [7, 1, 3, 2][index],
                element: .float32)
        }
    }

    @Test(arguments: cases + prologues) func agrees(_ example: FusedCase) throws {
        let graph = try example.graph()
        try Agreement(graph, seed: example.batch).check(example.testDescription)
    }

    /// The same graphs with vectors of the other widths: a few, each heart and each epilogue at least once.
    @Test(arguments: cases.enumerated().filter { $0.offset % 7 == 0 }.map(\.element))
    func agreesAtEveryWidth(_ example: FusedCase) throws {
        try Agreement(try example.graph(), seed: example.batch).check(
            example.testDescription, on: compiled.filter { !$0.isUsual })
    }

    /// That the cases are what they say: most of them are one step with a heart, and the rest a heart and what is small.
    @Test func mostAreFused() throws {
        let fused = try Self.cases.filter { example in
            compile(try example.graph()).steps.contains { $0.kernel.contraction.map { !$0.nests.isEmpty } ?? false }
        }
        #expect(4 * fused.count > 3 * Self.cases.count)
    }
}

/// A graph as compiled code computes it beside the same ops one after another in double precision.
struct Agreement {
    private let graph: Graph
    private let program: Program
    private let values: (inputs: [String: HostTensor], states: [String: HostTensor])
    private let want: RunResult

    init(_ graph: Graph, seed: Int) throws {
        self.graph = graph
        program = compile(graph)
        values = graph.randomValues(seed: seed)
        let plain = Program(planning: graph.with(element: .float64))
        want = try run(plain, graph, on: interpreter, inputs: values.inputs, states: values.states)
    }

    /// - Parameter relative: by which float32 results may be off.
    func check(_ name: String, on executors: [TestedExecutor] = [jit, interpreter], relative: Double = 2e-5) throws {
        let isSingle = graph.nodes.contains { $0.type.element == .float32 }
        let tolerance = isSingle ? relative : 1e-12
        for executor in executors {
            var alone: RunResult?
            for threads in 1...3 {
                let result = try run(
                    program, graph, on: executor, threads: threads, inputs: values.inputs, states: values.states)
                let complaints = result.complaints(against: want, relative: tolerance, absolute: tolerance)
                if alone == nil { #expect(complaints == [], "\(executor.name), \(name)") }
                #expect(
                    alone.map { haveSameBits($0, result) } != false, "\(executor.name), \(threads) threads, \(name)")
                alone = alone ?? result
            }
        }
    }
}
