import InvarGraph

extension Program {
    /// Plans the execution of an optimized graph: movement becomes views where it can, each other node a step, and every
    /// intermediate result gets its place in the arena.
    public init(planning graph: Graph) {
        var planner = Planner(graph)
        planner.plan()
        self = planner.program
        placeInArena()
    }
}

/// Walks a graph once and writes the steps.
private struct Planner {
    let graph: Graph
    let live: [Bool]
    var program: Program
    /// Where the value of each node lies.
    var views: [View?]
    /// Nodes whose kernel writes right into the state that they are assigned to.
    var inPlace: [NodeID: String] = [:]
    var stateBuffers: [String: Int] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        live = graph.isLive
        program = Program(name: graph.name, element: graph.nodes.first?.type.element ?? .float32)
        views = [View?](repeating: nil, count: graph.nodes.count)
    }

    mutating func plan() {
        findInPlaceAssignments()
        var copies: [(target: Int, value: NodeID)] = []
        for id in graph.ids where live[id.index] {
            if case .assign(let name) = graph[id].op {
                let (value, target) = (graph[id].inputs[0], stateBuffer(name, graph[id].type))
                let isThere = view(value) == View(buffer: target, shape: graph[id].type.shape)
                if !isThere { copies.append((target, value)) }
                views[id.index] = view(value)
            } else {
                views[id.index] = lower(id)
            }
        }
        // Every step that reads a state's old value has run by here. What could not be written in place is copied now,
        // after the old values that outputs and other states still need have been put out of its way.
        let overwritten = Set(copies.map(\.target))
        for output in graph.outputs {
            program.outputs.append(Program.Output(name: output.name, view: stableView(output.node, overwritten)))
        }
        let sources = copies.map { stableView($0.value, overwritten) }
        for (assignment, source) in zip(copies, sources) {
            copy(source, to: View(buffer: assignment.target, shape: source.shape), like: assignment.value)
        }
    }

    /// A node's kernel may write into the state it is assigned to if nothing reads the old value later, and the kernel
    /// itself reads it, if at all, at the position that it writes.
    private mutating func findInPlaceAssignments() {
        var lastReader: [String: NodeID] = [:]
        var aliases = [Set<String>](repeating: [], count: graph.nodes.count)
        for id in graph.ids where live[id.index] {
            let node = graph[id]
            // What is assigned is read when all steps are over.
            let reader = if case .assign = node.op { lastNode } else { id }
            for input in node.inputs { for state in aliases[input.index] { lastReader[state] = max(lastReader[state] ?? reader, reader) } }
            switch node.op {
            case .state(let name): aliases[id.index] = [name]
            case .reshape, .broadcast, .transpose, .slice, .stopGradient, .assign:
                aliases[id.index] = aliases[node.inputs[0].index]
            default: break
            }
        }
        for output in graph.outputs { for state in aliases[output.node.index] { lastReader[state] = lastNode } }
        var taken: Set<NodeID> = []
        for id in graph.assignments {
            guard case .assign(let name) = graph[id].op else { continue }
            let value = graph[id].inputs[0]
            guard case .fused(let fused) = graph[value].op, !fused.isReduction, taken.insert(value).inserted,
                (lastReader[name] ?? value) <= value, readsStraight(value, name)
            else { continue }
            inPlace[value] = name
        }
    }

    private var lastNode: NodeID { NodeID(graph.nodes.count) }

    private func readsStraight(_ id: NodeID, _ state: String) -> Bool {
        graph[id].inputs.allSatisfy { input in
            switch graph[input].op {
            case .reshape, .broadcast, .transpose, .slice, .stopGradient:
                !source(of: input, is: state)
            default: true
            }
        }
    }

    private func source(of id: NodeID, is state: String) -> Bool {
        switch graph[id].op {
        case .state(let name): name == state
        case .reshape, .broadcast, .transpose, .slice, .stopGradient: source(of: graph[id].inputs[0], is: state)
        default: false
        }
    }

    // MARK: Buffers

    private func view(_ id: NodeID) -> View {
        guard let view = views[id.index] else { internalError("\(id) has no place yet") }
        return view
    }

    private mutating func newBuffer(_ storage: Buffer.Storage, _ type: TensorType) -> Int {
        program.buffers.append(Buffer(storage: storage, type: type))
        return program.buffers.count - 1
    }

    private mutating func stateBuffer(_ name: String, _ type: TensorType) -> Int {
        if let known = stateBuffers[name] { return known }
        let buffer = newBuffer(.state(name), type)
        stateBuffers[name] = buffer
        return buffer
    }

    private mutating func newResult(_ id: NodeID) -> View {
        let type = graph[id].type
        let buffer =
            if let state = inPlace[id] { stateBuffer(state, type) } else { newBuffer(.arena(offset: 0), type) }
        return View(buffer: buffer, shape: type.shape)
    }

    // MARK: Steps

    private mutating func lower(_ id: NodeID) -> View {
        let node = graph[id]
        switch node.op {
        case .input(let name):
            return View(buffer: newBuffer(.input(name), node.type), shape: node.type.shape)
        case .state(let name):
            return View(buffer: stateBuffer(name, node.type), shape: node.type.shape)
        case .constant, .iota, .unary, .binary, .compare, .select, .reduce:
            return step(alone(node), node.inputs.map(view), into: newResult(id), like: id)
        case .stopGradient:
            return view(node.inputs[0])
        case .reshape:
            let source = contiguous(node.inputs[0])
            return View(buffer: source.buffer, offset: source.offset, shape: node.type.shape,
                strides: contiguousStrides(node.type.shape))
        case .broadcast, .transpose, .slice:
            return moved(node)
        case .pad(let low):
            let result = newResult(id)
            step(filled(node.type, 0), [], into: result, like: id)
            copy(view(node.inputs[0]), to: part(of: result, at: low, like: node.inputs[0]), like: id)
            return result
        case .concatenate(let axis):
            let result = newResult(id)
            var starts = [Int](repeating: 0, count: node.type.rank)
            for input in node.inputs {
                copy(view(input), to: part(of: result, at: starts, like: input), like: id)
                starts[axis] += graph[input].type.shape[axis]
            }
            return result
        case .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient:
            let operands = node.inputs.map { contiguous($0) }
            return step(node.op, operands, into: newResult(id), like: id)
        case .fused:
            return step(node.op, node.inputs.map(view), into: newResult(id), like: id)
        case .assign:
            internalError("assignments are not lowered here")
        }
    }

    private func moved(_ node: Node) -> View {
        var source = view(node.inputs[0])
        switch node.op {
        case .broadcast:
            for axis in source.shape.indices where source.shape[axis] != node.type.shape[axis] {
                source.strides[axis] = 0
            }
        case .transpose(let order):
            source.strides = order.map { source.strides[$0] }
        case .slice(let starts):
            source.offset += zip(starts, source.strides).reduce(0) { $0 + $1.0 * $1.1 }
        default:
            internalError("\(node.op) is no view")
        }
        source.shape = node.type.shape
        return source
    }

    private func part(of whole: View, at starts: [Int], like id: NodeID) -> View {
        View(
            buffer: whole.buffer, offset: whole.offset + zip(starts, whole.strides).reduce(0) { $0 + $1.0 * $1.1 },
            shape: graph[id].type.shape, strides: whole.strides)
    }

    private mutating func contiguous(_ id: NodeID) -> View {
        let source = view(id)
        guard !source.isContiguous else { return source }
        let result = View(buffer: newBuffer(.arena(offset: 0), graph[id].type), shape: source.shape)
        copy(source, to: result, like: id)
        return result
    }

    /// The value where no copy into one of the `overwritten` buffers can change it.
    private mutating func stableView(_ id: NodeID, _ overwritten: Set<Int>) -> View {
        let source = view(id)
        guard overwritten.contains(source.buffer) else { return source }
        let result = View(buffer: newBuffer(.arena(offset: 0), graph[id].type), shape: source.shape)
        copy(source, to: result, like: id)
        return result
    }

    @discardableResult
    private mutating func step(_ op: Op, _ operands: [View], into result: View, like id: NodeID) -> View {
        let node = graph[id]
        let read = Set(operands).reduce(0) { $0 + $1.distinctCount }
        program.steps.append(
            Step(
                op: op, operands: operands, result: result, name: node.name, site: node.site,
                isBackward: node.adjointOf != nil,
                flops: flops(op, operands: operands.map(\.shape), result: result.shape),
                bytes: (read + result.count) * program.element.byteCount))
        return result
    }

    private mutating func copy(_ source: View, to result: View, like id: NodeID) {
        step(identity(TensorType(source.shape, program.element)), [source], into: result, like: id)
    }

    // MARK: One op as a kernel of its own

    private func alone(_ node: Node) -> Op {
        var inner = Graph("fused")
        let inputs = node.inputs.enumerated().map { index, input in
            inner.insert(Node(.input("\(index)"), type: graph[input].type))
        }
        inner.output("0", inner.insert(Node(node.op, inputs, type: node.type)))
        return .fused(Fused(inner))
    }

    private func identity(_ type: TensorType) -> Op {
        var inner = Graph("copy")
        inner.output("0", inner.insert(Node(.input("0"), type: type)))
        return .fused(Fused(inner))
    }

    private func filled(_ type: TensorType, _ value: Double) -> Op {
        var inner = Graph("fill")
        inner.output("0", inner.insert(Node(.constant(value), type: type)))
        return .fused(Fused(inner))
    }
}

extension Fused {
    /// Whether the result is smaller than the iteration space.
    public var isReduction: Bool {
        if case .reduce = graph[graph.outputs[0].node].op { true } else { false }
    }
}
