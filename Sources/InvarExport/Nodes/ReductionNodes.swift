import Invar

extension EncoderWriter {
    func reduce(_ reduction: Reduction, _ axes: [Int], _ id: NodeID) throws -> ExportedValue {
        let (input, place) = (graph[id].inputs[0], place(of: id))
        var x = value(input)
        if axes.contains(where: x.repeated.contains) {
            let order = naturalOrder([input])
            x = ExportedValue(try full(input, in: order, at: place), axes: order)
        }
        let places = x.axes.indices.filter { axes.contains(x.axes[$0]) }
        let keeps = keepsAxes(id)
        let name =
            switch reduction {
            case .sum: places.isEmpty ? x.name : sum(x.name, places, keeps, at: place)
            case .max:
                places.isEmpty
                    ? x.name
                    : model.node(
                        "ReduceMax", [x.name], [.ints("axes", places), .int("keepdims", keeps ? 1 : 0)], at: place)
            case .centredSquares: centredSquares(x.name, places, keeps, at: place)
            }
        return ExportedValue(name, axes: keeps ? x.axes : x.axes.filter { !axes.contains($0) }, repeated: x.repeated)
    }

    /// Whether the axes stay with size 1: not where all that follows takes them away.
    private func keepsAxes(_ id: NodeID) -> Bool {
        readers[id.index].contains { graph[$0].op != .reshape }
    }

    private func sum(_ x: String, _ places: [Int], _ keeps: Bool, at place: ModelWriter.Place) -> String {
        model.node("ReduceSum", [x, model.integers(places)], [.int("keepdims", keeps ? 1 : 0)], at: place)
    }

    private func centredSquares(_ x: String, _ places: [Int], _ keeps: Bool, at place: ModelWriter.Place) -> String {
        let mean =
            places.isEmpty
            ? x : model.node("ReduceMean", [x], [.ints("axes", places), .int("keepdims", 1)], at: place)
        let centred = model.node("Sub", [x, mean], at: place)
        let squares = model.node("Mul", [centred, centred], at: place)
        return places.isEmpty ? squares : sum(squares, places, keeps, at: place)
    }
}
