/// Which images of a set that comes in one piece are kept for the test.
///
/// One in ten of each class, at least one where there are two: those whose path has the smallest hash. The split
/// depends on the paths alone, and changes little where images are added.
enum HeldOut {
    /// Places of `paths`, which are of one class, that belong to the split; in order.
    static func places(_ paths: [String], _ split: Dataset.Split) -> [Int] {
        let kept = paths.count < 2 ? 0 : max(1, paths.count / 10)
        let hashes = paths.map(hash)
        let order = paths.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
        return (split == .test ? order[..<kept] : order[kept...]).sorted()
    }

    /// FNV-1a, with its bits mixed once more: neighbouring names differ in their last letters alone.
    private static func hash(_ path: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
        return hash ^ hash >> 32
    }
}
