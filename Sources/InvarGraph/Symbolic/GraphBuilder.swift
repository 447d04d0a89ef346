/// Grows a graph while layers, losses, derivatives and updates are written down with `Tensor`s.
///
/// A user's mistake does not stop the writing (operators such as `+` cannot throw): the first one is kept, what depends
/// on it computes nothing, and `finish()` throws it.
public final class GraphBuilder {
    /// What has been written so far.
    public package(set) var graph: Graph
    /// The mistakes so far, in their order.
    public private(set) var diagnostics: [Diagnostic] = []

    private var inputTypes: [String: TensorType] = [:]
    private var stateTypes: [String: TensorType] = [:]
    private var assigned: Set<String> = []

    /// Path and line that new nodes get.
    package var name = ""
    package var site: Site?
    /// The forward node that new nodes are the derivative of.
    package var adjointOf: NodeID?

    /// - Parameter name: what dumps call the graph.
    public init(_ name: String = "graph") { graph = Graph(name) }

    package init(extending graph: Graph) {
        self.graph = graph
        for node in graph.nodes {
            guard let name = node.op.valueName else { continue }
            if node.op.is(.input) { inputTypes[name] = node.type } else { stateTypes[name] = node.type }
            if node.op.is(.assign) { assigned.insert(name) }
        }
    }

    /// Keeps a mistake, which `finish()` throws if it is the first.
    ///
    /// - Parameters:
    ///   - message: what was found, and what to do about it.
    ///   - place: the line that it is about; the line at hand where it is not given.
    public func report(_ message: String, at place: Site? = nil) {
        diagnostics.append(Diagnostic(message, at: place ?? site))
    }

    /// The graph. Throws the first `Diagnostic` where there was a mistake.
    public func finish() throws -> Graph {
        if let first = diagnostics.first { throw first }
        return graph
    }

    /// A value that a caller gives for every step. One name has one type.
    public func input(_ name: String, _ type: TensorType) -> Tensor {
        leaf(.input(name), "input \(name)", type, &inputTypes[name])
    }

    /// The value that a named piece of state has when the step starts. One name has one type.
    public func state(_ name: String, _ type: TensorType) -> Tensor {
        leaf(.state(name), "state \(name)", type, &stateTypes[name])
    }

    private func leaf(_ op: Op, _ title: String, _ type: TensorType, _ known: inout TensorType?) -> Tensor {
        if let known, known != type {
            report("\(title) is \(known), and cannot be \(type) as well")
            return Tensor(builder: self, id: nil, type: type)
        }
        known = type
        return emit(op, [], type)
    }

    /// Every element is `value`.
    public func constant(_ value: Double, _ type: TensorType = TensorType([])) -> Tensor {
        emit(.constant(value), [], type)
    }

    /// The value that a named piece of state has when the step is over: given once, and of the state's type.
    public func assign(_ name: String, _ value: Tensor) {
        if let known = stateTypes[name], known != value.type, value.id != nil {
            return report("state \(name) is \(known), but \(value.type) is assigned to it")
        }
        guard assigned.insert(name).inserted else { return report("state \(name) is assigned twice") }
        stateTypes[name] = value.type
        _ = emit(.assign(name), [value])
    }

    /// What a caller may read after a step, under a name of its own.
    public func output(_ name: String, _ value: Tensor) {
        guard graph.output(named: name) == nil else { return report("two outputs are named \(name)") }
        guard value.builder === self else { return report("output \(name) is a tensor of another graph") }
        if let id = value.id { graph.output(name, id) }
    }

    /// A node of this graph as a value to compute with.
    public func tensor(_ id: NodeID) -> Tensor { Tensor(builder: self, id: id, type: graph[id].type) }

    // Parts of a node, without a copy of all of it: rules ask for nothing else, and often.
    package func op(of id: NodeID) -> Op { graph.nodes[id.index].op }
    package func inputs(of id: NodeID) -> [NodeID] { graph.nodes[id.index].inputs }
    package func distinctInputs(of id: NodeID) -> [NodeID] { graph.nodes[id.index].distinctInputs }
    package func type(of id: NodeID) -> TensorType { graph.nodes[id.index].type }

    /// Inserts a node after its shape rule has passed; a mistake is reported with the line at hand.
    package func emit(_ op: Op, _ operands: [Tensor], _ declared: TensorType? = nil) -> Tensor {
        var inputs: [NodeID] = []
        for operand in operands {
            guard operand.builder === self else {
                report("\(op.mnemonic): an operand, \(operand.type), is a tensor of another graph")
                return Tensor(builder: self, id: nil, type: declared ?? operand.type)
            }
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
