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
        let wanted = Diagram.place(name, backward: false)
        func isInside(_ place: [String]) -> Bool {
            guard place.count >= wanted.count else { return false }
            return place.prefix(wanted.count).elementsEqual(wanted)
                || Self.forward(place).prefix(wanted.count).elementsEqual(wanted)
        }
        let core = Set(diagram.boxes.indices.filter { isInside(diagram.boxes[$0].place) })
        guard !core.isEmpty else {
            if number != name || Int(name) != nil {
                let all = diagram.boxes.isEmpty ? "none" : "\(diagram.boxes[0].id) to \(diagram.boxes.last?.id ?? "")"
                throw Diagnostic("there is no node \(name) at this stage of \(diagram.name); there are \(all)")
            }
            throw Diagnostic(unknown: "node or layer", name, among: diagram.layers)
        }
        self.init(name, core, in: diagram)
    }

    /// All that a line of the architecture made: `Encoder.swift:12`.
    init(site: SitePattern, in diagram: Diagram) {
        let core = diagram.boxes.indices.filter { diagram.boxes[$0].site.map(site.matches) ?? false }
        self.init(site.description, Set(core), in: diagram)
    }

    private static func forward(_ place: [String]) -> [String] {
        guard let first = place.first, first.hasPrefix("∂") else { return place }
        return [String(first.dropFirst())] + place.dropFirst()
    }
}

extension Diagram {
    /// The paths of all layers, and of those around them.
    var layers: [String] {
        var paths: [String] = []
        for box in boxes where !box.place.isEmpty {
            for count in 1...box.place.count {
                let path = box.place.prefix(count).joined(separator: ".")
                if !path.hasPrefix("∂") { paths.append(path) }
            }
        }
        return unique(paths)
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
