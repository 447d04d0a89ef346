import InvarGraph

/// How a dump is written.
public enum DumpFormat: String, CaseIterable, Sendable {
    /// One line a node; a graph's parses back.
    case text
    /// All that the text has, for other programs (docs/dumps.md has the schema).
    case json
    /// For Graphviz: layers as boxes.
    case dot
    /// The same drawn, by Graphviz's program `dot`.
    case svg
    /// One page with every stage, to look around in.
    case html

    /// - Throws: a `Diagnostic` that lists the formats.
    public init(named name: String) throws {
        guard let format = DumpFormat(rawValue: name) else {
            throw Diagnostic(unknownName("format", name, among: DumpFormat.allCases.map(\.rawValue)))
        }
        self = format
    }

    /// What a file of it ends with.
    public var fileExtension: String { self == .text ? "txt" : rawValue }
}
