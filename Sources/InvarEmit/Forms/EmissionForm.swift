import InvarData

/// How an emission is laid out.
package enum EmissionForm: String, CaseIterable, Sendable {
    /// A directory that SwiftPM, CMake and pip build.
    case package
    /// The C and assembler files alone, in one directory.
    case c
    /// For a plugin that has them compiled: the same, the header with a module map in `include`, and the class for Swift.
    case sources
    /// Object files, a static library and the header, compiled here.
    case object
    /// A Swift package around an artifact bundle (SE-0482): a static library for each platform, compiled here.
    case bundle
}

/// A file of an emission.
struct EmittedFile {
    /// Below the directory of the emission.
    let path: String
    /// Writes it as a whole, or not at all.
    let write: (String) throws -> Void

    init(_ path: String, _ write: @escaping (String) throws -> Void) { (self.path, self.write) = (path, write) }
    init(_ path: String, _ text: String) { self.init(path) { try AtomicFile.write(text, to: $0) } }
}
