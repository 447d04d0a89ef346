import InvarGraph

/// What a closed layer holds.
struct LayerTotal {
    private(set) var nodes = 0
    private(set) var kernels = 0
    private(set) var flops = 0
    /// The largest value that leaves it, and how often one of this type does: `f32[256,28,28,32] ×2`.
    private(set) var output = ""

    init(_ clusters: Clusters, _ cluster: Int) {
        let (diagram, place) = (clusters.diagram, clusters.clusters[cluster].place)
        let inside = diagram.boxes.indices.filter { diagram.boxes[$0].place.isInside(place) }
        nodes = inside.count
        flops = inside.reduce(0) { $0 + diagram.boxes[$1].flops }
        kernels = diagram.kernels.reduce(0) { $0 + ($1.key.isInside(place) ? $1.value : 0) }
        output = Self.output(diagram, Set(inside))
    }

    private static func output(_ diagram: Diagram, _ inside: Set<Int>) -> String {
        var leaving = Set(diagram.outputs.map(\.box)).intersection(inside)
        for (index, box) in diagram.boxes.enumerated() where !inside.contains(index) {
            leaving.formUnion(box.inputs.filter { inside.contains($0) })
        }
        let types = leaving.filter { !diagram.boxes[$0].isLeaf }.sorted().map { diagram.boxes[$0].type }
        guard let largest = types.max(by: { $0.count < $1.count }) else { return "" }
        let count = types.count { $0 == largest }
        return largest.description + (count > 1 ? " ×\(count)" : "")
    }
}
