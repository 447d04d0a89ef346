import InvarGraph

extension LoopNest {
    /// What makes some values of a fused node's inner graph.
    ///
    /// - Parameters:
    ///   - roots: what is stored or reduced, in order.
    ///   - heart: the contraction that the nest follows; where it precedes one, or there is none, nothing.
    ///   - shape: the iteration space, before its axes are merged.
    ///   - operands: strides of the step's operand of a number, over that space, in elements.
    ///   - results: for each root its strides over that space; nil for a reduced one.
    ///   - reduced: the axes that reductions run along.
    ///   - keepsLastAxis: the last axis is merged with no other.
    init(
        _ graph: Graph, roots: [NodeID], heart: NodeID? = nil, shape: [Int], operands: (Int) -> [Int],
        results: [[Int]?], reduced: [Int] = [], keepsLastAxis: Bool
    ) {
        let builder = NestBuilder(graph, roots: roots, heart: heart)
        let strides =
            builder.memories.map { memory in
                switch memory {
                case .operand(let number): operands(number)
                case .contraction: contiguousStrides(shape)
                case .index: preconditionFailure("internal: an index among what is loaded")
                }
            } + builder.indexedAxes.map { axis in shape.indices.map { $0 == axis ? 1 : 0 } }
        let merged = MergedSpace(
            shape, strides + results.compactMap { $0 }, reduced: Set(reduced), keepsLastAxis: keepsLastAxis)
        let memories = builder.memories + builder.indexedAxes.map { _ in .index }
        var places = merged.strides.dropFirst(memories.count)
        self.init(
            axes: merged.axes, sources: zip(memories, merged.strides).map(Source.init(_:strides:)),
            instructions: builder.instructions,
            results: zip(roots, results).map { root, strides in
                if strides != nil { return Result(builder.value(of: root), .store(places.removeFirst())) }
                guard case .reduce(let kind, _) = graph[root].op else {
                    internalError("a result that is neither stored nor reduced")
                }
                return Result(builder.value(of: graph[root].inputs[0]), .reduce(kind))
            })
    }
}

/// The instructions that make some nodes of an inner graph, and what they read.
private struct NestBuilder {
    private(set) var instructions: [LoopNest.Instruction] = []
    /// Of the sources with memory, which come before the others.
    private(set) var memories: [LoopNest.Source.Memory] = []
    /// Of the sources without.
    private(set) var indexedAxes: [Int] = []
    private var values: [NodeID: Int] = [:]

    init(_ graph: Graph, roots: [NodeID], heart: NodeID?) {
        var needed: Set<NodeID> = []
        var pending = roots
        while let id = pending.popLast() {
            if needed.insert(id).inserted, id != heart { pending.append(contentsOf: graph[id].inputs) }
        }
        let order = needed.sorted()
        memories = order.compactMap { id in
            if id == heart { return .contraction }
            if case .input(let name) = graph[id].op { return .operand(Fused.operand(named: name)) }
            return nil
        }
        var loads = 0
        for id in order {
            let node = graph[id]
            if id == heart || node.op.is(.input) {
                values[id] = append(.load(loads))
                loads += 1
            } else if node.op.is(.reshape) {
                values[id] = value(of: node.inputs[0])
            } else if !node.op.is(.reduce) {
                values[id] = append(instruction(node))
            }
        }
    }

    private mutating func append(_ instruction: LoopNest.Instruction) -> Int {
        instructions.append(instruction)
        return instructions.count - 1
    }

    func value(of id: NodeID) -> Int {
        guard let known = values[id] else { internalError("\(id) is used before it is made") }
        return known
    }

    private mutating func instruction(_ node: Node) -> LoopNest.Instruction {
        let inputs = node.inputs.map(value)
        switch node.op {
        case .constant(let value): return .constant(value)
        case .iota(let axis):
            indexedAxes.append(axis)
            return .index(memories.count + indexedAxes.count - 1)
        case .unary(let kind): return .unary(kind, inputs[0])
        case .binary(let kind): return .binary(kind, inputs[0], inputs[1])
        case .compare(let kind): return .compare(kind, inputs[0], inputs[1])
        case .select: return .select(inputs[0], inputs[1], inputs[2])
        case .input, .state, .stopGradient, .reduce, .reshape, .broadcast, .transpose, .slice, .pad, .concatenate,
            .matmul, .convolution, .convolutionInputGradient, .convolutionWeightGradient, .maxPool, .maxPoolGradient,
            .cholesky, .triangularSolve, .collective, .assign, .fused, .result:
            internalError("\(node.op.mnemonic) inside a nest")
        }
    }
}

/// A space of as few axes as the ways allow in which it is walked.
private struct MergedSpace {
    private(set) var axes: [LoopNest.Axis] = []
    /// Of each way, along each of the axes.
    private(set) var strides: [[Int]]

    init(_ shape: [Int], _ walks: [[Int]], reduced: Set<Int>, keepsLastAxis: Bool) {
        strides = walks.map { _ in [] }
        for (index, size) in shape.enumerated() {
            let isKept = keepsLastAxis && index == shape.count - 1
            if size == 1, !isKept { continue }
            let axis = LoopNest.Axis(size, isReduced: reduced.contains(index))
            if let last = axes.last, !isKept, last.isReduced == axis.isReduced,
                walks.indices.allSatisfy({ strides[$0][axes.count - 1] == walks[$0][index] * size })
            {
                axes[axes.count - 1].size *= size
                for walk in walks.indices { strides[walk][axes.count - 1] = walks[walk][index] }
            } else {
                axes.append(axis)
                for walk in walks.indices { strides[walk].append(walks[walk][index]) }
            }
        }
    }
}
