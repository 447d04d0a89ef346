import CZlib
import Foundation
import Invar
import InvarData

extension Format {
    static let datasets = [idx, compressedIdx, arrays, wav, cifar, stl, tar, tarIndex, sentData, badImages, badNews]

    /// Images and labels, plain.
    private static let idx = dataset("idx", files: ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"]) { Idx.files }

    /// The same compressed: half of the mutants are damaged before that.
    private static let compressedIdx = Format(name: "idx.gz") { folder in
        let names = ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"]
        var reader = try dataset(folder, files: names, corpus: Idx.files.map(gzip))
        reader.repair = { bytes in gzip((try? Idx.inflated(bytes)) ?? bytes) }
        return reader
    }

    /// Images and labels as NumPy's arrays.
    private static let arrays = Format(name: "arrays") { folder in
        let path = "\(folder.path)/sample.npy"
        func file(_ shape: [Int], _ values: StoredTensor.Values) throws -> [UInt8] {
            try NpyFile.write(StoredTensor(shape: shape, values), to: path)
            defer { unlink(path) }
            return try folder.bytes("sample.npy")
        }
        let images = try file([2, 4, 4, 1], .uint8(pattern(32)))
        return try dataset(
            folder, files: ["train-images.npy", "train-labels.npy"], corpus: [images, file([2], .int64([0, 1]))])
    }

    /// Sounds of most forms. What is content with a file has told the truth about its size.
    private static let wav = Format(name: "wav") { _ in
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        func file(_ tag: Int, _ bits: Int, _ channels: Int) -> [UInt8] {
            let frame = bits / 8 * channels
            var form = little(tag, 2) + little(channels, 2) + little(8000, 4)
            form += little(8000 * frame, 4) + little(frame, 2) + little(bits, 2)
            // numbers of no other form are fractions that are none
            let data = [UInt8](repeating: 0x3C, count: 12 * frame)
            var body = Array("WAVEfmt ".utf8) + little(16, 4) + form
            body += Array("data".utf8) + little(data.count, 4) + data
            return Array("RIFF".utf8) + little(body.count, 4) + body
        }
        let corpus = [(1, 8, 1), (1, 16, 2), (1, 24, 1), (1, 32, 1), (3, 32, 2), (3, 64, 1)].map(file)
        return Reader(corpus: corpus) { mutant in
            let sound = try WavFile(mutant.bytes)
            guard sound.samples > 0, sound.values.count <= mutant.bytes.count, sound.values.allSatisfy(\.isFinite)
            else {
                throw Violation("a sound of \(sound.values.count) values from \(mutant.bytes.count) bytes")
            }
        }
    }

    private static let cifar = dataset("cifar", files: (1...5).map { "data_batch_\($0).bin" }) {
        (0..<5).map { file in [UInt8(file)] + pattern(3072) + [9] + pattern(3072) }
    }

    private static let stl = dataset("stl", files: ["train_X.bin", "train_y.bin", "class_names.txt"]) {
        [pattern(2 * 27648), [1, 10], Array("airplane\nbird\ncar\ncat\ndeer\ndog\nhorse\nmonkey\nship\ntruck\n".utf8)]
    }

    private static let tar = Format(name: "tar") { folder in
        var reader = try dataset(folder, files: ["a.tar", "a.tar"], corpus: try Tar.shards)
        reader.repair = Tar.repair
        return reader
    }

    /// What Invar keeps beside the shards, so that they need not be walked again.
    private static let tarIndex = Format(name: "tar-index") { folder in
        for (name, shard) in zip(["a.tar", "b.tar"], [try Tar.shards[1], try Tar.shards[1]]) {
            let path = try folder.put(name, shard)
            // the index holds the time of change, and mutants must not depend on when this is
            let times = [timespec(tv_sec: 1_700_000_000, tv_nsec: 5), timespec(tv_sec: 1_700_000_000, tv_nsec: 5)]
            utimensat(AT_FDCWD, path, times, 0)
        }
        let path = try MadeIndex(of: folder.path).path
        let index = PathParts.name(path)
        let sound = try folder.bytes(index)
        var reader = Reader(corpus: [sound], names: [folder.path]) { mutant in
            try folder.put(index, mutant.bytes)
            try look(folder)
        }
        reader.repair = { bytes in bytes.count < 16 ? bytes : bytes[..<12] + checksum(bytes[16...]) + bytes[16...] }
        return reader
    }

    /// CRC-32, its lowest byte first.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = UInt32(
            truncatingIfNeeded: Array(bytes).withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
        return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
    }

