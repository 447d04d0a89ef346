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
    var pictures: [String] { items(.pictures) }

    /// Files whose name says that they are of this kind.
    func items(_ media: Media) -> [String] { files.filter(media.isOne) }

    /// What is passed over by whoever takes the pictures alone.
    var allButPictures: LeftOut { allBut(.pictures) }

    /// What is passed over by whoever takes files of this kind alone.
    func allBut(_ media: Media) -> LeftOut {
        var left = leftOut
        left.media = media
        left.add(.archives, files.count(where: TarFolder.isArchive))
        left.add(.others, files.count { !media.isOne($0) && !TarFolder.isArchive($0) })
        return left
    }

    static func isPicture(_ name: String) -> Bool { Media.pictures.isOne(name) }
}

/// What kind of files a folder is searched for.
enum Media: Sendable, Hashable {
    case pictures, sounds

    private static let ofPictures: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "tif", "tiff", "ppm", "pgm",
    ]
    private static let ofSounds: Set<String> = ["wav", "wave"]

    /// Whether a file's name says that it is one.
    func isOne(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let ending = name[name.index(after: dot)...].lowercased()
        return switch self {
        case .pictures: Media.ofPictures.contains(ending)
        case .sounds: Media.ofSounds.contains(ending)
        }
    }

    /// What one of a data set is called.
    var item: String { self == .pictures ? "image" : "sound" }
    /// What one file is called.
    var file: String { self == .pictures ? "picture" : "sound" }
    /// What files may be, in words.
    var kinds: String { self == .pictures ? "jpg, png, webp, tif" : "wav" }
}
