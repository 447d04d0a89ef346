/// The images of some shards, and the folders that they lie in.
struct TarImages: Sendable {
    private(set) var paths = PathList()
    private(set) var places: [EncodedImages.Place] = []
    /// What `KEY.cls` says of each; empty where folders are the classes.
    private(set) var numbers: [Int32] = []
    /// Of each image, by its place in `folders`.
    private(set) var folder: [Int32] = []
    /// Each folder within the archives, taken apart.
    private(set) var folders: [[String]] = []

    var count: Int { places.count }

    init() {}

    /// One after another; all of one archive, and so with the same folders.
    init(joining parts: [TarImages]) {
        folders = parts.first?.folders ?? []
        for part in parts {
            paths.append(part.paths)
            places += part.places
            numbers += part.numbers
            folder += part.folder
        }
    }

    /// - Parameters:
    ///   - shards: with their places among all of the set.
    ///   - left: counts what lies beside the images.
    /// - Throws: `DataError` for a shard with images of which it does not say the class.
    init(
        _ root: String, _ shards: [(place: Int, shard: TarIndex.Shard)], imageKey: [String]?, isLabelled: Bool,
        _ left: inout LeftOut
    ) throws {
        var known: [[String]: Int32] = [:]
        for (container, shard) in shards where shard.count > 0 {
            let subject = "\(root)/\(shard.name)"
            let images = try ImageKey.images(
                of: shard.paths, wanted: imageKey, hasClasses: !shard.classes.isEmpty, subject)
            left.add(.companions, shard.count - images.count)
            guard numbers.isEmpty == (shard.classes.isEmpty || count == 0) || images.isEmpty || !isLabelled else {
                throw DataError(root, "has tar files with .cls members and others without; use one way for all")
            }
            for i in images {
                paths.append(shard.paths[i])
                places.append(
                    EncodedImages.Place(
                        container: Int32(container), offset: shard.offsets[i], length: shard.lengths[i]))
                if isLabelled, !shard.classes.isEmpty {
                    numbers.append(try TarImages.number(shard.classes[i], of: shard.paths[i], subject))
                }
                let pieces = TarPath(shard.paths[i]).folders
                if known[pieces] == nil {
                    known[pieces] = Int32(folders.count)
                    folders.append(pieces)
                }
                folder.append(known[pieces] ?? 0)
            }
        }
    }

    private static func number(_ text: String?, of path: String, _ subject: String) throws -> Int32 {
        let member = String(decoding: ImageKey(path).key, as: UTF8.self) + ".cls"
        guard let text else {
            throw DataError(subject, "labels do not match images: \(path) has no \(member) beside it")
        }
        guard let number = Int32(text), number >= 0, number < 1 << 20 else {
            throw DataError(
                subject, "\(member) says '\(text.prefix(40))'; a class is a number from 0, below \(1 << 20)")
        }
        return number
    }

    /// The images whose first folder is this one.
    func inside(_ first: String) -> TarImages {
        var result = TarImages()
        result.folders = folders
        for i in 0..<count where folders[Int(folder[i])].first == first {
            result.paths.append(paths[i])
            result.places.append(places[i])
            result.folder.append(folder[i])
            if !numbers.isEmpty { result.numbers.append(numbers[i]) }
        }
        return result
    }

    /// Leaves out the first folders of all.
    mutating func drop(_ count: Int) { folders = folders.map { Array($0.dropFirst(count)) } }

    /// The folders that hold images.
    var used: Set<[String]> { Set(Set(folder).map { folders[Int($0)] }) }

    /// How many folders at the beginning are those of all images, and leave a further folder for each.
    static func common(_ all: [TarImages]) -> Int {
        let used = all.flatMap(\.used)
        guard let first = used.first, used.count > 1 else { return 0 }
        let shortest = used.map(\.count).min() ?? 0
        var count = 0
        while count < shortest - 1, used.allSatisfy({ $0[count] == first[count] }) { count += 1 }
        return count
    }

    /// Folders at the beginning, as `SplitFolders` looks at them.
    var candidates: [SplitFolders.Candidate] {
        let named = used.filter { !$0.isEmpty }
        let flat = Set(named.filter { $0.count == 1 }.map { $0[0] })
        // images with a class of their own lie right in a split
        return Set(named.map { $0[0] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
            SplitFolders.Candidate(name: $0, isFlat: numbers.isEmpty && flat.contains($0))
        }
    }
}
