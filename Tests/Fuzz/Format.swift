/// A kind of file that Invar reads, as fuzzing sees it: sound files to begin with, and what reads a damaged one.
struct Format: Sendable {
    let name: String
    /// Bytes that the worker may hold at most, at any moment while it works.
    var memory = 512 << 20
    /// Makes the corpus in a folder of its own, and what reads from there.
    let open: @Sendable (Folder) throws -> Reader
}

struct Reader {
    /// Sound files: read without an error, which is checked first.
    let corpus: [[UInt8]]
    /// What at least one of must be in an error's words: the file's name, or the data set's. None where the bytes lie in memory.
    var names: [String] = []
    /// Makes checksums right again, which would otherwise stop nearly every mutant at the door. Used for half of them.
    var repair: (([UInt8]) -> [UInt8])?
    /// Reads a mutant: returns, or throws the error that a user would see. Throws a `Violation` where what was read is not right.
    let read: (Mutant) throws -> Void
}

/// What a reader was content with, and should not have been.
struct Violation: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Format {
    static let all = images + datasets + tensors + runs + texts

    /// `images` stands for all kinds of pictures.
    static func names(_ word: String) -> [String] { word == "images" ? images.map(\.name) : [word] }

    static func named(_ name: String) throws -> Format {
        guard let found = all.first(where: { $0.name == name }) else {
            throw Violation("there is no format \(name); known: \(all.map(\.name).joined(separator: ", "))")
        }
        return found
    }
}
