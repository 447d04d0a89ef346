import Foundation

/// What lies in a directory, names sorted by their bytes so that every machine sees one order.
struct FolderListing {
    private(set) var folders: [String] = []
    private(set) var files: [String] = []
    /// What was passed over.
    private(set) var leftOut = LeftOut()

    /// - Throws: `DataError` for a directory that cannot be read.
    init(_ path: String) throws {
        guard let entries = System.entries(of: path) else { throw DataError.system(path, "cannot be read") }
        for (name, kind) in entries {
            if [".", "..", KnownShards.fileName, KnownShards.earlierFileName].contains(name) { continue }
            if LeftOut.isHidden(name) {
                leftOut.add(.hidden)
                continue
            }
            switch kind {
            case .folder: folders.append(name)
            case .file: files.append(name)
            case .other:
                // a link, or a file system that does not say
                guard let status = FileStatus("\(path)/\(name)") else {
                    leftOut.add(.deadLinks)
                    continue
                }
                if status.isDirectory { folders.append(name) }
                if status.isFile { files.append(name) }
            }
        }
        func bytes(_ a: String, _ b: String) -> Bool { a.pathBytes.lexicographicallyPrecedes(b.pathBytes) }
        folders.sort(by: bytes)
        files.sort(by: bytes)
    }

    /// Files whose name says that they are meant as pictures; which kind they are, their bytes say.
    var pictures: [String] { files.filter(FolderListing.isPicture) }

    /// What is passed over by whoever takes the pictures alone.
    var allButPictures: LeftOut {
        var left = leftOut
        left.add(.archives, files.count(where: TarFolder.isArchive))
        left.add(.others, files.count { !FolderListing.isPicture($0) && !TarFolder.isArchive($0) })
        return left
    }

    private static let endings: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "tif", "tiff", "ppm", "pgm",
    ]

    static func isPicture(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }
}
