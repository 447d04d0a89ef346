/// The layers of a diagram as boxes in boxes, and which of them are closed.
struct Clusters {
    struct Cluster {
        let place: Place
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
    private(set) var clusters: [Cluster] = [Cluster(place: Place())]
    private var index: [Place: Int] = [Place(): 0]
    private(set) var deepest = 0
    /// For each box its own cluster.
    private(set) var home: [Int] = []

    init(_ diagram: Diagram) {
        self.diagram = diagram
        for (number, box) in diagram.boxes.enumerated() {
            let place = cluster(at: box.place)
            home.append(place)
            if box.constant == nil { clusters[place].boxes.append(number) }
            deepest = max(deepest, box.place.depth)
        }
    }

    private mutating func cluster(at place: Place) -> Int {
        if let known = index[place] { return known }
        let parent = cluster(at: place.prefix(place.depth - 1))
        clusters.append(Cluster(place: place))
        index[place] = clusters.count - 1
        clusters[parent].children.append(clusters.count - 1)
        return clusters.count - 1
    }

    /// The layers that are open when layers are opened so many deep. A layer that holds no others is opened last of all, by a
    /// depth beyond the deepest.
    func open(depth: Int) -> Set<Int> {
        Set(
            clusters.indices.filter { cluster in
                let it = clusters[cluster]
                return depth > deepest || (!it.children.isEmpty && it.place.depth < depth)
            })
    }

    /// As many open layers as make at most so many boxes: level by level, and at each level all layers of one part of the
    /// architecture or none, forward and backward alike; the smaller parts first. Layers that hold no others are opened
    /// where all others are.
    func open(drawing limit: Int) -> Set<Int> {
        var open: Set<Int> = [0]
        var total = growth(0) + 1
        var full: Set<String> = []
        func widen(_ candidates: [Int]) {
            let parts = Dictionary(grouping: candidates) { part($0) }.filter { !full.contains($0.key) }
            let sizes = parts.mapValues { layers in layers.reduce(0) { $0 + growth($1) } }
            for (part, size) in sizes.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
                if total + size <= limit {
                    total += size
                    open.formUnion(parts[part] ?? [])
                } else {
                    full.insert(part)
                }
            }
        }
        for level in 1...max(1, deepest) {
            widen(
                clusters.indices.filter {
                    clusters[$0].place.depth == level && !clusters[$0].children.isEmpty && isShown($0, open)
                })
        }
        if full.isEmpty { widen(clusters.indices.filter { clusters[$0].children.isEmpty && isShown($0, open) }) }
        return open
    }

    /// Encoder, expander, loss, optimizer: the backward half of a part belongs to it.
    private func part(_ cluster: Int) -> String { clusters[cluster].place.layers.first ?? "" }

    /// How many boxes more there are when a closed layer opens.
    private func growth(_ cluster: Int) -> Int { clusters[cluster].boxes.count + clusters[cluster].children.count - 1 }

    /// Whether all layers around it are open.
    private func isShown(_ cluster: Int, _ open: Set<Int>) -> Bool {
        let place = clusters[cluster].place
        return (0..<place.depth).allSatisfy { index[place.prefix($0)].map(open.contains) ?? false }
    }

    /// Whether a layer is one box. One that holds a single box is that box.
    func isClosed(_ cluster: Int, _ open: Set<Int>) -> Bool {
        let it = clusters[cluster]
        return !open.contains(cluster) && !it.place.isOutside && (!it.children.isEmpty || it.boxes.count > 1)
    }

    /// For each box what stands for it: itself, or the outermost closed layer around it.
    func shown(_ open: Set<Int>) -> [Shown] {
        home.indices.map { box in
            let place = clusters[home[box]].place
            for level in 0...place.depth {
                guard let outer = index[place.prefix(level)], isClosed(outer, open) else { continue }
                return .cluster(outer)
            }
            return .box(box)
        }
    }
}
