/// WebDataset's names: a member's key is its path up to the first dot of the last part, its kind is what follows.
/// `a/b.mask.png` has the key `a/b` and the kind `mask.png`.
struct ImageKey: Sendable {
    /// UTF-8: two keys are one where their bytes are.
    let key: [UInt8]
    let kind: String

    init(_ path: String) {
        let bytes = Array(path.utf8)
        let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        let dot = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
        key = Array(bytes[..<dot])
        kind = String(decoding: bytes[min(dot + 1, bytes.count)...], as: UTF8.self).lowercased()
    }

    private var isPlain: Bool { !kind.utf8.contains(UInt8(ascii: ".")) }

    /// Which of a shard's pictures are its images, in order; the others lie beside an image of the same key.
    ///
    /// - Parameters:
    ///   - wanted: see `DataSettings.imageKey`.
    ///   - hasClasses: whether `KEY.cls` says the class, so that a key has one image. Otherwise names with dots are names.
    /// - Throws: `DataError` where a key has several that could be meant.
    static func images(
        of paths: PathList, wanted: [String]?, hasClasses: Bool, _ subject: String
    ) throws -> [Int] {
        let keys = (0..<paths.count).map { ImageKey(paths[$0]) }
        let ofKey = Dictionary(grouping: keys.indices, by: { keys[$0].key })
        if let wanted {
            let chosen = ofKey.values.compactMap { places in
                wanted.lazy.compactMap { kind in places.first { keys[$0].kind == kind } }.first
            }
            return chosen.sorted()
        }
        return try ofKey.values.flatMap { places in
            let plain = places.filter { keys[$0].isPlain }
            let images = plain.isEmpty ? places : plain
            guard !hasClasses || images.count == 1 else {
                throw DataError(
                    subject,
                    "has for one key \(images.map { paths[$0] }.joined(separator: ", ")); say which kind is the image "
                        + "(--image-key \(keys[images[0]].kind))")
            }
            return images
        }.sorted()
    }
}
