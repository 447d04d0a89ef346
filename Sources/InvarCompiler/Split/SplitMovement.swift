import InvarGraph

extension Splitter {
    /// Elements that are only moved: of a whole value wholly, of a sum's summands where nothing else reads them.
    private mutating func moved(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        let input = node.inputs[0]
        if placings[input.index] == .partial, isLastReader(of: input) {
            return emit(.partial, [rebuild[input]], like: id)
        }
        return emit(.whole, [whole(input)], like: id)
    }

    mutating func reshape(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis,
            let new = reshaped(
                axis, of: images(of: input, along: axis), from: graph[input].type.shape, to: node.type.shape)
        else { return moved(id, node) }
        return emit(.split(new), [rebuild[input]], like: id)
    }

    /// Where the batch is in another shape: along an axis that has all of it. Nothing where the batch is cut up.
    private func reshaped(_ batch: BatchAxis, of images: Int, from old: [Int], to new: [Int]) -> BatchAxis? {
        let outer = batch.groups * old[..<batch.axis].reduce(1, *)
        let rest = batch.inner * old[(batch.axis + 1)...].reduce(1, *)
        var before = 1
        for axis in new.indices {
            let after = new[(axis + 1)...].reduce(1, *)
            if outer % before == 0, rest % after == 0, new[axis] == outer / before * images * (rest / after) {
                return BatchAxis(axis: axis, groups: outer / before, inner: rest / after)
            }
            before *= new[axis]
        }
        return nil
    }

    mutating func broadcast(_ id: NodeID, _ node: Node) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis else { return emit(.whole, [whole(input)], like: id) }
        return emit(.split(axis), [rebuild[input]], like: id)
    }

    mutating func transpose(_ id: NodeID, _ node: Node, _ order: [Int]) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis, let place = order.firstIndex(of: axis.axis) else {
            return moved(id, node)
        }
        return emit(.split(axis.along(place)), [rebuild[input]], like: id)
    }

    /// Where whole batches are cut out, each rank cuts out its part of them.
    mutating func slice(_ id: NodeID, _ node: Node, _ starts: [Int]) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis else { return moved(id, node) }
        let (start, images) = (starts[axis.axis], images(of: input, along: axis))
        guard start % (images * axis.inner) == 0,
            let left = batches(of: images, node.type.shape[axis.axis], along: axis)
        else { return emit(.whole, [whole(input)], like: id) }
        var own = starts
        own[axis.axis] = start / ranks.parts
        return emit(.split(left), [rebuild[input]], like: id, .slice(starts: own))
    }

    /// Where there are whole batches of zeros around, each rank has its part of them.
    mutating func pad(_ id: NodeID, _ node: Node, _ low: [Int]) -> (NodeID, Placing) {
        let input = node.inputs[0]
        guard let axis = placings[input.index].axis else { return emit(.whole, [whole(input)], like: id) }
        let images = images(of: input, along: axis)
        guard low[axis.axis] % (images * axis.inner) == 0,
            let padded = batches(of: images, node.type.shape[axis.axis], along: axis)
        else { return emit(.whole, [whole(input)], like: id) }
        var own = low
        own[axis.axis] /= ranks.parts
        return emit(.split(padded), [rebuild[input]], like: id, .pad(low: own))
    }

    mutating func concatenation(_ id: NodeID, _ node: Node, _ axis: Int) -> (NodeID, Placing) {
        let found = node.inputs.map { placings[$0.index] }
        guard let split = node.inputs.first(where: { placings[$0.index].axis != nil }),
            let first = placings[split.index].axis
        else {
            let areSummands = zip(node.inputs, found).allSatisfy { $1 == .partial && isLastReader(of: $0) }
            if areSummands { return emit(.partial, node.inputs.map { rebuild[$0] }, like: id) }
            return emit(.whole, node.inputs.map { whole($0) }, like: id)
        }
        guard first.axis == axis else { return emit(.split(first), node.inputs.map { part($0, first) }, like: id) }
        // Batches one after another are one batch of more groups.
        let images = images(of: split, along: first)
        let axes = node.inputs.map { batches(of: images, graph[$0].type.shape[axis], along: first) }
        guard axes.allSatisfy({ $0 != nil }) else { return emit(.whole, node.inputs.map { whole($0) }, like: id) }
        let joined = BatchAxis(axis: axis, groups: axes.reduce(0) { $0 + ($1?.groups ?? 0) }, inner: first.inner)
        let parts = zip(node.inputs, axes).map { input, axis in part(input, axis ?? first) }
        return emit(.split(joined), parts, like: id)
    }
}
