import Foundation

/// What lies in a directory, names sorted by their bytes so that every machine sees one order.
struct FolderListing {
    private(set) var folders: [String] = []
    private(set) var files: [String] = []

    /// - Throws: `DataError` for a directory that cannot be read.
    init(_ path: String) throws {
        guard let directory = opendir(path) else { throw DataError.system(path, "cannot be read") }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            switch Int32(entry.pointee.d_type) {
            case 4: folders.append(name)
            case 8: files.append(name)
            default:
                // a link, or a file system that does not say
                var status = stat()
                guard stat("\(path)/\(name)", &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(name) }
                if status.st_mode & S_IFMT == S_IFREG { files.append(name) }
            }
        }
        func bytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
        folders.sort(by: bytes)
        files.sort(by: bytes)
    }

    /// Files whose name says that they are meant as pictures; which kind they are, their bytes say.
    var pictures: [String] { files.filter(FolderListing.isPicture) }

    private static let endings: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "tif", "tiff", "ppm", "pgm",
    ]

    static func isPicture(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }
}
