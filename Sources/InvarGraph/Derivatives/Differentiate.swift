extension GraphBuilder {
    /// The gradient of a scalar with respect to each of the tensors, written as further nodes of the same graph
    /// (reverse mode). Each new node remembers the forward node it belongs to. A tensor that the scalar does not depend
    /// on has the gradient 0. A scalar that is not one is reported.
    public func gradients(of scalar: Tensor, withRespectTo targets: [Tensor]) -> [Tensor] {
        guard scalar.type.count == 1 else {
            report("gradients are taken of a scalar, found \(scalar.type)")
            return targets
        }
        guard let root = scalar.id, targets.allSatisfy({ $0.id != nil }) else { return targets }
        var adjoints = [NodeID: Tensor]()
        adjoints[root] = scalar.filled(1)
        let varying = dependents(of: targets.compactMap(\.id), upTo: root)
        let outer = (name, site, adjointOf)
        for id in graph.ids.prefix(root.index + 1).reversed() where varying[id.index] {
            guard let adjoint = adjoints[id] else { continue }
            let node = graph[id]
            (name, site, adjointOf) = (node.name, node.site, id)
            let wanted = node.inputs.map { varying[$0.index] }
            let parts = derivative(of: node, tensor(id), node.inputs.map(tensor), adjoint, wanted)
            for (input, part) in zip(node.inputs, parts) where varying[input.index] {
                guard let part else { continue }
                adjoints[input] = adjoints[input].map { $0 + part } ?? part
            }
        }
        (name, site, adjointOf) = outer
        return targets.map { target in target.id.flatMap { adjoints[$0] } ?? target.filled(0) }
    }

    /// For each node whether one of `sources` reaches it by a path that a gradient can take.
    private func dependents(of sources: [NodeID], upTo last: NodeID) -> [Bool] {
        var reached = [Bool](repeating: false, count: last.index + 1)
        for id in sources where id <= last { reached[id.index] = true }
        for id in graph.ids.prefix(last.index + 1) {
            let node = graph[id]
            if node.op.is(.stopGradient) { continue }
            if node.inputs.contains(where: { reached[$0.index] }) { reached[id.index] = true }
        }
        return reached
    }

    /// What flows to each operand of `y = op(x…)` when `g` flows into y; `nil` where nothing does.
    private func derivative(of node: Node, _ y: Tensor, _ x: [Tensor], _ g: Tensor, _ wanted: [Bool]) -> [Tensor?] {
        switch node.op {
        case .input, .state, .constant, .iota, .stopGradient, .compare, .assign:
            return x.map { _ in nil }
        case .unary(let kind):
            return [unaryDerivative(kind, x[0], y, g)]
        case .binary(let kind):
            return binaryDerivative(kind, x[0], x[1], y, g, wanted)
        case .select:
            // y = c ? a : b,  dy/da = c ? 1 : 0,  dy/db = c ? 0 : 1
            return [nil, select(x[0], g, g.filled(0)), select(x[0], g.filled(0), g)]
        case .reduce(let kind, let axes):
            return [reductionDerivative(kind, axes, x[0], y, g)]
        case .reshape:
            return [g.reshape(x[0].shape)]
        case .broadcast:
            return [broadcastDerivative(x[0], g)]
        case .transpose(let order):
            return [transposeDerivative(order, g)]
        case .slice(let starts):
            return [sliceDerivative(starts, x[0], g)]
        case .pad(let low):
            return [padDerivative(low, x[0], g)]
        case .concatenate(let axis):
            return concatenateDerivative(axis, x, g)
        case .matmul(let transposeA, let transposeB):
            return matmulDerivative(transposeA, transposeB, x[0], x[1], g, wanted)
        case .convolution(let window):
            return convolutionDerivative(window, x[0], x[1], g, wanted)
        case .convolutionInputGradient(let window):
            return inputGradientDerivative(window, x[0], x[1], g, wanted)
        case .convolutionWeightGradient(let window):
            return weightGradientDerivative(window, x[0], x[1], g, wanted)
        case .maxPool(let window):
            return [g.emit(.maxPoolGradient(window), x[0])]
        case .maxPoolGradient:
            report("the gradient of a max-pool cannot be differentiated again")
            return [nil, nil]
        case .cholesky:
            return [choleskyDerivative(y, g)]
        case .triangularSolve(let transposed):
            return triangularSolveDerivative(transposed, x[0], y, g, wanted)
        case .collective, .fused, .result:
            internalError("differentiation comes before ranks share the step, and before fusion")
        }
    }
}