    /// Where images lie, as one rank tells the others: of tar shards, and of pictures in folders.
    private static let sentData = Format(name: "sent-data") { folder in
        let (shards, pictures) = (try folder.folder("shards"), try folder.folder("pictures/cat"))
        try shards.put("a.tar", Tar.shards[1])
        for i in 0..<3 { try pictures.put("\(i).png", Tar.tinyPNG) }
        let corpus = try ["shards", "pictures"].map { try DataSource("\(folder.path)/\($0)").bytes() }
        return Reader(corpus: corpus) { mutant in
            guard let source = try DataSource(mutant.bytes, settings: DataSettings()) else { return }
            guard !source.line.isEmpty else { throw Violation("a data set without words") }
            for split in Dataset.Split.allCases {
                guard let data = try? source.dataset(split) else { continue }
                _ = (data.identity, data.imageName(at: data.count - 1))
                let image = Image(channels: 1, height: 4, width: 4)
                let batches = try PlainBatches(
                    data, views: Views {}, image: image, bad: BadImages(limit: .max), threads: 1)
                var values = [Float](repeating: .nan, count: 8 * batches.imageSize)
                try values.withUnsafeMutableBufferPointer { _ = try batches.write(0..<8, into: $0) }
                guard values.allSatisfy(\.isFinite) else { throw Violation("images with values that are no numbers") }
            }
        }
    }

    /// Which images are bad, as ranks tell each other.
    private static let badNews = Format(name: "bad-news") { folder in
        let log = try folder.put("bad-images.log", Array("train/1.jpg\tis empty\ntrain/2.jpg\tis damaged\n".utf8))
        let news = try BadImages(log: log, isResumed: true).newNames()
        return Reader(corpus: [news]) { mutant in
            let bad = try BadImages(limit: .max)
            try bad.add(from: mutant.bytes)
            guard bad.count <= mutant.bytes.count / 24 else { throw Violation("more names than there is room for") }
        }
    }

    /// The log of bad images that a resumed run reads.
    private static let badImages = Format(name: "bad-images") { folder in
        let lines = (0..<5).map { "train/\($0)/Bild \($0).jpg\tis a damaged JPEG picture (premature end)\n" }
        return Reader(corpus: [Array(lines.joined().utf8)], names: [folder.path]) { mutant in
            let bad = try BadImages(log: folder.put("bad-images.log", mutant.bytes), isResumed: true)
            guard bad.count <= mutant.bytes.count else {
                throw Violation("\(bad.count) bad images of \(mutant.bytes.count) bytes")
            }
        }
    }

    private static func dataset(_ name: String, files: [String], corpus: @escaping @Sendable () throws -> [[UInt8]])
        -> Format
    {
        Format(name: name) { folder in try dataset(folder, files: files, corpus: corpus()) }
    }

    /// A data set of some files, one of which is damaged.
    private static func dataset(_ folder: Folder, files: [String], corpus: [[UInt8]]) throws -> Reader {
        for (file, bytes) in zip(files, corpus) { try folder.put(file, bytes) }
        var damaged = 0
        return Reader(corpus: corpus, names: [folder.path]) { mutant in
            if damaged != mutant.item { try folder.put(files[damaged], corpus[damaged]) }
            damaged = mutant.item
            try folder.put(files[damaged], mutant.bytes)
            try look(folder)
        }
    }

