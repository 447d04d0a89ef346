/// The layers of a diagram as boxes in boxes, and which of them are closed.
struct Clusters {
    struct Cluster {
        let path: [String]
        var children: [Int] = []
        /// Boxes that lie right in it, and in none of its children.
        var boxes: [Int] = []
    }

    /// What stands for a box in a drawing.
    enum Shown: Hashable {
        case box(Int)
        case cluster(Int)
    }

    let diagram: Diagram
    private(set) var clusters: [Cluster] = [Cluster(path: [])]
    private var index: [[String]: Int] = [[]: 0]
    private(set) var deepest = 0
    /// For each box its own cluster.
    private(set) var home: [Int] = []

    init(_ diagram: Diagram) {
        self.diagram = diagram
        for (number, box) in diagram.boxes.enumerated() {
            let place = cluster(at: box.place)
            home.append(place)
            if box.constant == nil { clusters[place].boxes.append(number) }
            deepest = max(deepest, box.place.count)
        }
    }

    private mutating func cluster(at path: [String]) -> Int {
        if let known = index[path] { return known }
        let parent = cluster(at: Array(path.dropLast()))
        clusters.append(Cluster(path: path))
        index[path] = clusters.count - 1
        clusters[parent].children.append(clusters.count - 1)
        return clusters.count - 1
    }

    /// Whether a layer is one box when layers are opened so many deep. A layer that holds no others is opened last of
    /// all, by a depth beyond the deepest; one of a single box is that box.
    func isClosed(_ cluster: Int, depth: Int) -> Bool {
        let (level, it) = (clusters[cluster].path.count, clusters[cluster])
        guard level > 0, depth <= deepest else { return false }
        if it.children.isEmpty { return it.boxes.count > 1 }
        return level >= depth
    }

    /// Boxes in a drawing of this depth.
    func count(depth: Int, in cluster: Int = 0) -> Int {
        if isClosed(cluster, depth: depth) { return 1 }
        return clusters[cluster].children.reduce(clusters[cluster].boxes.count) { $0 + count(depth: depth, in: $1) }
    }

    /// The greatest depth that draws at most so many boxes; 1 where there is none.
    func depth(drawing limit: Int) -> Int {
        (1...(deepest + 1)).last { count(depth: $0) <= limit } ?? 1
    }

    /// For each box what stands for it: itself, or the outermost closed layer around it.
    func shown(depth: Int) -> [Shown] {
        home.indices.map { box in
            let path = clusters[home[box]].path
            for level in 0...path.count {
                guard let outer = index[Array(path.prefix(level))], isClosed(outer, depth: depth) else { continue }
                return .cluster(outer)
            }
            return .box(box)
        }
    }
}
