import Foundation

/// The pictures, or the sounds, of one folder of classes: those of a split, or of a whole set.
struct PictureFolder: Sendable {
    struct Class: Sendable {
        let name: String
        /// Seen from the set's root.
        let files: PathList
    }

    /// By the folders' names, sorted by their bytes.
    private(set) var classes: [Class] = []
    /// Folders that hold none of them, nor any folder with one.
    private(set) var empty: [String] = []
    /// Pictures right in the folder, seen from the root.
    private(set) var loose = PathList()
    private(set) var leftOut: LeftOut

    private let root: String
    private let media: Media
    /// Folders that were read for the class at hand, and those above it: links may lead back to them.
    private var visited: Set<FileStatus.Identity> = []

    /// - Parameters:
    ///   - folder: seen from the root; empty for the root itself.
    ///   - passedOver: folders right in it that are none of its classes.
    /// - Throws: `DataError` for a folder that cannot be read.
    init(_ root: String, _ folder: String, _ media: Media = .pictures, passedOver: Set<String> = []) throws {
        (self.root, self.media) = (root, media)
        let listing = try FolderListing(PictureFolder.path(root, folder))
        leftOut = listing.allBut(media)
        for picture in listing.items(media) { loose.append(PictureFolder.joined(folder, picture)) }
        let above = Set([root, PictureFolder.path(root, folder)].compactMap { FileStatus($0)?.identity })
        for name in listing.folders where !passedOver.contains(name) {
            visited = above
            let inside = PictureFolder.joined(folder, name)
            guard isNew(inside) else { continue }
            var files = PathList()
            try walk(inside, into: &files)
            if files.count == 0 { empty.append(name) } else { classes.append(Class(name: name, files: files)) }
        }
    }

    /// Everything in it, whatever folders it lies in.
    static func all(
        _ root: String, _ folder: String, _ media: Media = .pictures
    ) throws -> (files: PathList, leftOut: LeftOut) {
        let found = try PictureFolder(root, folder, media)
        var files = found.loose
        for one in found.classes { files.append(one.files) }
        return (files, found.leftOut)
    }

    /// Pictures in a folder, then those of the folders within it.
    private mutating func walk(_ folder: String, into files: inout PathList) throws {
        let listing = try FolderListing("\(root)/\(folder)")
        leftOut.add(listing.allBut(media))
        for picture in listing.items(media) { files.append("\(folder)/\(picture)") }
        for name in listing.folders where isNew("\(folder)/\(name)") { try walk("\(folder)/\(name)", into: &files) }
    }

    private mutating func isNew(_ folder: String) -> Bool {
        guard let status = FileStatus("\(root)/\(folder)") else { return false }
        if visited.insert(status.identity).inserted { return true }
        leftOut.add(.circles)
        return false
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private static func path(_ root: String, _ folder: String) -> String {
        folder.isEmpty ? root : "\(root)/\(folder)"
    }
}