    /// Loads it, and looks at every image.
    private static func look(_ folder: Folder) throws {
        let dataset = try Dataset.load(folder.path, split: .train)
        let image = Image(channels: 1, height: 4, width: 4)
        let batches = try PlainBatches(dataset, views: Views {}, image: image, bad: BadImages(limit: .max), threads: 1)
        var values = [Float](repeating: .nan, count: 64 * batches.imageSize)
        for start in stride(from: 0, to: min(dataset.count, 640), by: 64) {
            try values.withUnsafeMutableBufferPointer { _ = try batches.write(start..<(start + 64), into: $0) }
            guard values.allSatisfy(\.isFinite) else { throw Violation("images with values that are no numbers") }
        }
    }

    /// Bytes that are not all alike.
    private static func pattern(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 5) }
    }
}

private enum Idx {
    static let files: [[UInt8]] = [
        [0, 0, 8, 3, 0, 0, 0, 6, 0, 0, 0, 5, 0, 0, 0, 4] + (0..<120).map { UInt8($0 * 2) },
        [0, 0, 8, 1, 0, 0, 0, 6, 0, 1, 2, 0, 1, 2],
    ]

    static func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw Violation("no zlib")
        }
        defer { inflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8](repeating: 0, count: 4096))
        return input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                _ = inflate(&stream, Z_SYNC_FLUSH)
                return Array(output[..<(4096 - Int(stream.avail_out))])
            }
        }
    }
}

/// As gzip writes it, without a date.
private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
        deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 64))
    let left = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
            (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
            _ = deflate(&stream, Z_FINISH)
            return Int(stream.avail_out)
        }
    }
    return Array(output[..<(output.count - left)])
}

private enum Tar {
    /// Classes as folders, and as WebDataset writes them.
    static var shards: [[UInt8]] {
        get throws {
            let picture: [UInt8] = tinyPNG
            let folders = ["cat/1.png", "cat/2.png", "dog/\u{E9}.png"].flatMap { member($0, picture) }
            let keys = (0..<3).flatMap {
                member("00\($0).png", picture) + member("00\($0).cls", Array("\($0 % 2)\n".utf8))
            }
            return [folders, keys].map { $0 + [UInt8](repeating: 0, count: 1024) }
        }
    }

    /// A grey picture of four pixels.
    static let tinyPNG: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 13, 10, 0x1A, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0,
        0, 0, 0x57, 0xDD,
        0x52, 0xF8, 0, 0, 0, 0x0E, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x10, 0x68, 0x60, 0xF8, 0xA0, 0, 0, 4,
        0x56, 1, 0xA1,
        0x9E, 0x74, 0xDE, 0x1A, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    /// POSIX.1-1988 ustar.
    private static func member(_ name: String, _ content: [UInt8]) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        let size = String(content.count, radix: 8)
        let fields = [
            (0, name), (100, "0000644"), (108, "0000000"), (116, "0000000"),
            (124, String(repeating: "0", count: 11 - size.count) + size), (136, "14500000000"), (156, "0"),
            (257, "ustar"), (263, "00"),
        ]
        for (place, text) in fields { header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8) }
        return summed(header) + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// With its checksum.
    private static func summed(_ header: [UInt8]) -> [UInt8] {
        var header = header
        header.replaceSubrange(148..<156, with: repeatElement(32, count: 8))
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        header.replaceSubrange(
            148..<156, with: Array((String(repeating: "0", count: max(0, 6 - sum.count)) + sum).utf8) + [0, 32])
        return header
    }

    /// The checksums of what stands where headers stand in the sound files.
    static func repair(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for place in stride(from: 0, to: bytes.count - 511, by: 512) where bytes[place + 257] == UInt8(ascii: "u") {
            bytes.replaceSubrange(place..<(place + 512), with: summed(Array(bytes[place..<(place + 512)])))
        }
        return bytes
    }
}
