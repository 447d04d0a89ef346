import InvarGraph

extension Kernel {
    /// The kernel of a fused node, for operands and results at these places.
    init(_ fused: Fused, operands: [View], results: [View]) {
        if let heart = fused.heart {
            self = .contraction(Contraction(fused, heart: heart, operands, results))
        } else {
            self = .loop(
                LoopNest(
                    fused, Array(fused.graph.outputs.indices), heart: nil, operands, results, keepsLastAxis: false))
        }
    }
}

extension LoopNest {
    /// What makes some outputs of a fused node.
    fileprivate init(
        _ fused: Fused, _ outputs: [Int], heart: NodeID?, _ operands: [View], _ results: [View], keepsLastAxis: Bool
    ) {
        for output in outputs where !fused.stores(output) {
            precondition(results[output].isContiguous, "internal: a reduced result has gaps")
        }
        self.init(
            fused.graph, roots: outputs.map { fused.graph.outputs[$0].node }, heart: heart,
            shape: fused.iterationShape, operands: { operands[$0].strides },
            results: outputs.map { fused.stores($0) ? results[$0].strides : nil }, reduced: fused.reducedAxes ?? [],
            keepsLastAxis: keepsLastAxis)
    }
}

extension Contraction {
    /// The contraction of a fused node, and what is around it.
    fileprivate init(_ fused: Fused, heart: NodeID, _ operands: [View], _ results: [View]) {
        let graph = fused.graph
        let node = graph[heart]
        let sides = node.inputs.map { Operand($0, in: graph, operands) }
        // Its own result goes to its output, or, where it has none, to that of an epilogue's result that is as large and is
        // stored over it.
        let own = graph.outputs.firstIndex { $0.node == heart }
        guard let kind = Kind(node.op), let place = own ?? graph.outputs.indices.first(where: { fused.stores($0) })
        else { internalError("a contraction without a place") }
        let after = graph.outputs.indices.filter { graph.outputs[$0].node != heart }
        self.init(
            kind, sides[0], sides[1], shape: node.type.shape, result: place,
            epilogue: after.isEmpty
                ? nil
                : Epilogue(
                    LoopNest(fused, after, heart: heart, operands, results, keepsLastAxis: true), results: after))
    }
}

extension Contraction.Operand {
    /// An input of the contraction inside a fused node: read as it is, or computed by what comes before.
    fileprivate init(_ id: NodeID, in graph: Graph, _ operands: [View]) {
        var value = id
        if graph[id].op.is(.reshape) { value = graph[id].inputs[0] }
        let (shape, own) = (graph[id].type.shape, graph[value].type.shape)
        if case .input(let name) = graph[value].op {
            self.init(shape, .operand(Fused.operand(named: name)))
        } else {
            let nest = LoopNest(
                graph, roots: [value], shape: own, operands: { operands[$0].strides },
                results: [contiguousStrides(own)], keepsLastAxis: true)
            self.init(shape, .prologue(nest))
        }
    }
}

extension Contraction.Kind {
    /// Nothing for an op that is no contraction.
    package init?(_ op: Op) {
        switch op {
        case .matmul(let transposeA, let transposeB):
            self = .product(transposeA: transposeA, transposeB: transposeB)
        case .convolution(let window): self = .convolution(window)
        case .convolutionInputGradient(let window): self = .inputGradient(window)
        case .convolutionWeightGradient(let window): self = .weightGradient(window)
        case .input, .state, .constant, .iota, .unary, .binary, .compare, .select, .stopGradient, .reduce, .reshape,
            .broadcast, .transpose, .slice, .pad, .concatenate, .maxPool, .maxPoolGradient, .cholesky,
            .triangularSolve, .collective, .assign,
            .fused,
            .result:
            return nil
        }
    }
}
