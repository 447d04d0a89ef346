import InvarBLAS
import InvarGraph
import Testing

/// The interpreter as a user's program calls it.
@Suite struct InterpreterTests {
    /// y = Σ x·s over rows, s becomes s + 1.
    private func graph(_ element: ElementType) throws -> Graph {
        let builder = GraphBuilder("g")
        let x = builder.input("x", TensorType([3, 5], element))
        let s = builder.state("s", TensorType([5], element))
        builder.output("y", (x * s).sum([1]))
        builder.assign("s", s + 1)
        return try builder.finish()
    }

    @Test(arguments: ElementType.allCases, [1, 2])
    func givesOutputsAndStates(element: ElementType, threads: Int) throws {
        let x = (0..<15).map(Double.init)
        let result = try Interpreter.run(
            graph(element), inputs: ["x": x], states: ["s": [1, 2, 0, -1, 3]], threads: threads)
        #expect(result.outputs == ["y": [11, 36, 61]])
        #expect(result.states == ["s": [2, 3, 1, 0, 4]])
    }

    @Test func whatIsMissingOrDoesNotFitIsAnErrorInWords() throws {
        let good = [Double](repeating: 1, count: 15)
        let s = [Double](repeating: 1, count: 5)
        func message(_ inputs: [String: [Double]], _ states: [String: [Double]]) throws -> String {
            let error = #expect(throws: Diagnostic.self) {
                try Interpreter.run(graph(.float32), inputs: inputs, states: states)
            }
            return try #require(error).message
        }
        #expect(try message([:], ["s": s]) == "the input x is missing: it is f32[3,5], give 15 values")
        #expect(try message(["x": good], [:]) == "the state s is missing: it is f32[5], give 5 values")
        #expect(try message(["x": s], ["s": s]) == "the input x is f32[3,5], that is 15 values, found 5")
        #expect(try message(["x": good, "z": s], ["s": s]) == "the graph has no input z; there are: x")
        #expect(throws: Diagnostic.self) { try Interpreter.run(graph(.float32), inputs: [:], threads: 0) }
    }

    @Test func aGraphThatIsNoneIsRefused() {
        var graph = Graph("bad")
        let x = graph.insert(Node(.input("x"), type: TensorType([2])))
        graph.output("y", graph.insert(Node(.binary(.add), [x], type: TensorType([2]))))
        #expect(throws: Diagnostic.self) { try Interpreter.run(graph, inputs: ["x": [1, 2]]) }
    }
}
