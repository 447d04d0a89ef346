import Foundation

/// Where the bytes go that are written to a path.
enum Destination: Equatable {
    /// A file, there or not yet: links are followed to it, as they are when a file is opened.
    case file(String)
    /// A device such as `/dev/null`, or a pipe: written to as it is, because a file in its place would be no device.
    case stream

    /// - Throws: `DataError` for what no file can be written to.
    init(_ path: String) throws {
        guard !path.isEmpty else { throw DataError("\"\"", "is no path; give the name of a file") }
        // the system follows links here, and refuses those that someone planted in a directory that all may write to
        if let status = System.status(path) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: self = .file(try Destination.followed(path))
            case S_IFCHR, S_IFIFO: self = .stream
            case S_IFDIR: throw DataError(path, "is a directory; give the name of a file")
            case S_IFBLK: throw DataError(path, "is a disk; give the name of a file on one")
            default: throw DataError(path, "is a socket; give the name of a file")
            }
        } else if errno == ENOENT {
            guard !path.hasSuffix("/") else { throw DataError(path, "ends in /; give the name of a file") }
            self = .file(try Destination.followed(path))
        } else {
            throw DataError.system(path, "cannot be written")
        }
    }

    private static func followed(_ path: String) throws -> String {
        var place = path
        for _ in 0..<40 {
            guard let text = System.target(ofLink: place) else { return place }
            place = text.hasPrefix("/") ? text : PathParts.join(PathParts.folder(place), text)
        }
        throw DataError.system(path, "cannot be written", code: ELOOP)
    }
}
