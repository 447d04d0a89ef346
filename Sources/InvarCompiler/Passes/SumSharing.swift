import InvarGraph

/// Sums of one tensor are taken in one sweep: a factor that is the same along the summed axes is multiplied afterwards, and a sum
/// over more axes is the sum of one over fewer. So the gradients of a norm's bias, weight and statistics are two sums.
let shareSums = Pass(
    name: "share sums",
    invariant: "no sum has a factor that is constant along its axes, nor repeats a sum over fewer axes"
) { graph in
    graph.rebuilt { result, _, node in
        guard case .reduce(.sum, let axes) = node.op else { return nil }
        return result.factoredSum(node, axes)
    }.then(sumsOfSums)
}

private func sumsOfSums(_ factored: Graph) -> Rebuilt {
    var axesOf: [NodeID: Set<[Int]>] = [:]
    for node in factored.nodes {
        if case .reduce(.sum, let axes) = node.op { axesOf[node.inputs[0], default: []].insert(axes) }
    }
    return factored.rebuilt { result, id, node in
        guard case .reduce(.sum, let axes) = node.op,
            let fewer = (axesOf[factored[id].inputs[0]] ?? []).filter({ Set($0).isStrictSubset(of: axes) })
                .max(by: { ($0.count, $1.description) < ($1.count, $0.description) })
        else { return nil }
        return result.sum(
            result.sum(node.inputs[0], fewer, like: node), axes.filter { !fewer.contains($0) }, like: node)
    }
}

extension Graph {
    fileprivate mutating func sum(_ id: NodeID, _ axes: [Int], like node: Node) -> NodeID {
        var sum = node
        (sum.op, sum.inputs, sum.type) = (.reduce(.sum, axes: axes), [id], self[id].type)
        for axis in axes { sum.type.shape[axis] = 1 }
        return insert(sum)
    }

    /// Σ x·y = Σ' y·Σ″ x, where y repeats its values along the axes of Σ″.
    fileprivate mutating func factoredSum(_ node: Node, _ axes: [Int]) -> NodeID? {
        let product = self[node.inputs[0]]
        guard case .binary(.multiply) = product.op else { return nil }
        for (x, y) in [(product.inputs[0], product.inputs[1]), (product.inputs[1], product.inputs[0])] {
            guard self[y].op.is(.broadcast) else { continue }
            let narrow = self[y].inputs[0]
            let inner = axes.filter { self[narrow].type.shape[$0] == 1 && product.type.shape[$0] != 1 }
            guard !inner.isEmpty else { continue }
            let partial = sum(x, inner, like: node)
            var factor = self[y]
            factor.type = self[partial].type
            var scaled = node
            (scaled.op, scaled.type) = (.binary(.multiply), factor.type)
            scaled.inputs = [partial, self[narrow].type == factor.type ? narrow : insert(factor)]
            let outer = axes.filter { !inner.contains($0) }
            let result = insert(scaled)
            return outer.isEmpty ? result : sum(result, outer, like: node)
        }
        return nil
    }
}
