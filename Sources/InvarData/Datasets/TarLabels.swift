import Foundation

extension TarFolder {
    /// Finds each image's class.
    struct Labels {
        let root: String

        init(_ root: String) { self.root = root }

        func images(of index: TarIndex, classesFrom root: String) throws -> Labelled {
            var paths = PathList()
            var places: [EncodedImages.Place] = []
            var numbers: [Int32] = []
            var folders: [String] = []
            for (container, shard) in index.shards.enumerated() {
                for (i, path) in shard.paths.enumerated() {
                    paths.append(path)
                    places.append(
                        EncodedImages.Place(
                            container: Int32(container), offset: shard.offsets[i], length: shard.lengths[i]))
                    if shard.classes.isEmpty {
                        folders.append(try folder(path, shard.name))
                    } else {
                        numbers.append(try number(path, shard))
                    }
                }
            }
            guard numbers.isEmpty || folders.isEmpty else {
                throw DataError(root, "has tar files with .cls members and others without; use one way for all")
            }
            let images = EncodedImages(
                root: root, containers: index.shards.map(\.name), places: places, paths: paths)
            if folders.isEmpty {
                return Labelled(images: images, labels: numbers, classNames: try names(atLeast: numbers.max() ?? 0))
            }
            let known = try folderNames(folders)
            let labels = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0)) })
            return Labelled(images: images, labels: folders.map { labels[$0] ?? 0 }, classNames: known)
        }

        /// The class that WebDataset's member beside the image names: `a/b.x.jpg` and `a/b.cls` are of one key.
        private func number(_ path: String, _ shard: TarIndex.Shard) throws -> Int32 {
            let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            let key = String(path.dropLast(file.count)) + (file.split(separator: ".", maxSplits: 1).first ?? "")
            guard let text = shard.classes["\(key).cls"] else {
                throw DataError(
                    "\(root)/\(shard.name)", "labels do not match images: \(path) has no \(key).cls beside it")
            }
            guard let number = Int32(text), number >= 0, number < 1 << 24 else {
                throw DataError(
                    "\(root)/\(shard.name)", "\(key).cls says '\(text.prefix(40))'; a class is a number from 0")
            }
            return number
        }

        private func folder(_ path: String, _ shard: String) throws -> String {
            let pieces = path.split(separator: "/").filter { $0 != "." }
            guard pieces.count >= 2 else {
                throw DataError(
                    "\(root)/\(shard)",
                    "\(path) has no class; name members CLASS/NAME.jpg, or add NAME.cls with its number")
            }
            return pieces.dropLast().joined(separator: "/")
        }

        /// Test shards may lack a class: `classes.txt`, one name a line, then says which there are.
        private func folderNames(_ folders: [String]) throws -> [String] {
            let found = Set(folders).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            guard let listed = try listed() else { return found }
            if let other = found.first(where: { !listed.contains($0) }) {
                throw DataError("\(root)/classes.txt", "does not name the class \(other) that shards have")
            }
            return listed
        }

        private func names(atLeast most: Int32) throws -> [String] {
            guard let listed = try listed() else { return (0...most).map(String.init) }
            guard listed.count > most else {
                throw DataError(
                    "\(root)/classes.txt", "names \(listed.count) classes, and images have classes up to \(most)")
            }
            return listed
        }

        private func listed() throws -> [String]? {
            let path = "\(root)/classes.txt"
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            let file = try ByteFile(path)
            let text = String(decoding: try file.read(at: 0, count: min(file.size, 16 << 20)), as: UTF8.self)
            return text.split(whereSeparator: \.isNewline).map(String.init)
        }
    }
}
