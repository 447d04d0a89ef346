import InvarGraph

extension Program {
    /// Plans the execution of an optimized graph: movement becomes views where it can, each other node a step, and every
    /// intermediate result gets its place in the arena.
    public init(planning graph: Graph) {
        var planner = Planner(graph)
        planner.plan()
        self = planner.program
        overlapExchanges()
        runInPlace()
        placeInArena()
    }
}

/// Walks a graph once and writes the steps.
private struct Planner {
    let graph: Graph
    let live: [Bool]
    let placement: Placement
    var program: Program
    /// Where the value of each node lies.
    var views: [View?]
    /// All results of each fused node.
    var results: [NodeID: [View]] = [:]
    /// Buffers of states and inputs, by their group; of concatenations, by their node.
    var leafBuffers: [Leaf: Int] = [:]
    var named: Set<Leaf> = []
    var wholes: [NodeID: View] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        live = graph.isLive
        placement = Placement(graph, live)
        program = Program(name: graph.name, element: graph.nodes.first?.type.element ?? .float32)
        views = [View?](repeating: nil, count: graph.nodes.count)
    }

    mutating func plan() {
        var copies: [(target: View, value: NodeID)] = []
        for id in graph.ids where live[id.index] {
            if case .assign(let name) = graph[id].op {
                let (value, target) = (graph[id].inputs[0], leaf(.state(name), graph[id].type))
                if view(value) != target { copies.append((target, value)) }
                views[id.index] = view(value)
            } else {
                views[id.index] = lower(id)
            }
        }
        // Every step that reads a state's old value has run by here. What could not be written in place is copied now,
        // after the old values that outputs and other states still need have been put out of its way.
        let overwritten = copies.map(\.target)
        for output in graph.outputs {
            program.outputs.append(Program.NamedView(name: output.name, view: stableView(output.node, overwritten)))
        }
        let sources = copies.map { stableView($0.value, overwritten) }
        for (assignment, source) in zip(copies, sources) { copy(source, to: assignment.target, like: assignment.value) }
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

    /// Where an input or a piece of state lies: in a buffer of its own, or beside those that it is concatenated with.
    private mutating func leaf(_ leaf: Leaf, _ type: TensorType) -> View {
        let (group, offset) = placement.leafPlaces[leaf] ?? ([leaf], 0)
        let buffer = leafBuffers[group[0]] ?? newBuffer(leaf.storage, placement.leafTypes(group, type))
        leafBuffers[group[0]] = buffer
        let view = View(buffer: buffer, offset: offset, shape: type.shape, strides: contiguousStrides(type.shape))
        if named.insert(leaf).inserted {
            let named = Program.NamedView(name: leaf.name, view: view)
            if leaf.isState { program.states.append(named) } else { program.inputs.append(named) }
        }
        return view
    }

    /// Where the result of a step goes.
    private mutating func newResult(_ id: NodeID) -> View {
        let type = graph[id].type
        switch placement.destinations[id] {
        case nil:
            return View(buffer: newBuffer(.arena(offset: 0), type), shape: type.shape)
        case .state(let state):
            let place = leaf(.state(state), placement.type(of: state) ?? type)
            return place.reshaped(type.shape)
        case .part(let whole, let offset):
            var place = self.whole(whole)
            place.offset += offset
            return place.reshaped(type.shape)
        }
    }

    /// Where a concatenation lies whose parts are written in their places.
    private mutating func whole(_ id: NodeID) -> View {
        if let known = wholes[id] { return known }
        let view = newResult(id)
        wholes[id] = view
        return view
    }

    // MARK: Steps

    private mutating func lower(_ id: NodeID) -> View {
        let node = graph[id]
        switch node.op {
        case .input(let name):
            return leaf(.input(name), node.type)
        case .state(let name):
            return leaf(.state(name), node.type)
        case .constant, .iota, .unary, .binary, .compare, .select, .reduce:
            return loop(alone(node), node.inputs.map(view), into: newResult(id), like: id)
        case .stopGradient:
            return view(node.inputs[0])
        case .reshape:
            return contiguous(node.inputs[0]).reshaped(node.type.shape)
        case .broadcast:
            return moved(node) { source in
                for axis in source.shape.indices where source.shape[axis] != node.type.shape[axis] {
                    source.strides[axis] = 0
                }
            }
        case .transpose(let order):
            return moved(node) { source in source.strides = order.map { source.strides[$0] } }
        case .slice(let starts):
            return moved(node) { $0.offset += $0.distance(to: starts) }
        case .pad(let low):
            let result = newResult(id)
            loop(filled(node.type, 0), [], into: result, like: id)
            copy(view(node.inputs[0]), to: part(of: result, at: low, like: node.inputs[0]), like: id)
            return result
        case .concatenate(let axis):
            return concatenation(id, node, axis)
        case .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient:
            return contraction(id, node)
        case .maxPool(let window):
            return step(.maxPool(window), node.inputs.map { contiguous($0) }, into: newResult(id), like: id)
        case .maxPoolGradient(let window):
            return step(.maxPoolGradient(window), node.inputs.map { contiguous($0) }, into: newResult(id), like: id)
        case .cholesky:
            return step(.cholesky, node.inputs.map { contiguous($0) }, into: newResult(id), like: id)
        case .triangularSolve(let transposed):
            return step(
                .triangularSolve(transposed: transposed), node.inputs.map { contiguous($0) }, into: newResult(id),
                like: id)
        case .collective(let collective):
            return step(
                .collective(collective, .whole), node.inputs.map { contiguous($0) }, into: newResult(id), like: id)
        case .fused(let fused):
            return self.fused(id, fused)
        case .result(let index):
            guard let views = results[node.inputs[0]] else { internalError("\(id) has no kernel") }
            return views[index]
        case .assign:
            internalError("assignments are not lowered here")
        }
    }

    private mutating func fused(_ id: NodeID, _ fused: Fused) -> View {
        let node = graph[id]
        let operands = node.inputs.enumerated().map { index, input in
            fused.feedsHeart(index) ? contiguous(input) : view(input)
        }
        let places = fused.graph.outputs.indices.map { index in
            guard let result = index == 0 ? id : placement.resultNodes[id]?[index] else {
                let type = fused.graph[fused.graph.outputs[index].node].type
                return View(buffer: newBuffer(.arena(offset: 0), type), shape: type.shape)
            }
            return newResult(result)
        }
        results[id] = places
        append(Kernel(fused, operands: operands, results: places), operands, places, like: id)
        return places[0]
    }

    /// A contraction by itself. A matrix that is multiplied with itself is one operand.
    private mutating func contraction(_ id: NodeID, _ node: Node) -> View {
        guard let kind = Contraction.Kind(node.op) else { internalError("\(node.op.mnemonic) is no contraction") }
        let operands = node.inputs.map { contiguous($0) }
        let isSquare = operands[0] == operands[1]
        let kernel = Contraction(
            kind, Contraction.Operand(operands[0].shape, .operand(0)),
            Contraction.Operand(operands[1].shape, .operand(isSquare ? 0 : 1)), shape: node.type.shape)
        return step(.contraction(kernel), isSquare ? [operands[0]] : operands, into: newResult(id), like: id)
    }

    private mutating func concatenation(_ id: NodeID, _ node: Node, _ axis: Int) -> View {
        if let group = placement.leafGroups[id] {
            return leaf(group[0], graph[placement.leafNodes[group[0]] ?? id].type).reshaped(node.type.shape)
        }
        let result = whole(id)
        var starts = [Int](repeating: 0, count: node.type.rank)
        for input in node.inputs {
            let place = part(of: result, at: starts, like: input)
            if !view(input).isSameMemory(as: place) { copy(view(input), to: place, like: id) }
            starts[axis] += graph[input].type.shape[axis]
        }
        return result
    }

    /// The same elements, seen in another way.
    private func moved(_ node: Node, _ look: (inout View) -> Void) -> View {
        var source = view(node.inputs[0])
        look(&source)
        source.shape = node.type.shape
        return source
    }

    private func part(of whole: View, at starts: [Int], like id: NodeID) -> View {
        View(
            buffer: whole.buffer, offset: whole.offset + whole.distance(to: starts), shape: graph[id].type.shape,
            strides: whole.strides)
    }

    private mutating func contiguous(_ id: NodeID) -> View {
        let source = view(id)
        guard !source.isContiguous else { return source }
        let result = View(buffer: newBuffer(.arena(offset: 0), graph[id].type), shape: source.shape)
        copy(source, to: result, like: id)
        return result
    }

    /// The value where no copy into one of the `overwritten` views can change it.
    private mutating func stableView(_ id: NodeID, _ overwritten: [View]) -> View {
        let source = view(id)
        let isSafe = overwritten.allSatisfy { $0.buffer != source.buffer || !$0.extent.overlaps(source.extent) }
        guard !isSafe else { return source }
        let result = View(buffer: newBuffer(.arena(offset: 0), graph[id].type), shape: source.shape)
        copy(source, to: result, like: id)
        return result
    }

    @discardableResult
    private mutating func step(_ kernel: Kernel, _ operands: [View], into result: View, like id: NodeID) -> View {
        append(kernel, operands, [result], like: id)
        return result
    }

    @discardableResult
    private mutating func loop(_ fused: Fused, _ operands: [View], into result: View, like id: NodeID) -> View {
        step(Kernel(fused, operands: operands, results: [result]), operands, into: result, like: id)
    }

    private mutating func append(_ kernel: Kernel, _ operands: [View], _ results: [View], like id: NodeID) {
        let node = graph[id]
        program.steps.append(
            Step(
                kernel, operands, results, of: program.element, name: node.name, site: node.site,
                isBackward: node.adjointOf != nil))
    }

    private mutating func copy(_ source: View, to result: View, like id: NodeID) {
        loop(identity(TensorType(source.shape, program.element)), [source], into: result, like: id)
    }

    // MARK: One op as a kernel of its own

    private func alone(_ node: Node) -> Fused {
        var inner = Graph("fused")
        let inputs = node.inputs.enumerated().map { index, input in
            inner.insert(Node(.input("\(index)"), type: graph[input].type))
        }
        inner.output("0", inner.insert(Node(node.op, inputs, type: node.type)))
        return Fused(inner)
    }

    private func identity(_ type: TensorType) -> Fused {
        var inner = Graph("copy")
        inner.output("0", inner.insert(Node(.input("0"), type: type)))
        return Fused(inner)
    }

    private func filled(_ type: TensorType, _ value: Double) -> Fused {
        var inner = Graph("fill")
        inner.output("0", inner.insert(Node(.constant(value), type: type)))
        return Fused(inner)
    }
}

extension Fused {
    /// Whether the contraction reads this operand as it is.
    func feedsHeart(_ operand: Int) -> Bool {
        guard let heart else { return false }
        return graph[heart].inputs.contains { input in
            if case .input(let name) = graph[input].op { name == "\(operand)" } else { false }
        }
    }
}

extension View {
    /// The elements of the buffer from the first to the last that it touches.
    var extent: ClosedRange<Int> {
        offset...(offset + zip(shape, strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 })
    }

    /// From the first element to the one at these indices, in elements.
    func distance(to indices: [Int]) -> Int { zip(indices, strides).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The elements from the first on as a contiguous tensor of another shape.
    func reshaped(_ shape: [Int]) -> View {
        View(buffer: buffer, offset: offset, shape: shape, strides: contiguousStrides(shape))
    }

    /// Whether both name the same elements in the same row-major order.
    func isSameMemory(as other: View) -> Bool {
        buffer == other.buffer && offset == other.offset && count == other.count
            && (self == other || (isContiguous && other.isContiguous))
    }
}
