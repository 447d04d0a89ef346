/// Uncompressed images of one size in files of equal records, as CIFAR and STL-10 come: planes of red, green and blue.
package struct RecordImages: Sendable {
    package struct Layout: Sendable, Hashable {
        package let shape: ImageShape
        /// Bytes from one record to the next, and from a record's start to its pixels.
        let stride: Int
        let offset: Int
        /// Whether planes lie column after column.
        let isColumnMajor: Bool
    }

    package let layout: Layout
    let files: [String]
    /// Of each file.
    let recordsPerFile: [Int]
    /// Which record each image is, counted over all files.
    let places: [Int32]

    /// More than any set has: places are 32 bits, and labels are kept in memory.
    private static let mostImages = 1 << 24

    /// - Throws: `DataError` for a file that is not of whole records, holds none, or more than a set can have.
    init(_ layout: Layout, files: [String]) throws {
        (self.layout, self.files) = (layout, files)
        recordsPerFile = try files.map { path in
            let size = try ByteFile(path).size
            guard size > 0, size.isMultiple(of: layout.stride) else {
                throw DataError(
                    path,
                    "is cut short, damaged or of another format: \(size) bytes are not whole records of \(layout.stride); fetch it again"
                )
            }
            guard size / layout.stride <= RecordImages.mostImages else {
                throw DataError(
                    path, "has \(size) bytes, which is more than \(RecordImages.mostImages) images; is it another file?"
                )
            }
            return size / layout.stride
        }
        places = Array(0..<Int32(recordsPerFile.reduce(0, +)))
    }

    private init(_ images: RecordImages, places: [Int32]) {
        (layout, files, recordsPerFile) = (images.layout, images.files, images.recordsPerFile)
        self.places = places
    }

    func picked(_ places: [Int]) -> RecordImages { RecordImages(self, places: places.map { self.places[$0] }) }

    /// Which file holds an image, and as which of its records.
    func location(of index: Int) -> (file: Int, record: Int) {
        var record = Int(places[index])
        for (file, count) in recordsPerFile.enumerated() {
            if record < count { return (file, record) }
            record -= count
        }
        preconditionFailure("internal: no record \(record)")
    }

    func name(of index: Int) -> String {
        let (file, record) = location(of: index)
        return "\(PathParts.name(files[file]))[\(record)]"
    }

    var identity: [UInt8] {
        let names = zip(files, recordsPerFile).map { "\(PathParts.name($0)) \($1)\n" }
        return Array(names.joined().utf8)
            + places.flatMap { place in (0..<4).map { UInt8(truncatingIfNeeded: place >> (8 * $0)) } }
    }

    /// The bytes at this place of every record, in order: the labels.
    func column(at offset: Int) throws -> [UInt8] {
        var column: [UInt8] = []
        for (path, count) in zip(files, recordsPerFile) {
            let file = try ByteFile(path)
            let piece = max(1, (4 << 20) / layout.stride)
            for start in Swift.stride(from: 0, to: count, by: piece) {
                let records = min(piece, count - start)
                let bytes = try file.read(at: start * layout.stride, count: records * layout.stride)
                for record in 0..<records { column.append(bytes[record * layout.stride + offset]) }
            }
        }
        return column
    }

    /// Planes as interleaved bytes.
    func interleave(_ planes: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) {
        let (height, width, channels) = (layout.shape.height, layout.shape.width, layout.shape.channels)
        let (down, along) = layout.isColumnMajor ? (1, height) : (width, 1)
        for y in 0..<height {
            for x in 0..<width {
                let from = unsafe planes + (y * down + x * along)
                let to = unsafe target + (y * width + x) * channels
                for c in 0..<channels { unsafe to[c] = from[c * height * width] }
            }
        }
    }
}
