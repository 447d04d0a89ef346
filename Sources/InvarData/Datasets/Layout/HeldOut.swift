/// Which images of a set that comes in one piece are kept for the test.
///
/// One in ten of each class, at least one where there are two: those whose path has the smallest hash. The split
/// depends on the paths alone, and changes little where images are added.
enum HeldOut {
    /// Places of images that belong to the split, in order.
    /// - Parameter classes: each image's.
    static func places(_ paths: PathList, _ classes: [Int32], classCount: Int, _ split: Dataset.Split) -> [Int] {
        var members: [[Int]] = Array(repeating: [], count: classCount)
        for (place, label) in classes.enumerated() { members[Int(label)].append(place) }
        return members.flatMap { places($0, of: paths, split) }.sorted()
    }

    private static func places(_ members: [Int], of paths: PathList, _ split: Dataset.Split) -> ArraySlice<Int> {
        let kept = members.count < 2 ? 0 : max(1, members.count / 10)
        let hashes = members.map { hash(paths.bytes(of: $0)) }
        let order = members.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }.map { members[$0] }
        return split == .test ? order[..<kept] : order[kept...]
    }

    /// FNV-1a, with its bits mixed once more: neighbouring names differ in their last letters alone.
    private static func hash(_ path: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
        return hash ^ hash >> 32
    }

    /// What is said of so many.
    static func inWords(_ count: Int, of item: String = "image") -> String {
        count > 0 ? "one \(item) in ten (\(count))" : "nothing (no class has two \(item)s)"
    }

    static func none(_ root: String, of item: String = "image") -> DataError {
        DataError(
            root,
            "has no class with two \(item)s, so that none is held out for the test; add \(item)s, or a folder test with its own"
        )
    }
}
