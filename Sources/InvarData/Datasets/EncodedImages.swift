/// JPEG and PNG images that are read and decoded when they are needed: files of a folder, or members of tar shards.
package struct EncodedImages: Sendable {
    /// Where one image's bytes are.
    package struct Place: Sendable, Hashable {
        /// Which file of `containers`.
        package let container: Int32
        package let offset: Int
        package let length: Int
    }

    package let root: String
    /// Paths of the shards, seen from the root; none where each image is a file.
    package let containers: [String]
    /// Of members of shards; none where each image is a file.
    package let places: [Place]
    /// Each image's path, seen from the root or within its shard.
    package let paths: PathList

    package init(root: String, files: PathList) {
        (self.root, containers, places, paths) = (root, [], [], files)
    }

    /// The picture files in a folder, and in the folders within it.
    /// - Throws: `DataError` for a folder that cannot be read or holds no pictures.
    package init(folder: String) throws {
        let files = try PictureFolder.all(folder, "").files
        guard files.count > 0 else { throw DataError(folder, "holds no pictures; give a folder with some") }
        self.init(root: folder, files: files)
    }

    package init(root: String, containers: [String], places: [Place], paths: PathList) {
        (self.root, self.containers, self.places, self.paths) = (root, containers, places, paths)
    }

    package var count: Int { paths.count }

    /// Whether an image may have other channels than colours: a TIFF file.
    var mayHaveBands: Bool {
        (0..<count).contains { place in
            let name = paths[place].lowercased()
            return name.hasSuffix(".tif") || name.hasSuffix(".tiff")
        }
    }

    func picked(_ indices: [Int]) -> EncodedImages {
        EncodedImages(
            root: root, containers: containers, places: containers.isEmpty ? [] : indices.map { places[$0] },
            paths: PathList(indices.lazy.map { paths[$0] }))
    }

    /// What the log of bad images calls an image.
    func name(of index: Int) -> String {
        containers.isEmpty ? paths[index] : "\(containers[Int(places[index].container)])/\(paths[index])"
    }

    var identity: [UInt8] {
        paths.bytes + places.flatMap { place in (0..<8).map { UInt8(truncatingIfNeeded: place.length >> (8 * $0)) } }
    }
}

/// Many paths in one piece of memory: a million strings would take several times as much.
package struct PathList: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    package init() {}

    package init(_ paths: some Sequence<String>) { for path in paths { append(path) } }

    /// As `bytes` are: each path's UTF-8, and a zero after it. Nothing where they are anything else than so many paths.
    init?(bytes: some Collection<UInt8>, count: Int) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.bytes = Array(bytes)
        ends.reserveCapacity(count)
        for (place, byte) in self.bytes.enumerated() where byte == 0 { ends.append(place + 1) }
        guard ends.count == count, ends.last ?? 0 == self.bytes.count else { return nil }
    }

    package mutating func append(_ path: String) {
        bytes += path.utf8
        // a byte that no path holds, so that lists differ where their paths do
        bytes.append(0)
        ends.append(bytes.count)
    }

    mutating func append(_ other: PathList) {
        ends += other.ends.map { $0 + bytes.count }
        bytes += other.bytes
    }

    package var count: Int { ends.count }

    package subscript(index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

    /// As text in UTF-8.
    func bytes(of index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<(ends[index] - 1)] }
}
