import Foundation

package enum Folder {
    /// Makes a directory, and those that it lies in, where they are not there; they outlast a loss of power.
    /// - Throws: `DataError` that names `path`.
    package static func make(_ path: String) throws {
        do { try make(part: path) } catch let error as DataError { throw DataError(path, error.message) }
    }

    private static func make(part path: String) throws {
        guard FileStatus(path)?.isDirectory != true else { return }
        let (parent, calls) = (PathParts.folder(path), FileSystem.calls)
        if parent != path { try make(part: parent) }
        if calls.makeDirectory(path) != 0 {
            let code = errno
            // another process may have made it meanwhile
            guard code != EEXIST || FileStatus(path)?.isDirectory != true else { return }
            guard code != EEXIST else { throw DataError(path, "cannot be made: \(path) is a file; give a directory") }
            throw DataError.system(path, "cannot be made", code: code)
        }
        try calls.syncFolder(of: path)
    }
}
