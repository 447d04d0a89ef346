import Foundation

/// What walking tar shards found in each, so that a data set can be made of them without opening any.
///
/// It says what the shards hold, and not what is made of it: how members become images, splits and classes (`DataSettings`) is worked out
/// of it each time. So one index serves all settings.
struct TarIndex: Sendable, Hashable {
    struct Shard: Sendable, Hashable {
        /// Seen from the set's root.
        let name: String
        let size: Int
        /// Seconds since 1970, and nanoseconds of that second.
        let changed: [Int]
        /// Of the pictures, in the order of the shard.
        var paths = PathList()
        var offsets: [Int] = []
        var lengths: [Int] = []
        /// What the member `KEY.cls` of each picture says; empty where the shard has no such members.
        var classes: [String?] = []
        var leftOut = LeftOut()

        var count: Int { paths.count }

        func fits(_ status: FileStatus) -> Bool { size == status.size && changed == status.changed }
    }

    var shards: [Shard] = []

    /// Pictures in all shards.
    var count: Int { shards.reduce(0) { $0 + $1.count } }
}

extension TarIndex.Shard {
    /// Walks a shard: its headers, and the members that say classes, are read, and no image.
    /// - Throws: `DataError` for a shard that cannot be read.
    init(walking name: String, of root: String, _ status: FileStatus, _ calls: any FileCalls) throws {
        let path = "\(root)/\(name)"
        (self.name, size, changed) = (name, status.size, status.changed)
        let file = try ByteFile(path, calls)
        let found = try TarShard(file)
        leftOut = found.leftOut
        var texts: [[UInt8]: String] = [:]
        for member in found.members where member.path.hasSuffix(".cls") {
            guard member.length <= 4096 else {
                throw DataError("\(path)/\(member.path)", "is no class: it is too long")
            }
            texts[ImageKey(member.path).key] = String(
                decoding: try file.read(at: member.offset, count: member.length), as: UTF8.self
            ).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        for member in found.members where FolderListing.isPicture(member.path) {
            paths.append(member.path)
            offsets.append(member.offset)
            lengths.append(member.length)
            if !texts.isEmpty { classes.append(texts[ImageKey(member.path).key]) }
        }
    }
}
