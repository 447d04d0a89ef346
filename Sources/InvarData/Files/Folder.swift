import Foundation

package enum Folder {
    /// Makes a directory, and those that it lies in, where they are not there; they outlast a loss of power.
    /// - Throws: `DataError` that names `path`.
    package static func make(_ path: String) throws {
        do { try make(part: path) } catch let error as DataError { throw DataError(path, error.message) }
    }

    private static func make(part path: String) throws {
        guard !isThere(path) else { return }
        let (parent, calls) = (PathParts.folder(path), FileSystem.calls)
        if parent != path { try make(part: parent) }
        if calls.makeDirectory(path) != 0 {
            let code = errno
            // another process may have made it meanwhile
            guard code != EEXIST || !isThere(path) else { return }
            guard code != EEXIST else { throw DataError(path, "cannot be made: \(path) is a file; give a directory") }
            throw DataError.system(path, "cannot be made", code: code)
        }
        try calls.syncFolder(of: path)
    }

    /// Whether it is a directory, or a link to one.
    package static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
