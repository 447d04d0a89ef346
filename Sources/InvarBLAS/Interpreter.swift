import InvarCompiler
import InvarGraph
import InvarRuntime

/// Runs a graph of yours on this machine: optimizes it, plans it, and carries it out once.
///
///     let result = try Interpreter.run(graph, inputs: ["x": [1, 2, 3]])
///     print(result.outputs["y"] ?? [])
///
/// For a graph that is run once. Training prepares its step once and runs it many times.
public enum Interpreter {
    /// All values are row-major.
    public struct Result: Hashable, Sendable {
        /// The graph's outputs, by name.
        public var outputs: [String: [Double]]
        /// What the states are after the run, those that the graph assigns to and those that it only reads.
        public var states: [String: [Double]]
    }

    /// - Parameters:
    ///   - inputs: one array for each input of the graph, row-major.
    ///   - states: the same for what the graph reads as state.
    ///   - threads: how many compute. The result does not depend on it.
    /// - Throws: a `Diagnostic` where a value is missing, has another count than its type, or belongs to nothing in the
    ///   graph, and where the graph is not well formed; an error in words where memory does not suffice.
    public static func run(
        _ graph: Graph, inputs: [String: [Double]], states: [String: [Double]] = [:], threads: Int = 1
    ) throws -> Result {
        if let problem = graph.problems().first { throw Diagnostic("graph \(graph.name): \(problem)") }
        let most = TargetDescription.current.mostThreads
        guard (1...most).contains(threads) else {
            throw Diagnostic("\(threads) threads; 1 to \(most) are possible on this machine")
        }
        var wanted = (inputs: [String: TensorType](), states: [String: TensorType]())
        for node in graph.nodes {
            if case .input(let name) = node.op { wanted.inputs[name] = node.type }
            if case .state(let name) = node.op { wanted.states[name] = node.type }
        }
        try check("input", inputs, against: wanted.inputs)
        try check("state", states, against: wanted.states)
        let session = try BLASExecutor().prepare(compile(graph), threads: threads)
        for (name, values) in inputs { session.memory.setInput(name, values) }
        for (name, values) in states { session.memory.setState(name, values) }
        session.run()
        var result = Result(outputs: [:], states: states)
        for output in graph.outputs { result.outputs[output.name] = session.memory.output(output.name) }
        for name in session.memory.stateNames { result.states[name] = session.memory.stateValues(name) }
        return result
    }

    private static func check(
        _ kind: String, _ values: [String: [Double]], against types: [String: TensorType]
    ) throws {
        for (name, type) in types.sorted(by: { $0.key < $1.key }) where values[name]?.count != type.count {
            throw Diagnostic(
                values[name].map { "the \(kind) \(name) is \(type), that is \(type.count) values, found \($0.count)" }
                    ?? "the \(kind) \(name) is missing: it is \(type), give \(type.count) values")
        }
        for name in values.keys.sorted() where types[name] == nil {
            let known = types.isEmpty ? "it has none" : "there are: " + types.keys.sorted().joined(separator: ", ")
            throw Diagnostic("the graph has no \(kind) \(name); \(known)")
        }
    }
}
