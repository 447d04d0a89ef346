import Invar

// Most of these only say anew which axis of ONNX's value is which axis of the node.

extension EncoderWriter {
    func transpose(_ order: [Int], _ id: NodeID) -> ExportedValue {
        let x = value(graph[id].inputs[0])
        func moved(_ axis: Int) -> Int? { order.firstIndex(of: axis) }
        return ExportedValue(x.name, axes: x.axes.compactMap(moved), repeated: Set(x.repeated.compactMap(moved)))
    }

    /// Who reads the value repeats it, where ONNX does not by itself.
    func broadcast(_ id: NodeID) throws -> ExportedValue {
        let input = graph[id].inputs[0]
        let (x, from, to) = (value(input), graph[input].type.shape, graph[id].type.shape)
        return ExportedValue(
            x.name, axes: x.axes, repeated: x.repeated.union(to.indices.filter { from[$0] != to[$0] }))
    }

    func reshape(_ id: NodeID) throws -> ExportedValue {
        let (input, place) = (graph[id].inputs[0], place(of: id))
        let (from, to) = (try source.sizes(of: input), try source.sizes(of: id))
        func wide(_ sizes: [Size]) -> [Int] { sizes.indices.filter { sizes[$0] != .one } }
        let (before, after) = (wide(from), wide(to))
        if before.map({ from[$0] }) == after.map({ to[$0] }) {
            return renamed(value(input), Dictionary(uniqueKeysWithValues: zip(before, after)), at: place)
        }
        // axes of size 1 may lie anywhere: the order of the elements is the same
        let x = value(input)
        let ordered = x.axes.filter { from[$0] != .one }
        let isInOrder = x.repeated.isEmpty && ordered == ordered.sorted()
        let name = try isInOrder ? x.name : full(input, in: inOrder(from.count), at: place)
        return ExportedValue(
            model.node("Reshape", [name, targetShape(to, at: place)], at: place), axes: inOrder(to.count))
    }

    /// The value where axes of size 1 come or go.
    /// - Parameter names: what the other axes are from here on.
    private func renamed(_ x: ExportedValue, _ names: [Int: Int], at place: ModelWriter.Place) -> ExportedValue {
        let gone = x.axes.indices.filter { names[x.axes[$0]] == nil }
        let name = gone.isEmpty ? x.name : model.node("Squeeze", [x.name, model.integers(gone)], at: place)
        return ExportedValue(
            name, axes: x.axes.compactMap { names[$0] }, repeated: Set(x.repeated.compactMap { names[$0] }))
    }

    func slice(_ starts: [Int], _ id: NodeID) throws -> ExportedValue {
        let input = graph[id].inputs[0]
        let (x, from, to) = (value(input), try source.sizes(of: input), try source.sizes(of: id))
        let cut = from.indices.filter { starts[$0] != 0 || from[$0] != to[$0] }
        for axis in cut where !to[axis].isFixed {
            throw source.problem(id, "takes a part of a batch; a file for any number of images cannot say which")
        }
        let repeated = x.repeated.filter { to[$0] != .one }
        let places = cut.filter(x.varies).compactMap { axis in x.axes.firstIndex(of: axis).map { (axis, $0) } }
        guard !places.isEmpty else { return ExportedValue(x.name, axes: x.axes, repeated: repeated) }
        let first = places.map { starts[$0.0] }
        let last = places.map { starts[$0.0] + to[$0.0].fixed }
        let name = model.node(
            "Slice", [x.name] + [first, last, places.map(\.1)].map { model.integers($0) }, at: place(of: id))
        return ExportedValue(name, axes: x.axes, repeated: repeated)
    }

    func pad(_ low: [Int], _ id: NodeID) throws -> ExportedValue {
        let (input, place) = (graph[id].inputs[0], place(of: id))
        let (from, to) = (try source.sizes(of: input), try source.sizes(of: id))
        for axis in from.indices where from[axis].perImage != to[axis].perImage {
            throw source.problem(id, "adds to a batch; a file for any number of images cannot say how many")
        }
        let order = naturalOrder([input])
        let high = from.indices.map { to[$0].fixed - from[$0].fixed - low[$0] }
        let amounts = model.integers(order.map { low[$0] } + order.map { high[$0] })
        let name = model.node("Pad", [try full(input, in: order, at: place), amounts], at: place)
        return ExportedValue(name, axes: order)
    }

    func concatenate(_ axis: Int, _ id: NodeID) throws -> ExportedValue {
        let (inputs, place) = (graph[id].inputs, place(of: id))
        let order = naturalOrder(inputs)
        let parts = try inputs.map { try full($0, in: order, at: place) }
        guard let along = order.firstIndex(of: axis) else { internalError("no axis \(axis) in \(order)") }
        return ExportedValue(model.node("Concat", parts, [.int("axis", along)], at: place), axes: order)
    }
}
