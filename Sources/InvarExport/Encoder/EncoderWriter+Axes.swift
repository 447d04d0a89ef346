import Invar

// How a value's axes are brought to where an operator of ONNX reads them.

extension EncoderWriter {
    /// The value with its axes in this order, so that it broadcasts against one that has all of them: axes of size 1 are put in between,
    /// and left out before the first.
    func aligned(_ x: ExportedValue, to order: [Int], at place: ModelWriter.Place) -> String {
        let present = order.filter(x.axes.contains)
        let name = transposed(x, to: present, at: place)
        let suffix = Array(order.drop { !present.contains($0) })
        return unsqueezed(name, suffix.indices.filter { !present.contains(suffix[$0]) }, at: place)
    }

    /// The value whole: all axes in this order, and repeated to the node's size.
    /// - Parameter order: every axis of the node once.
    func full(_ id: NodeID, in order: [Int], at place: ModelWriter.Place) throws -> String {
        let x = value(id)
        let present = order.filter(x.axes.contains)
        let name = transposed(x, to: present, at: place)
        let whole = unsqueezed(name, order.indices.filter { !present.contains(order[$0]) }, at: place)
        guard !x.repeated.isEmpty else { return whole }
        let sizes = try source.sizes(of: id)
        return model.node("Expand", [whole, shape(order.map { sizes[$0] }, at: place)], at: place)
    }

    /// The order that needs the fewest transpositions: the value's own where it has all axes.
    func naturalOrder(_ ids: [NodeID]) -> [Int] {
        let rank = rank(ids[0])
        return ids.lazy.map { self.value($0).axes }.first { $0.count == rank } ?? inOrder(rank)
    }

    private func transposed(_ x: ExportedValue, to order: [Int], at place: ModelWriter.Place) -> String {
        if order == x.axes { return x.name }
        let places = order.compactMap { x.axes.firstIndex(of: $0) }
        return model.node("Transpose", [x.name], [.ints("perm", places)], at: place)
    }

    private func unsqueezed(_ name: String, _ places: [Int], at place: ModelWriter.Place) -> String {
        places.isEmpty ? name : model.node("Unsqueeze", [name, model.integers(places)], at: place)
    }

    // MARK: Shapes

    /// A shape as a tensor, whatever the number of images.
    func shape(_ sizes: [Size], at place: ModelWriter.Place) -> String {
        if sizes.allSatisfy(\.isFixed) { return model.integers(sizes.map(\.fixed)) }
        let parts = sizes.map { size in size.isFixed ? model.integers([size.fixed]) : counted(size, at: place) }
        return parts.count == 1 ? parts[0] : model.node("Concat", parts, [.int("axis", 0)], at: place)
    }

    /// The shape that `Reshape` wants: it finds one size by itself.
    func targetShape(_ sizes: [Size], at place: ModelWriter.Place) -> String {
        sizes.count { !$0.isFixed } > 1
            ? shape(sizes, at: place) : model.integers(sizes.map { $0.isFixed ? $0.fixed : -1 })
    }

    private func counted(_ size: Size, at place: ModelWriter.Place) -> String {
        var name = batchSize()
        if size.perImage > 1 { name = model.node("Mul", [name, model.integers([size.perImage])], at: place) }
        if size.fixed > 0 { name = model.node("Add", [name, model.integers([size.fixed])], at: place) }
        return name
    }
}
