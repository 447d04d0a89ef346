import Invar

/// An encoder in evaluation mode for any number of images: captured for two numbers of them, and what differs between the two is the
/// batch's.
struct BatchFreeGraph {
    /// Of one of the two.
    let captured: CapturedEncoder
    private let other: Graph

    /// Primes that no layer's width is by accident: equal values of one graph are one node, and a size that is a width in one place
    /// and the batch's in another must not make them so.
    private static let images = (1009, 1013)

    /// - Throws: a `Diagnostic` for a mistake in the description, or with the line where the two differ in more than sizes.
    init(_ model: JointEmbedding, branch: Int) throws {
        captured = try model.captureEncoder(batch: Self.images.0, branch: branch)
        other = try model.captureEncoder(batch: Self.images.1, branch: branch).graph
        try expectSameLength()
    }

    var graph: Graph { captured.graph }

    /// - Throws: a `Diagnostic` for a node that computes something else for another number of images.
    func check(_ id: NodeID) throws {
        guard graph[id].op != other[id].op || graph[id].inputs != other[id].inputs else { return }
        throw problem(
            id,
            "computes with the number of images in a batch (a mean or a count over it, a part of it), which a file for any "
                + "number cannot hold; compute image by image in evaluation: if scope.isTraining { … }")
    }

    /// - Throws: a `Diagnostic` for a size that grows in another way than by so much for each image.
    func sizes(of id: NodeID) throws -> [Size] {
        try zip(graph[id].type.shape, other[id].type.shape).map { sizes in
            if let size = Size(sizes, of: Self.images) { return size }
            throw problem(
                id,
                "has a shape that does not grow evenly with the number of images; a file for any number cannot hold it")
        }
    }

    /// The error for a node that no file can hold, with its layer and line.
    func problem(_ id: NodeID, _ what: String) -> Diagnostic {
        let node = graph[id]
        let layer = captured.layers.first { $0.path == node.name && $0.site == node.site }
        let title = layer.map { "\($0.layer.title) (\(node.name))" } ?? node.name
        return Diagnostic("\(title) cannot be exported to ONNX: its \(node.op.mnemonic) \(what)", at: node.site)
    }

    /// Layers that go through a batch image by image make longer graphs of more images.
    private func expectSameLength() throws {
        guard graph.nodes.count != other.nodes.count else { return }
        let differing = graph.ids.first {
            $0.index >= other.nodes.count || graph[$0].op != other[$0].op || graph[$0].inputs != other[$0].inputs
        }
        throw problem(
            differing ?? NodeID(graph.nodes.count - 1),
            "is written once for each image, or for some; a file for any number of images cannot hold it")
    }
}
