import Foundation

/// Writes a file that is either wholly the new one or still the old one, whatever happens meanwhile.
///
/// The bytes go to a `PartialFile` in the same directory, are synced, and take the place of the old file by a rename; then the directory
/// is synced. Where the path is a link to a file, that file is replaced and the link stays; a device or a pipe
/// is written to directly.
package struct AtomicFile {
    package let path: String
    private let descriptor: Int32
    private let calls: any FileCalls

    /// - Throws: `DataError` that names `path`; what stood there is then still there, or the new file is there as a whole.
    package static func write(to path: String, _ body: (AtomicFile) throws -> Void) throws {
        let calls = FileSystem.calls
        switch try Destination(path) {
        case .file(let place): try replace(place, path, calls, body)
        case .stream:
            let descriptor = calls.open(path, O_WRONLY | O_NOCTTY)
            guard descriptor >= 0 else { throw DataError.system(path, "cannot be written") }
            defer { _ = calls.close(descriptor) }
            try body(AtomicFile(path: path, descriptor: descriptor, calls: calls))
        }
    }

    private static func replace(
        _ place: String, _ path: String, _ calls: any FileCalls, _ body: (AtomicFile) throws -> Void
    ) throws {
        let partial = try PartialFile(for: place, asked: path, calls)
        // closed last: until then it is locked
        defer { _ = calls.close(partial.descriptor) }
        do {
            try body(AtomicFile(path: path, descriptor: partial.descriptor, calls: calls))
            guard calls.sync(partial.descriptor) == 0 else { throw DataError.system(path, "cannot be written") }
            guard calls.rename(partial.path, place) == 0 else { throw DataError.system(path, "cannot be put in place") }
        } catch {
            _ = calls.remove(partial.path)
            throw error
        }
        do { try calls.syncFolder(of: place) } catch let error as DataError { throw DataError(path, error.message) }
    }

    package static func write(_ bytes: [UInt8], to path: String) throws {
        try write(to: path) { file in try file.append(bytes) }
    }

    package static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    package func append(_ bytes: UnsafeRawBufferPointer) throws {
        try unsafe calls.writeAll(bytes, to: descriptor, path)
    }
    package func append(_ bytes: [UInt8]) throws {
        try calls.writeAll(bytes, to: descriptor, path)
    }
    package func append(_ text: String) throws { try append(Array(text.utf8)) }
}
