import Foundation

package enum FileBytes {
    /// All of a file.
    /// - Throws: `DataError` that names it.
    package static func read(_ path: String) throws -> Data { Data(try ByteFile(path).readAll()) }
}
