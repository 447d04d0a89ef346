import Foundation

/// Brings images of a dataset before one worker, in the number of channels that it wants: decoded where they are files,
/// interleaved where they are planes. It owns the worker's memory for that.
final class ImageReader {
    private let dataset: Dataset
    private let opener: ImageOpener
    private let stored = ByteRoom()
    private let files: OpenFiles

    /// - Parameter files: those of all workers that look at this data set together.
    init(_ dataset: Dataset, channels: Int, files: OpenFiles = OpenFiles()) {
        (self.dataset, self.files) = (dataset, files)
        opener = ImageOpener(channels: channels)
    }

    /// - Parameter denominator: see `ImageDecoder.withImage`.
    /// - Throws: `ImageFault` where this image cannot be read, or what `body` throws.
    func withImage<Result>(
        _ index: Int, denominator: (Int, Int) -> Int = { _, _ in 1 }, body: (SourceImage) throws -> Result
    ) throws -> Result {
        switch dataset.images {
        case .memory(let images):
            try unsafe images.pixels.withUnsafeBufferPointer { pixels in
                guard let base = pixels.baseAddress else { throw ImageFault("has no pixels") }
                return try unsafe body(opener.image(base + index * images.shape.size, images.shape))
            }
        case .records(let images):
            try body(record(index, images))
        case .encoded(let images):
            try unsafe opener.withImage(encoded: encoded(index, images), denominator: denominator, body: body)
        case .own(let images):
            try own(index, images, denominator: denominator, body: body)
        case .numbers(let images):
            try unsafe images.values.withUnsafeBufferPointer { values in
                guard let base = values.baseAddress else { throw ImageFault("has no pixels") }
                let (height, width) = (images.shape.height, images.shape.width)
                return try unsafe body(
                    SourceImage(numbers: base + index * images.shape.size, height: height, width: width))
            }
        case .none: throw ImageFault("is a row of numbers, and no image")
        }
    }

    private func own<Result>(
        _ index: Int, _ images: OwnImages, denominator: (Int, Int) -> Int, body: (SourceImage) throws -> Result
    ) throws -> Result {
        func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Result {
            try unsafe opener.withImage(encoded: bytes, denominator: denominator) { source in
                try images.check(height: source.fullHeight, width: source.fullWidth)
                return try body(source)
            }
        }
        switch try images.content(of: index) {
        case .pixels(let pixels, let height, let width, let channels):
            let shape = try ImageShape(checking: height, width, channels, bytes: pixels.count)
            try images.check(height: height, width: width)
            return try unsafe pixels.withUnsafeBufferPointer { pixels in
                guard let base = pixels.baseAddress else { throw ImageFault("has no pixels") }
                return try unsafe body(opener.image(base, shape))
            }
        case .encoded(let bytes): return try unsafe bytes.withUnsafeBufferPointer(decoded)
        case .file(let path): return try unsafe decoded(whole(path))
        }
    }

    private func record(_ index: Int, _ images: RecordImages) throws -> SourceImage {
        let (file, record) = images.location(of: index)
        let (layout, size) = (images.layout, images.layout.shape.size)
        let planes = unsafe stored.room(2 * size)
        guard let base = planes.baseAddress else { throw ImageFault("has no pixels") }
        try unsafe read(
            images.files[file], key: file, offset: record * layout.stride + layout.offset,
            into: UnsafeMutableBufferPointer(rebasing: planes[..<size]))
        unsafe images.interleave(base, into: base + size)
        return try unsafe opener.image(base + size, layout.shape)
    }

    /// The bytes of a file or of a shard's member.
    private func encoded(_ index: Int, _ images: EncodedImages) throws -> UnsafeBufferPointer<UInt8> {
        if images.containers.isEmpty { return try unsafe whole("\(images.root)/\(images.paths[index])") }
        let place = images.places[index]
        guard place.length <= ImageReader.mostBytes else {
            throw ImageFault("has \(place.length) bytes; at most 1 GiB are read")
        }
        let target = unsafe stored.room(place.length)
        let container = Int(place.container)
        try unsafe read(
            "\(images.root)/\(images.containers[container])", key: container, offset: place.offset, into: target)
        return UnsafeBufferPointer(target)
    }

    /// A file's bytes, until the next call.
    private func whole(_ path: String) throws -> UnsafeBufferPointer<UInt8> {
        let file = try opened(path) { try files.open(path) }
        guard file.size <= ImageReader.mostBytes else {
            throw ImageFault("has \(file.size) bytes; at most 1 GiB are read")
        }
        let target = unsafe stored.room(file.size)
        try unsafe read(file, offset: 0, into: target)
        return UnsafeBufferPointer(target)
    }

    private static let mostBytes = 1 << 30

    /// Reads from one of the files that hold many images.
    private func read(
        _ path: @autoclosure () -> String, key: Int, offset: Int, into target: UnsafeMutableBufferPointer<UInt8>
    ) throws {
        let file = try opened(path()) { try files.file(key, at: path()) }
        try unsafe read(file, offset: offset, into: target)
    }

    /// - Throws: `ImageFault`; but `DataError` where the folder of the file is gone too, or no file at all can be opened. Then no image
    ///   is bad, and a log that named thousands would keep them out of the run for ever.
    private func opened(_ path: @autoclosure () -> String, _ open: () throws -> ByteFile) throws -> ByteFile {
        do { return try open() } catch let error as DataError {
            let folder = PathParts.folder(path())
            guard !System.isOutOfFiles else {
                throw DataError(
                    path(), "cannot be opened: this process has too many files open; let it have more (ulimit -n)")
            }
            guard FileStatus(folder)?.isDirectory == true else {
                throw DataError(folder, "is gone while its images are read; bring it back, and go on")
            }
            throw ImageFault(error.message)
        }
    }

    private func read(_ file: ByteFile, offset: Int, into target: UnsafeMutableBufferPointer<UInt8>) throws {
        do { try unsafe file.read(at: offset, into: UnsafeMutableRawBufferPointer(target)) } catch let error
            as DataError
        {
            throw ImageFault(error.message)
        }
    }
}
