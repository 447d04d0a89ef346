/// Grows a graph while layers, losses, derivatives and updates are written down with `Tensor`s.
///
/// A user's mistake does not stop the writing (operators such as `+` cannot throw): the first one is kept, what depends
/// on it computes nothing, and `finish()` throws it.
public final class GraphBuilder {
    public package(set) var graph: Graph
    public private(set) var diagnostics: [Diagnostic] = []

    /// Path and line that new nodes get.
    package var name = ""
    package var site: Site?
    /// The forward node that new nodes are the derivative of.
    package var adjointOf: NodeID?

    public init(_ name: String = "graph") { graph = Graph(name) }

    package init(extending graph: Graph) { self.graph = graph }

    public func report(_ message: String, at place: Site? = nil) {
        diagnostics.append(Diagnostic(message, at: place ?? site))
    }

    /// The graph. Throws the first `Diagnostic` where there was a mistake.
    public func finish() throws -> Graph {
        if let first = diagnostics.first { throw first }
        return graph
    }

    /// A value that a caller gives for every step.
    public func input(_ name: String, _ type: TensorType) -> Tensor { emit(.input(name), [], type) }

    /// The value that a named piece of state has when the step starts.
    public func state(_ name: String, _ type: TensorType) -> Tensor { emit(.state(name), [], type) }

    /// Every element is `value`.
    public func constant(_ value: Double, _ type: TensorType = TensorType([])) -> Tensor {
        emit(.constant(value), [], type)
    }

    /// The value that a named piece of state has when the step is over.
    public func assign(_ name: String, _ value: Tensor) {
        _ = emit(.assign(name), [value])
    }

    public func output(_ name: String, _ value: Tensor) {
        if let id = value.id { graph.output(name, id) }
    }

    package func tensor(_ id: NodeID) -> Tensor { Tensor(builder: self, id: id, type: graph[id].type) }

    /// Inserts a node after its shape rule has passed; a mistake is reported with the line at hand.
    package func emit(_ op: Op, _ operands: [Tensor], _ declared: TensorType? = nil) -> Tensor {
        var inputs: [NodeID] = []
        for operand in operands {
            guard let id = operand.id else { return Tensor(builder: self, id: nil, type: declared ?? operand.type) }
            inputs.append(id)
        }
        do {
            let type = try resultType(of: op, operands.map(\.type), declared: declared)
            let id = graph.insert(Node(op, inputs, type: type, name: name, site: site, adjointOf: adjointOf))
            return Tensor(builder: self, id: id, type: type)
        } catch {
            report("\(op.mnemonic): \(error.message)", at: site ?? inputs.lazy.compactMap { self.graph[$0].site }.first)
            return Tensor(builder: self, id: nil, type: declared ?? operands.first?.type ?? TensorType([]))
        }
    }
}
