import Invar
import InvarData

/// What an encoder's tensors are called in a file, and what else lies there.
struct EncoderNames {
    /// What stands before each name: nothing, `encoder.`, or `branch2.encoder.`.
    private let prefix: String
    /// Tensors that an encoder's file may hold and that are no part of it.
    let ignored: [String]
    /// Tensors of some encoder that this one does not have.
    let unknown: [String]

    init(_ states: [StateSpec], in file: SafetensorsFile) {
        let plain = Set(states.map(\.localName))
        let section = states.first?.owner.map { $0.path + "." } ?? ""
        func found(_ prefix: String) -> Int { plain.count { file.entries[prefix + $0] != nil } }
        let prefix = ["encoder.", section].reduce("") { found($1) > found($0) ? $1 : $0 }
        let others = file.names.filter { !$0.hasPrefix(prefix) || !plain.contains(String($0.dropFirst(prefix.count))) }
        self.prefix = prefix
        ignored = others.filter { !$0.hasPrefix(prefix) || Self.isExpected($0.dropFirst(prefix.count)) }
        unknown = others.filter { $0.hasPrefix(prefix) && !Self.isExpected($0.dropFirst(prefix.count)) }
    }

    /// In the file, of a state of the graph.
    func inFile(_ spec: StateSpec) -> String { prefix + spec.localName }

    /// A classifier as torchvision and timm name it, and how many batches a BatchNorm has seen, which nothing reads.
    private static func isExpected(_ name: Substring) -> Bool {
        name.hasSuffix(".num_batches_tracked") || ["fc.", "head.", "heads."].contains { name.hasPrefix($0) }
    }
}

extension EncoderFile.Contents {
    /// `fc.bias, fc.weight and 53 num_batches_tracked`; nothing where all was used.
    package var ignoredInWords: String? {
        let counters = ignored.count { $0.hasSuffix(".num_batches_tracked") }
        let others = ignored.filter { !$0.hasSuffix(".num_batches_tracked") }
        var words = others.prefix(3).joined(separator: ", ")
        if others.count > 3 { words += " and \(others.count - 3) more" }
        if counters > 0 { words += (words.isEmpty ? "" : " and ") + "\(counters) num_batches_tracked" }
        return words.isEmpty ? nil : words
    }
}
