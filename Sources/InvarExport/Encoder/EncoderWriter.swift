import Invar
import InvarData
import InvarTraining

/// Writes an encoder's graph down as ONNX nodes: layers that ONNX has, as one node with the layer's parameters, and what lies between
/// them op by op. It goes backwards from the representation to see what is needed, and so looks into no layer that is a node.
final class EncoderWriter {
    let source: BatchFreeGraph
    var model: ModelWriter
    /// What the model's input and output are called.
    let (input, output): (String, String)

    private let states: [String: StateSpec]
    private let weights: [String: [Float]]
    /// What the names of the layers begin with: `encoder`.
    private let section: String
    /// By the node that comes out.
    private var layers: [NodeID: (applied: AppliedLayer, layer: any ExportedLayer)] = [:]
    private var values: [NodeID: ExportedValue] = [:]
    private var batch: String?
    private(set) lazy var readers = source.graph.readers

    /// - Parameters:
    ///   - weights: of every state, by its name in the graph.
    ///   - input: what the model's input is called.
    ///   - output: what the representation is called.
    init(_ source: BatchFreeGraph, weights: [String: [Float]], input: String, output: String) {
        (self.source, self.weights, self.input, self.output) = (source, weights, input, output)
        let captured = source.captured
        states = Dictionary(captured.states.map { ($0.name, $0) }) { first, _ in first }
        section = captured.states.first?.owner?.path ?? "encoder"
        model = ModelWriter(keeping: [input, output])
        // the innermost of those that end in one node comes first
        for applied in captured.layers where layers[applied.output] == nil {
            if let layer = applied.layer as? any ExportedLayer { layers[applied.output] = (applied, layer) }
        }
    }

    var graph: Graph { source.graph }

    /// - Parameter image: what the graph's input is.
    /// - Throws: a `Diagnostic` with the line of what ONNX cannot hold.
    func write(from image: ExportedValue) throws {
        guard let last = graph.outputs.first?.node else { internalError("an encoder without an output") }
        let needed = needed(for: last)
        for id in graph.ids where needed[id.index] {
            if case .input = graph[id].op { values[id] = image } else { values[id] = try written(id) }
        }
        let sizes = try source.sizes(of: last)
        guard sizes[0] == .batch, sizes[1].isFixed else {
            throw source.problem(last, "does not give one row for each image")
        }
        let place = ModelWriter.Place(path: "", site: nil)
        let rows = try full(last, in: inOrder(2), at: place)
        // an encoder that ends with what is the input or a parameter needs a node for its output to be of
        if model.nodes.last?.output != [rows] { _ = model.node("Identity", [rows], at: place) }
        model.nameLastOutput(output)
    }

    /// For each node whether it is written: of a layer that is a node of its own only what it is given is.
    private func needed(for last: NodeID) -> [Bool] {
        var needed = [Bool](repeating: false, count: graph.nodes.count)
        needed[last.index] = true
        for id in graph.ids.reversed() where needed[id.index] {
            for input in read(by: id) { needed[input.index] = true }
        }
        return needed
    }

    private func read(by id: NodeID) -> [NodeID] {
        if let layer = layers[id] { return [layer.applied.input] }
        return graph.idiom(id).map { [$0.input] } ?? graph[id].inputs
    }

    private func written(_ id: NodeID) throws -> ExportedValue {
        if let (applied, layer) = layers[id] {
            return try layer.write(LayerInPlace(applied, place(applied.path, applied.site)), by: self)
        }
        if let idiom = graph.idiom(id) { return try write(idiom, id) }
        try source.check(id)
        return try writeOp(id)
    }

    // MARK: What the nodes are written with

    /// What has been written of a node.
    func value(_ id: NodeID) -> ExportedValue {
        guard let value = values[id] else { internalError("\(id) is read before it is written") }
        return value
    }

    func rank(_ id: NodeID) -> Int { graph[id].type.rank }

    /// Where a node that an op becomes belongs.
    func place(of id: NodeID) -> ModelWriter.Place { place(graph[id].name, graph[id].site) }

    private func place(_ path: String, _ site: Site?) -> ModelWriter.Place {
        let isInside = path.hasPrefix(section + ".")
        let local = isInside ? String(path.dropFirst(section.count + 1)) : path == section ? "" : path
        return ModelWriter.Place(path: local, site: site)
    }

    /// A parameter or a statistic with the name and the layout that it has in the encoder's file.
    /// - Parameter name: as the graph has it.
    func state(_ name: String) -> ExportedValue {
        guard let spec = states[name], let values = weights[name] else { internalError("no values for \(name)") }
        let tensor = model.tensor(spec.localName, spec.stored(values))
        return ExportedValue(tensor, axes: spec.fileAxes)
    }

    /// A tensor of the same number everywhere that an operator of ONNX asks for, and a layer does without.
    func filler(_ value: Float, _ count: Int) -> String {
        model.tensor("filled_\(value)_\(count)", StoredTensor(shape: [count], [Float](repeating: value, count: count)))
    }

    /// The number of images, as a vector of one whole number.
    func batchSize() -> String {
        if let batch { return batch }
        let place = ModelWriter.Place(path: "batch", site: nil)
        let size = model.node("Shape", [input], [.int("start", 0), .int("end", 1)], at: place)
        batch = size
        return size
    }
}

extension Graph {
    /// For each node the nodes that read it.
    fileprivate var readers: [[NodeID]] {
        var readers = [[NodeID]](repeating: [], count: nodes.count)
        for id in ids { for input in self[id].inputs { readers[input.index].append(id) } }
        return readers
    }
}
