import Foundation

/// A folder of images by class: `root/train/CLASS/*` and `root/test/CLASS/*` (or `val`), or `root/CLASS/*`, of which
/// one image in ten is held out. A folder of images without classes (`root/*`) has one class.
enum ImageFolder {
    /// Whether images lie where such a folder has them. Looks at a few folders only.
    static func isOne(_ root: String) -> Bool {
        guard let top = try? FolderListing(root) else { return false }
        if !top.pictures.isEmpty { return true }
        return top.folders.prefix(20).contains { folder in
            guard let inner = try? FolderListing("\(root)/\(folder)") else { return false }
            return !inner.pictures.isEmpty
                || inner.folders.prefix(20).contains {
                    (try? FolderListing("\(root)/\(folder)/\($0)"))?.pictures.isEmpty == false
                }
        }
    }

    static func load(_ root: String, split: Dataset.Split, name: String) throws -> Dataset {
        let top = try FolderListing(root)
        let hasParts = top.folders.contains("train")
        guard hasParts else {
            guard split != .unlabeled else { throw unlabeled(root) }
            return try load(root, "", classes: top.folders, split, heldOut: split, name)
        }
        let wanted = split == .test ? ["test", "val", "validation"] : [split.rawValue]
        guard let part = wanted.first(where: { top.folders.contains($0) }) else {
            throw split == .unlabeled
                ? unlabeled(root)
                : DataError(
                    root, "has a folder train, and none named test or val; add one, or put the classes right into it")
        }
        // test images are numbered as those of training are, so that a class may be missing among them
        let classes = try FolderListing("\(root)/\(split == .unlabeled ? part : "train")").folders
        if split == .test {
            let known = Set(classes)
            let others = try FolderListing("\(root)/\(part)").folders.filter { !known.contains($0) }
            if let other = others.first {
                throw DataError(
                    "\(root)/\(part)/\(other)", "is a class that \(root)/train does not have; labels would not match")
            }
        }
        return try load(root, part, classes: classes, split, heldOut: nil, name)
    }

    private static func unlabeled(_ root: String) -> DataError {
        DataError(root, "has no folder unlabeled; choose train or test, whose labels pretraining does not look at")
    }

    private static func load(
        _ root: String, _ part: String, classes: [String], _ split: Dataset.Split, heldOut: Dataset.Split?,
        _ name: String
    ) throws -> Dataset {
        let directory = part.isEmpty ? root : "\(root)/\(part)"
        var files = PathList()
        var labels: [Int32] = []
        func add(_ folder: String, label: Int32) throws {
            let inside = [part, folder].filter { !$0.isEmpty }.joined(separator: "/")
            let path = inside.isEmpty ? root : "\(root)/\(inside)"
            let found = try pictures(path).map { inside.isEmpty ? $0 : "\(inside)/\($0)" }
            if found.isEmpty, split != .test {
                throw DataError(path, "is a class without images (jpg, png); delete the folder, or fill it")
            }
            let places = heldOut.map { HeldOut.places(found, $0) } ?? Array(found.indices)
            for place in places {
                files.append(found[place])
                labels.append(label)
            }
        }
        let existing = try FolderListing(directory)
        if classes.isEmpty, !existing.pictures.isEmpty {
            try add("", label: 0)
        } else {
            let present = Set(existing.folders)
            for (label, folder) in classes.enumerated() where present.contains(folder) {
                try add(folder, label: Int32(label))
            }
        }
        guard !labels.isEmpty else {
            throw DataError(directory, "has no images; put them into a folder for each class, as jpg or png files")
        }
        return try Dataset(
            name: name, split: split, images: .encoded(EncodedImages(root: root, files: files)), labels: labels,
            classNames: classes.isEmpty ? ["images"] : classes)
    }

    /// Pictures in a folder and in the folders within it.
    private static func pictures(_ path: String) throws -> [String] {
        let listing = try FolderListing(path)
        return try listing.pictures
            + listing.folders.flatMap { folder in try pictures("\(path)/\(folder)").map { "\(folder)/\($0)" } }
    }
}
