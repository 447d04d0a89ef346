/// An index of tar shards that is made ahead of any run (`invar index`).
package struct MadeIndex: Sendable {
    /// The file.
    package let path: String
    package let shards: Int
    /// Pictures in all shards, of whatever split.
    package let images: Int
    package let bytes: Int

    /// Where runs look for it without being told.
    package static func usualPlace(in directory: String) -> String { KnownShards.place(in: directory) }

    /// Walks all shards of a directory, whatever earlier indices say of them, and writes what they hold to a file: as a whole, or
    /// not at all.
    ///
    /// - Parameter path: of the file; an older one goes. Nothing: among the shards.
    /// - Throws: `DataError` for a directory without shards, a shard that cannot be read, a file that cannot be written;
    ///   `IndexStopped` where nobody wants it any more.
    package init(of directory: String, to path: String? = nil, progress: IndexProgress? = nil) throws {
        guard let status = FileStatus(directory), status.isDirectory else {
            throw DataError(directory, "is not a directory; give the one that holds the tar shards")
        }
        switch DatasetKind(of: directory) {
        case .tar: break
        case .folder:
            throw DataError(
                directory,
                "holds pictures in folders, which need no index; indices are of tar shards, whose headers would be read "
                    + "at each start")
        case .idx, .npy, .published, .sounds:
            throw DataError(directory, "holds a data set that needs no index; indices are of tar shards")
        case nil: throw DataError(directory, "holds no tar shards; give the directory that they lie in")
        }
        let names = try TarSplits.all(directory).map { name in
            guard let status = FileStatus("\(directory)/\(name)") else {
                throw DataError.system("\(directory)/\(name)", "cannot be read")
            }
            return (name: name, status: status)
        }
        let index = TarIndex(shards: try ShardWalk.shards(directory, names, progress))
        let content = TarIndexFile.bytes(of: index)
        self.path = path ?? MadeIndex.usualPlace(in: directory)
        (shards, images, bytes) = (index.shards.count, index.count, content.count)
        if progress?.isStopped() == true { throw IndexStopped() }
        try AtomicFile.write(content, to: self.path)
    }
}
