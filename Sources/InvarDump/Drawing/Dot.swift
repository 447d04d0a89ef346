import InvarCompiler
import InvarGraph

/// Colours of a drawing, by what a box is.
enum Ink: String {
    case forward, backward, fused, state, input, output, layer, faint

    var fill: String {
        switch self {
        case .forward: "#ffffff"
        case .backward: "#fde7d3"
        case .fused: "#dcebff"
        case .state: "#eeeeee"
        case .input, .output: "#e2f4e3"
        case .layer: "#fbf6dc"
        case .faint: "#ffffff"
        }
    }

    var line: String {
        switch self {
        case .forward: "#5b6570"
        case .backward: "#c2570c"
        case .fused: "#1f5fbf"
        case .state: "#8a8f98"
        case .input, .output: "#2f7d32"
        case .layer: "#8d7a17"
        case .faint: "#b8bcc2"
        }
    }
}

/// Writes a diagram for Graphviz: layers are boxes in boxes, closed below a depth.
struct DotWriter {
    /// As many boxes as a page still shows.
    static let boxLimit = 150

    let clusters: Clusters
    let selection: Selection?
    private let open: Set<Int>
    private let shown: [Clusters.Shown]
    /// Where each drawn box first does something with the images.
    private var starts: [Clusters.Shown: Int] = [:]
    private var lines: [String] = []

    private var diagram: Diagram { clusters.diagram }

    /// - Parameter depth: how many layers deep to open; `nil` for as deep as `boxLimit` allows.
    init(_ diagram: Diagram, depth: Int?, selection: Selection?) {
        let clusters = Clusters(diagram)
        if selection != nil {
            open = Set(clusters.clusters.indices)
        } else if let depth {
            open = clusters.open(depth: depth)
        } else {
            open = clusters.open(drawing: Self.boxLimit)
        }
        self.clusters = clusters
        self.selection = selection
        shown = clusters.shown(open)
        for (index, flows) in diagram.flows.enumerated() where flows && !diagram.boxes[index].isLeaf {
            starts[shown[index], default: index] = min(starts[shown[index], default: index], index)
        }
    }

    mutating func text(stage: String) -> String {
        let title = selection.map { "\(diagram.name), \(stage): \($0.title)" } ?? "\(diagram.name), \(stage)"
        lines = [
            "digraph \(quote(title)) {",
            "  graph [label=\(quote(title + "\\n" + summary)), labelloc=t, labeljust=l, fontname=\"Helvetica\", fontsize=18, "
                + "rankdir=TB, ranksep=0.35, nodesep=0.2]",
            "  node [fontname=\"Helvetica\", fontsize=10, shape=box, style=\"filled,rounded\", margin=\"0.1,0.05\"]",
            "  edge [color=\"#7d8590\", arrowsize=0.6]",
        ]
        cluster(0, indent: "  ")
        outputs()
        edges()
        legend()
        lines.append("}")
        return lines.joined(separator: "\n")
    }

    private var summary: String {
        [
            counted(diagram.boxes.count, "node"), counted(diagram.program.steps.count, "kernel"),
            Format.flops(diagram.program.flops), Format.bytes(diagram.program.bytes),
        ].joined(separator: " · ")
    }

    // MARK: Boxes

    private func isDrawn(_ box: Int) -> Bool {
        guard let selection else { return diagram.boxes[box].constant == nil }
        return selection.contains(box)
    }

    private func drawsAny(_ cluster: Int) -> Bool {
        let it = clusters.clusters[cluster]
        return it.boxes.contains(where: isDrawn) || it.children.contains(where: drawsAny)
    }

    private mutating func cluster(_ index: Int, indent: String) {
        let it = clusters.clusters[index]
        guard drawsAny(index) || selection != nil else { return }
        if clusters.isClosed(index, open) { return layer(index, indent: indent) }
        let isFramed = !it.place.isOutside && (it.boxes.count > 1 || !it.children.isEmpty)
        let inside = isFramed ? indent + "  " : indent
        let mark = lines.count
        if isFramed {
            let ink: Ink = it.place.isBackward ? .backward : .forward
            lines.append("\(indent)subgraph \(quote("cluster " + it.place.path)) {")
            lines.append(
                "\(inside)graph [label=\(quote(it.place.label)), fontsize=11, style=rounded, labeljust=l, "
                    + "color=\"\(ink.line)\", fontcolor=\"\(ink.line)\"]")
        }
        let empty = lines.count
        for box in clusters.home.indices where clusters.home[box] == index && isDrawn(box) { node(box, indent: inside) }
        for child in it.children { cluster(child, indent: inside) }
        if lines.count == empty {
            lines.removeSubrange(mark...)
        } else if isFramed {
            lines.append(indent + "}")
        }
    }

