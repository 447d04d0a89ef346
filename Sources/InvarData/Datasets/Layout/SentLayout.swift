/// A data set that another rank has found. All is said: nothing is looked up, and no file is opened before an image is needed.
struct SentLayout: DataLayout {
    let kind: String
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut: LeftOut
    let notes: [String]
    private let parts: [Dataset.Split: Part]

    private enum Part: Sendable {
        case images(EncodedImages, labels: [Int32], classNames: [String])
        case missing(DataError)
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        switch parts[split] {
        case .images(let images, let labels, let classNames):
            try Dataset(name: name, split: split, images: .encoded(images), labels: labels, classNames: classNames)
        case .missing(let error): throw error
        case nil: throw DataError(name, "has no \(split.rawValue) images that another rank knows of")
        }
    }

    /// What `read` makes a layout of. All splits are made for that, the unlabelled one as well.
    /// - Returns: nothing for images that each rank had better read itself: they are in memory, or in files of records.
    /// - Throws: what goes wrong with a split that is another error than that it cannot be made.
    static func bytes(of layout: any DataLayout, name: String) throws -> [UInt8]? {
        var writer = ByteWriter()
        writer.add(layout.kind)
        writer.add(layout.classNames)
        writer.add(layout.leftOut)
        writer.add(layout.notes)
        for split in Dataset.Split.allCases {
            writer.add(layout.splits[split].map { [$0] } ?? [])
            do {
                let set = try layout.dataset(split, name: name)
                guard case .encoded(let images) = set.images else { return nil }
                writer.add(1)
                writer.add(images)
                writer.add(set.labels)
                writer.add(set.classNames)
            } catch let error as DataError {
                writer.add(0)
                writer.add(error.subject)
                writer.add(error.message)
            }
        }
        return writer.bytes
    }

    /// - Throws: `Damage` for bytes that are not those of a layout.
    init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
        kind = try reader.text()
        classNames = try reader.texts()
        leftOut = try reader.leftOut()
        notes = try reader.texts()
        var (splits, parts): ([Dataset.Split: String], [Dataset.Split: Part]) = ([:], [:])
        for split in Dataset.Split.allCases {
            splits[split] = try reader.texts().first
            if try reader.number(upTo: 1) == 1 {
                let images = try reader.images()
                let (labels, names) = (try reader.shortNumbers(), try reader.texts())
                guard labels.count == images.count else {
                    throw ByteReader.Damage(words: "\(labels.count) labels for \(images.count) images")
                }
                parts[split] = .images(images, labels: labels, classNames: names)
            } else {
                parts[split] = .missing(DataError(try reader.text(), try reader.text()))
            }
        }
        (self.splits, self.parts) = (splits, parts)
    }
}

extension ByteWriter {
    fileprivate mutating func add(_ images: EncodedImages) {
        add(images.root)
        add(images.containers)
        add(images.paths)
        add(images.places.map(\.container))
        add(images.places.map(\.offset))
        add(images.places.map(\.length))
    }
}

extension ByteReader {
    fileprivate mutating func images() throws(Damage) -> EncodedImages {
        let (root, containers, paths) = (try text(), try texts(), try paths())
        let (ofShards, offsets, lengths) = (try shortNumbers(), try numbers(), try numbers())
        guard !containers.isEmpty else {
            guard ofShards.isEmpty, offsets.isEmpty, lengths.isEmpty else { throw Damage(words: "places in no shard") }
            return EncodedImages(root: root, files: paths)
        }
        guard containers.allSatisfy(TarFolder.isSoundName) else {
            throw Damage(words: "a shard outside of the directory")
        }
        guard ofShards.count == paths.count, offsets.count == paths.count, lengths.count == paths.count else {
            throw Damage(words: "more or fewer places than images")
        }
        var places: [EncodedImages.Place] = []
        places.reserveCapacity(paths.count)
        for (container, (offset, length)) in zip(ofShards, zip(offsets, lengths)) {
            guard 0..<Int32(clamping: containers.count) ~= container, offset >= 0, length >= 0 else {
                throw Damage(words: "an image in no shard")
            }
            places.append(EncodedImages.Place(container: container, offset: offset, length: length))
        }
        return EncodedImages(root: root, containers: containers, places: places, paths: paths)
    }
}
