import InvarGraph

extension History {
    /// What a pass changed: counts, then for each layer the lines that went (−) and came (+), as in a unified diff. Numbers
    /// after − are those of the graph before, after + those of the graph after; nodes that only have another number now
    /// are not shown.
    /// - Parameter pass: its name; spaces may be dashes. `simplify` and `differentiate` are passes too.
    /// - Throws: a `Diagnostic` that lists the passes.
    public func difference(pass name: String) throws -> String {
        let (before, after) = try pass(named: name)
        let difference = Difference(before.graph, after.graph)
        let head = "\(after.name): \(after.note)\n" + difference.counts
        guard !difference.isEmpty else { return head + "\nnothing changed" }
        return ([head, "--- after \(before.name)", "+++ after \(after.name)"] + difference.hunks).joined(
            separator: "\n")
    }
}

extension Difference {
    fileprivate var counts: String {
        "\(before.nodes.count) nodes before, \(after.nodes.count) after: \(unchanged) unchanged, \(rewired.count) with other "
            + "inputs, \(replaced.count) computed by another op, \(gone.count) gone, \(new.count) new"
    }

    /// One for each layer in which something changed, in the order of the graph before.
    fileprivate var hunks: [String] {
        let (old, new) = (NodeLines(before), NodeLines(after))
        var layers: [String: [(order: Int, text: String)]] = [:]
        var order: [String] = []
        func add(_ node: Node, _ position: Int, _ text: String) {
            let layer = node.name.isEmpty ? Place.nowhere : node.name
            let title = node.adjointOf == nil ? layer : "∂" + layer
            if layers[title] == nil { order.append(title) }
            layers[title, default: []].append((position, text))
        }
        // Two per position: what was changed stands right below what it was.
        var position = 0
        let changes = Dictionary(uniqueKeysWithValues: (rewired + replaced).map { ($0.before, $0.after) })
        let isGone = Set(gone)
        for id in before.ids {
            position = 2 * id.index
            if isGone.contains(id) { add(before[id], position, "- " + old[id]) }
            guard let now = changes[id] else { continue }
            add(before[id], position, "- " + old[id] + "\n+ " + new[now])
        }
        // New ones come after the node before them that has a place.
        var places: [Int] = []
        let kept = Dictionary(uniqueKeysWithValues: (rewired + replaced).map { ($0.after, $0.before) })
        let isNew = Set(self.new)
        for id in after.ids {
            let before = places.last ?? -1
            places.append(kept[id].map { 2 * $0.index } ?? before)
            if isNew.contains(id) { add(after[id], before + 1, "+ " + new[id]) }
        }
        return order.map { layer in
            let lines = (layers[layer] ?? []).enumerated().sorted { a, b in
                a.element.order == b.element.order ? a.offset < b.offset : a.element.order < b.element.order
            }
            return "@@ \(layer) @@\n" + lines.map(\.element.text).joined(separator: "\n")
        }
    }
}

/// The line of each node in the text form; of a kernel what it does in short.
struct NodeLines {
    private let graph: Graph
    private let texts: [String]

    init(_ graph: Graph) {
        self.graph = graph
        texts = graph.nodeTexts
    }

    subscript(id: NodeID) -> String {
        let first = texts[id.index].split(separator: "\n").first.map(String.init) ?? ""
        guard case .fused(let fused) = graph[id].op, first.hasSuffix("{") else { return first }
        let words = fused.graph.nodes.compactMap { node -> String? in
            if case .constant(let value) = node.op { return "\(value)" }
            return node.op.is(.input) ? nil : node.op.mnemonic
        }
        let line = first.range(ofLast: " graph ").map { String(first[..<$0]) } ?? first
        return line + " {" + words.joined(separator: ", ") + "}"
    }
}

extension Graph {
    /// The text form of each node: a line, or the lines of a fused one.
    var nodeTexts: [String] {
        var texts: [String] = []
        for line in description.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  %") {
                texts.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("   ") || line == "  }", !texts.isEmpty {
                texts[texts.count - 1] += "\n" + line.dropFirst(2)
            }
        }
        return texts
    }
}

extension String {
    /// Where the last such part begins.
    fileprivate func range(ofLast part: String) -> String.Index? {
        indices.reversed().first { self[$0...].hasPrefix(part) }
    }
}
