import InvarCompiler
import InvarGraph

/// How much of a stage to show.
public struct DumpOptions: Sendable {
    /// Layers are opened so many deep (dot, svg, html); `nil`: as deep as stays readable.
    public var depth: Int?
    /// Only this node (`%12`) or layer (`encoder.bn1`), with its neighbours.
    public var node: String?
    /// Only what this line of the architecture made, with its neighbours.
    public var site: SitePattern?

    /// Everything of a stage, unless a part of it is named.
    public init(depth: Int? = nil, node: String? = nil, site: SitePattern? = nil) {
        self.depth = depth
        self.node = node
        self.site = site
    }
}

extension History {
    /// One stage as text: the same bytes each time.
    /// - Parameter stage: one of `stageNames`.
    /// - Throws: a `Diagnostic` for a stage, a node or a layer that there is not (it lists what there is), for a depth
    ///   below 1, and for svg where Graphviz is missing.
    public func dump(_ stage: String, as format: DumpFormat, _ options: DumpOptions = DumpOptions()) throws -> String {
        if let depth = options.depth, depth < 1 { throw Diagnostic("a depth of \(depth); it must be 1 or more") }
        let shown = try self.stage(named: stage)
        if case .code = shown, format != .text {
            throw Diagnostic("\(stage) is code, that is text; leave the format \(format.rawValue) out")
        }
        if format == .html { return try page(stage, options) }
        let needsDiagram = format == .dot || format == .svg || options.node != nil || options.site != nil
        let diagram = needsDiagram ? self.diagram(of: shown) : nil
        let selection = try diagram.flatMap { try $0.selection(options) }
        switch (format, shown) {
        case (.text, .graph(let snapshot)): return snapshot.graph.text(selection)
        case (.text, .program): return program.text(selection)
        case (_, .code(let form)): return try code(form, selection)
        case (.json, .graph(let snapshot)): return snapshot.graph.json(stage: stage, selection: selection).lines
        case (.json, .program): return program.json(selection: selection).lines
        case (.dot, _), (.svg, _):
            var writer = DotWriter(diagram ?? self.diagram(of: shown), depth: options.depth, selection: selection)
            let text = writer.text(stage: stage)
            return format == .dot ? text : try drawn(text)
        case (.html, _): return try page(stage, options)
        }
    }

    func diagram(of stage: Stage) -> Diagram {
        switch stage {
        case .graph(let snapshot): Diagram(snapshot.graph)
        case .program, .code: Diagram(program)
        }
    }
}

extension Diagram {
    func selection(_ options: DumpOptions) throws -> Selection? {
        if let node = options.node { return try Selection(node: node, in: self) }
        return options.site.map { Selection(site: $0, in: self) }
    }
}

extension Graph {
    /// The whole text form, which parses back; or what was selected, marked, among its neighbours in short.
    fileprivate func text(_ selection: Selection?) -> String {
        guard let selection else { return description }
        let (texts, short) = (nodeTexts, NodeLines(self))
        let lines = ids.filter { selection.contains($0.index) }.map { id in
            guard selection.core.contains(id.index) else { return "  " + short[id] }
            return texts[id.index].split(separator: "\n").map { "> " + $0 }.joined(separator: "\n")
        }
        return ([selection.heading("node", of: nodes.count, name)] + lines).joined(separator: "\n")
    }
}

extension Program {
    fileprivate func text(_ selection: Selection?) -> String {
        guard let selection else { return description }
        // a step's line begins with its number
        let all = description.split(separator: "\n").filter { $0.dropFirst(2).first?.isNumber ?? false }
        let lines = all.enumerated().filter { selection.contains($0.offset) }.map { index, text in
            (selection.core.contains(index) ? "> " : "  ") + text.dropFirst(2)
        }
        return ([selection.heading("step", of: steps.count, name)] + lines).joined(separator: "\n")
    }
}

extension Selection {
    fileprivate func heading(_ noun: String, of total: Int, _ name: String) -> String {
        "\(name): \(title) (>) and its neighbours, of \(counted(total, noun))"
    }
}