    private mutating func node(_ index: Int, indent: String) {
        let box = diagram.boxes[index]
        let isFaint = selection.map { !$0.core.contains(index) } ?? false
        var ink = box.ink
        if isFaint { ink = .faint }
        var label = box.title(in: diagram)
        if isFaint, !box.place.isOutside { label += "\\n" + escape(box.place.path) }
        label += "\\n" + box.type.description
        if box.flops > 0 { label += " · " + Format.flops(box.flops) }
        let tip = [box.id, box.name, box.site?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        lines.append("\(indent)\(quote(box.id)) [label=\"\(label)\", tooltip=\(quote(tip)), \(style(ink, box))]")
        if let inner = box.inner, selection?.isSingle == true, !isFaint { self.inner(inner, of: box, indent: indent) }
    }

    private func style(_ ink: Ink, _ box: Diagram.Box) -> String {
        let shape = box.isLeaf && !box.isInput ? ", style=\"filled\", shape=cylinder" : ""
        let line =
            box.inner == nil || ink == .faint ? "color=\"\(ink.line)\"" : "color=\"\(Ink.fused.line)\", penwidth=2"
        return "fillcolor=\"\(ink.fill)\", \(line)\(shape)"
    }

    /// A closed layer: what is in it, and what it costs.
    private mutating func layer(_ index: Int, indent: String) {
        let it = clusters.clusters[index]
        let total = LayerTotal(clusters, index)
        let ink: Ink = it.place.isBackward ? .backward : .layer
        let label = [
            escape(it.place.label),
            counted(total.nodes, "node") + " · " + counted(total.kernels, "kernel"),
            Format.flops(total.flops), total.output,
        ].filter { !$0.isEmpty }.joined(separator: "\\n")
        let path = it.place.path
        lines.append(
            "\(indent)\(quote(path)) [label=\"\(label)\", tooltip=\(quote(path)), fillcolor=\"\(ink.fill)\", "
                + "color=\"\(ink.line)\", peripheries=2]")
    }

    /// What a kernel does, in a box of its own beside it.
    private mutating func inner(_ inner: Diagram.Inner, of box: Diagram.Box, indent: String) {
        lines.append("\(indent)subgraph \(quote("cluster inside " + box.id)) {")
        lines.append(
            "\(indent)  graph [label=\(quote("inside \(box.id)")), fontsize=11, style=\"rounded,dashed\", "
                + "color=\"\(Ink.fused.line)\"]")
        switch inner {
        case .graph(let graph): self.inner(graph, of: box, indent: indent)
        case .nest(let body):
            let name = quote("\(box.id) inner")
            let label = body.map { escape($0) + "\\l" }.joined()
            lines.append(
                "\(indent)  \(name) [label=\"\(label)\", fillcolor=\"\(Ink.fused.fill)\", "
                    + "color=\"\(Ink.fused.line)\", fontname=\"monospace\"]")
            lines.append("\(indent)}")
            lines.append("\(indent)\(name) -> \(quote(box.id)) [style=dashed]")
        }
    }

    private mutating func inner(_ graph: Graph, of box: Diagram.Box, indent: String) {
        func name(_ id: NodeID) -> String { quote("\(box.id) inner \(id)") }
        for id in graph.ids {
            let node = graph[id]
            let words = ([node.op.mnemonic] + node.op.attributes.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
            let ink: Ink = node.op.is(.leaf) ? .state : .fused
            lines.append(
                "\(indent)  \(name(id)) [label=\"\(escape(words))\\n\(node.type)\", fillcolor=\"\(ink.fill)\", "
                    + "color=\"\(ink.line)\"]")
            for input in node.inputs { lines.append("\(indent)  \(name(input)) -> \(name(id))") }
        }
        lines.append("\(indent)}")
        for output in graph.outputs {
            lines.append("\(indent)\(name(output.node)) -> \(quote(box.id)) [style=dashed]")
        }
    }

    // MARK: Edges

    private func id(_ shown: Clusters.Shown) -> String {
        switch shown {
        case .box(let box): diagram.boxes[box].id
        case .cluster(let index): clusters.clusters[index].place.path
        }
    }

    private mutating func edges() {
        var seen: Set<[Clusters.Shown]> = []
        for (index, box) in diagram.boxes.enumerated() where isDrawn(index) {
            for input in box.inputs where isDrawn(input) && shown[input] != shown[index] {
                let joinsNeighbours = selection.map { !$0.core.contains(index) && !$0.core.contains(input) } ?? false
                guard !joinsNeighbours, seen.insert([shown[input], shown[index]]).inserted else { continue }
                lines.append("  " + edge(input, index))
            }
        }
    }

    /// The backward half runs up, beside the forward half, which runs down. What goes back to an earlier layer, as closed
    /// layers make it seem, orders nothing.
    private func edge(_ input: Int, _ user: Int) -> String {
        let (from, to) = (quote(id(shown[input])), quote(id(shown[user])))
        let isBack = starts[shown[input]].flatMap { start in starts[shown[user]].map { $0 < start } } ?? false
        guard diagram.boxes[user].isBackward else {
            return "\(from) -> \(to)" + (isBack ? " [constraint=false]" : "")
        }
        let colour = "color=\"\(Ink.backward.line)\""
        return diagram.boxes[input].isBackward && !isBack
            ? "\(to) -> \(from) [dir=back, \(colour)]" : "\(from) -> \(to) [constraint=false, \(colour)]"
    }

    private mutating func outputs() {
        for output in diagram.outputs where selection?.core.contains(output.box) ?? true {
            let name = quote("output " + output.name)
            lines.append(
                "  \(name) [label=\(quote(output.name)), shape=ellipse, style=filled, fillcolor=\"\(Ink.output.fill)\", "
                    + "color=\"\(Ink.output.line)\"]")
            guard isDrawn(output.box) else { continue }
            lines.append("  \(quote(id(shown[output.box]))) -> \(name)")
        }
    }

    private mutating func legend() {
        lines.append("  subgraph \"cluster legend\" {")
        lines.append("    graph [label=\"legend\", fontsize=11, style=dotted, color=\"#8a8f98\"]")
        let entries: [(String, Ink, String)] = [
            ("forward", .forward, ""), ("backward (∂)", .backward, ""), ("fused kernel", .fused, ", penwidth=2"),
            ("state", .state, ", shape=cylinder, style=filled"), ("input, output", .input, ""),
            ("closed layer", .layer, ", peripheries=2"),
        ]
        for (label, ink, more) in entries {
            lines.append(
                "    \(quote("legend " + label)) [label=\(quote(label)), fillcolor=\"\(ink.fill)\", "
                    + "color=\"\(ink.line)\"\(more)]")
        }
        lines.append("  }")
    }

    private func quote(_ text: String) -> String {
        // `\n` in a label is Graphviz's own
        "\""
            + text.split(separator: "\\n", omittingEmptySubsequences: false).map { escape(String($0)) }
            .joined(separator: "\\n") + "\""
    }

    private func escape(_ text: String) -> String { text.escapedForDot }
}

extension String {
    /// Within double quotes.
    fileprivate var escapedForDot: String {
        var result = ""
        // a control character would make the drawing no XML
        for scalar in visible(self).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

extension Diagram.Box {
    fileprivate var ink: Ink {
        if isInput { return .input }
        if isLeaf { return .state }
        if inner != nil { return isBackward ? .backward : .fused }
        return isBackward ? .backward : .forward
    }

    /// `%12 multiply(·, 0.5)`, in the words of a label.
    fileprivate func title(in diagram: Diagram) -> String {
        if isLeaf { return (attributes.isEmpty ? op : "\(op) \(attributes)").escapedForDot }
        let constants = inputs.contains { diagram.boxes[$0].constant != nil }
        let operands = inputs.map { diagram.boxes[$0].constant ?? "·" }.joined(separator: ", ")
        let call = constants ? "\(op)(\(operands))" : op
        return (["%" == id.first ? id : "\(id):", call, attributes].filter { !$0.isEmpty }.joined(separator: " "))
            .escapedForDot
    }
}
