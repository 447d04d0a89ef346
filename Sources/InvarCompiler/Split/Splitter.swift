import InvarGraph

/// Writes one rank's part of a step, node by node: what a node becomes, and where its value then is, follows from where its
/// operands are. Whatever cannot be computed from parts is computed of wholes, so that the result is right for any graph.
struct Splitter {
    let graph: Graph
    let ranks: Ranks
    var rebuild: Rebuild
    /// Where each value that is written lies.
    private(set) var placings: [Placing]
    /// How many read each value.
    private let readers: [Int]
    /// Which updates of parameters ranks share.
    let updates: UpdateRegion

    init(_ graph: Graph, over ranks: Ranks, sharing updates: [SharedUpdate]) {
        (self.graph, self.ranks) = (graph, ranks)
        self.updates = UpdateRegion(graph, updates)
        rebuild = Rebuild(graph)
        placings = [Placing](repeating: .whole, count: graph.nodes.count)
        let live = graph.isLive
        var readers = [Int](repeating: 0, count: graph.nodes.count)
        for id in graph.ids where live[id.index] {
            for input in graph[id].inputs { readers[input.index] += 1 }
        }
        for output in graph.outputs { readers[output.node.index] += 1 }
        self.readers = readers
    }

    /// The whole graph. States' new values are whole but for those that are shared out, and so are outputs but for those that have
    /// the images along their first axis: as of an input of that kind, each rank has its part of them.
    mutating func run() -> Rebuilt {
        let live = graph.isLive
        for id in graph.ids where live[id.index] {
            let (node, placing) = write(id)
            rebuild[id] = node
            placings[id.index] = placing
        }
        let outputs = graph.outputs.map { output in
            (output.name, placings[output.node.index].isOfImages ? rebuild[output.node] : whole(output.node))
        }
        var result = rebuild.new
        for (name, node) in outputs { result.output(name, node) }
        return Rebuilt(graph: result, renamed: rebuild.renamed)
    }

    private mutating func write(_ id: NodeID) -> (NodeID, Placing) {
        let node = graph[id]
        switch node.op {
        case .input: return input(id, node)
        case .state(let name): return emit(updates.parts[name].map { .split($0) } ?? .whole, [], like: id)
        case .constant, .iota: return emit(.whole, [], like: id)
        case .unary, .binary, .compare, .select, .stopGradient: return elementwise(id, node)
        case .reduce(let kind, let axes): return reduction(id, node, kind, axes)
        case .reshape: return reshape(id, node)
        case .broadcast: return broadcast(id, node)
        case .transpose(let order): return transpose(id, node, order)
        case .slice(let starts): return slice(id, node, starts)
        case .pad(let low): return pad(id, node, low)
        case .concatenate(let axis): return concatenation(id, node, axis)
        case .matmul(let transposeA, let transposeB): return product(id, node, transposeA, transposeB)
        case .convolution, .convolutionInputGradient: return convolution(id, node)
        case .convolutionWeightGradient: return weightGradient(id, node)
        case .maxPool, .maxPoolGradient: return pooling(id, node)
        case .cholesky, .triangularSolve: return emit(.whole, node.inputs.map { whole($0) }, like: id)
        case .assign(let name):
            guard let axis = updates.parts[name] else { return emit(.whole, [whole(node.inputs[0])], like: id) }
            return emit(.split(axis), [part(node.inputs[0], axis)], like: id)
        case .collective, .fused, .result: internalError("a step is split once, and before fusion")
        }
    }

    /// What a step is given for each image (views, random numbers) has the images along its first axis. Other inputs are whole.
    private mutating func input(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        emit(node.type.shape.first == ranks.batch ? .split(BatchAxis(axis: 0)) : .whole, [], like: id)
    }

    // MARK: For all ops

    func isLastReader(of id: NodeID) -> Bool { readers[id.index] == 1 }

    /// A node's own op on new operands, for a value that is there afterwards.
    mutating func emit(_ placing: Placing, _ operands: [NodeID], like id: NodeID, _ op: Op? = nil) -> (NodeID, Placing)
    {
        (insert(op ?? graph[id].op, operands, type(graph[id].type, placing), like: id), placing)
    }

    /// What belongs to a node of the old graph: its name, its line, and the half that it is in.
    mutating func insert(_ op: Op, _ operands: [NodeID], _ type: TensorType, like id: NodeID) -> NodeID {
        let old = graph[id]
        return rebuild.insert(
            Node(
                op, operands, type: type, name: old.name, site: old.site,
                adjointOf: old.adjointOf.flatMap { rebuild.forward(of: $0) }))
    }

    /// What a rank has of a value of this type.
    func type(_ type: TensorType, _ placing: Placing) -> TensorType {
        guard let axis = placing.axis?.axis else { return type }
        var part = type
        part.shape[axis] /= ranks.parts
        return part
    }

    /// How many images lie along an axis of a value: the batch's, but for a piece of state that is shared out.
    func images(of id: NodeID, along axis: BatchAxis) -> Int {
        graph[id].type.shape[axis.axis] / (axis.groups * axis.inner)
    }

    /// Batches of so many images in an axis of this size; nothing where the axis does not hold whole ones.
    func batches(of images: Int, _ size: Int, along axis: BatchAxis) -> BatchAxis? {
        let one = images * axis.inner
        return size > 0 && size % one == 0
            ? BatchAxis(axis: axis.axis, groups: size / one, inner: axis.inner) : nil
    }
}
