import InvarGraph

/// A part of a diagram: what was asked for, and what stands right beside it.
struct Selection {
    let title: String
    /// What was asked for, of the diagram's boxes.
    let core: Set<Int>
    /// Inputs and users of the core.
    let neighbours: Set<Int>
    /// One node by its number, whose inner graph is worth seeing too.
    var isSingle: Bool { core.count == 1 }

    func contains(_ box: Int) -> Bool { core.contains(box) || neighbours.contains(box) }

    private init(_ title: String, _ core: Set<Int>, in diagram: Diagram) {
        self.title = title
        self.core = core
        let users = diagram.users
        let beside = core.flatMap { diagram.boxes[$0].inputs + users[$0] }
        neighbours = Set(beside).subtracting(core)
    }

    /// A node by its number (`%12`; in a program a step's number or a buffer, `b7`), or a layer by its path, with all that
    /// is in it, forward and backward.
    /// - Throws: a `Diagnostic` that lists the layers.
    init(node name: String, in diagram: Diagram) throws {
        let number = name.hasPrefix("%") ? String(name.dropFirst()) : name
        let single = diagram.boxes.firstIndex { $0.id == name || $0.id == number }
        if let single {
            self.init(diagram.boxes[single].id, [single], in: diagram)
            return
        }
        let wanted = Place(written: name)
        let core = Set(
            diagram.boxes.indices.filter { index in
                let place = diagram.boxes[index].place
                return place.isInside(wanted) || !wanted.isBackward && place.layers.starts(with: wanted.layers)
            })
        guard !core.isEmpty else {
            if number != name || Int(name) != nil {
                let all = diagram.boxes.isEmpty ? "none" : "\(diagram.boxes[0].id) to \(diagram.boxes.last?.id ?? "")"
                throw Diagnostic("there is no node \(name) at this stage of \(diagram.name); there are \(all)")
            }
            throw Diagnostic(unknownName("node or layer", name, among: diagram.layers))
        }
        self.init(name, core, in: diagram)
    }

    /// All that a line of the architecture made: `Encoder.swift:12`.
    init(site: SitePattern, in diagram: Diagram) {
        let core = diagram.boxes.indices.filter { diagram.boxes[$0].site.map(site.matches) ?? false }
        self.init(site.description, Set(core), in: diagram)
    }
}

extension Diagram {
    /// The paths of all layers, and of those around them.
    var layers: [String] {
        let places = boxes.map(\.place).filter { !$0.isOutside && !$0.isBackward }
        return unique(places.flatMap { place in (1...place.depth).map { place.prefix($0).path } })
    }
}

extension History {
    /// - Throws: a `Diagnostic` that lists the lines that there are, where none of the step's nodes is from this one.
    package func check(_ site: SitePattern) throws {
        let sites = unique(snapshots[0].graph.nodes.compactMap(\.site))
        guard !sites.contains(where: site.matches) else { return }
        throw Diagnostic(unknownName("node of line", site.description, among: sites.map(\.description)))
    }
}

/// A line by the end of its file's name: `Encoder.swift:12`.
public struct SitePattern: Hashable, Sendable, CustomStringConvertible {
    let file: String
    let line: Int

    /// - Throws: a `Diagnostic` for a text that is not `FILE:LINE`.
    public init(_ text: String) throws {
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]),
            colon > text.startIndex
        else { throw Diagnostic("\"\(text)\" is no line of a program; write a file and a line: Encoder.swift:12") }
        (file, self.line) = (String(text[..<colon]), line)
    }

    public var description: String { "\(file):\(line)" }

    func matches(_ site: Site) -> Bool {
        site.line == line && (site.file == file || site.file.hasSuffix("/" + file))
    }
}
