import InvarCompiler
import InvarGraph

/// A graph on its way to a program: as it was after one pass.
public struct Snapshot: Sendable {
    /// What made it: `captured`, a pass with dashes for its spaces, or `differentiate`.
    public let name: String
    /// One sentence: what holds now.
    public let note: String
    /// As it was then.
    public let graph: Graph
}

/// All that became of an architecture on its way to a program, pass by pass. Each stage of a dump is one of these.
public struct History: Sendable {
    /// The captured graph, then what each pass made of it. Never empty.
    public let snapshots: [Snapshot]
    /// What runs.
    public let program: Program

    /// Makes the code of the stages `schedule`, `llvm` and `asm`; without one they are errors.
    public var codeProvider: CodeProvider?

    /// Passes before differentiation.
    let capturedPassCount: Int

    /// Runs the passes one after the other and keeps what each makes.
    /// - Parameters:
    ///   - captured: both views, forward into the loss.
    ///   - kept: nodes of it that are needed although no output depends on them.
    ///   - differentiated: with the gradients and the update: what the passes of the whole step begin with.
    ///   - capturedPasses: those before differentiation.
    ///   - passes: those after it.
    ///   - verifying: look after each pass whether the graph is still sound.
    ///   - planning: makes the program; from the last graph, where nothing else is said.
    /// - Throws: a `Diagnostic` that names the pass that broke the graph, where they are to be verified.
    public init(
        captured: Graph, keeping kept: [NodeID] = [], differentiated: Graph,
        capturedPasses: [Pass] = capturedPipeline, passes: [Pass] = pipeline, verifying: Bool = false,
        planning: (_ last: Graph) throws -> Program = { Program(planning: $0) }
    ) throws {
        var snapshots: [Snapshot] = []
        func add(_ name: String, _ note: String, _ graph: Graph) throws {
            let snapshot = Snapshot(name: Self.unused(name, snapshots.map(\.name)), note: note, graph: graph)
            if verifying { try snapshot.graph.verify(madeBy: snapshots.isEmpty ? nil : snapshot.name) }
            snapshots.append(snapshot)
        }
        try add("captured", "both views, forward into the loss, as they were written", captured)
        func show(_ pass: Pass, _ graph: Graph) throws { try add(pass.name.dashed, pass.invariant, graph) }
        _ = try capturedPasses.run(captured, keeping: kept, after: show)
        try add(Self.differentiation, "the whole step: with the gradients and the update", differentiated)
        let optimized = try passes.run(differentiated, after: show).graph
        self.snapshots = snapshots
        capturedPassCount = capturedPasses.count
        program = try planning(optimized)
    }

    /// Of the architecture.
    public var name: String { snapshots[0].graph.name }

    /// A pass that runs twice is `remove-dead-code` and `remove-dead-code-2`.
    private static func unused(_ name: String, _ taken: [String]) -> String {
        guard taken.contains(name) else { return name }
        let numbers = sequence(first: 2) { $0 + 1 }
        return numbers.lazy.map { "\(name)-\($0)" }.first { !taken.contains($0) } ?? name
    }
}

extension String {
    /// As a word for the command line: `fuse elementwise` and `fuse-elementwise` are one pass.
    package var dashed: String { map { $0 == " " ? "-" : String($0) }.joined() }
}

extension Graph {
    /// - Parameter pass: what made it; nothing for the captured one.
    /// - Throws: a `Diagnostic` with the first few things that are wrong.
    fileprivate func verify(madeBy pass: String?) throws {
        let problems = problems()
        guard let first = problems.first else { return }
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        let made = pass.map { "the pass \($0) broke the graph" } ?? "the captured graph is broken"
        throw Diagnostic("\(made): \(first)\(more)")
    }
}
