/// What a file holds, by its first bytes: names lie.
package enum ImageKind: Sendable, Hashable {
    case jpeg
    case png
    case webp
    case tiff
    /// Something else, in words.
    case other(String)

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        func begins(_ pattern: String, at offset: Int = 0) -> Bool {
            // each letter is one byte
            let pattern = pattern.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            return bytes.count >= offset + pattern.count
                && pattern.indices.allSatisfy { unsafe bytes[offset + $0] == pattern[$0] }
        }
        if begins("\u{FF}\u{D8}\u{FF}") {
            self = .jpeg
        } else if begins("\u{89}PNG\r\n\u{1A}\n") {
            self = .png
        } else if begins("RIFF"), begins("WEBP", at: 8) {
            self = .webp
        } else if ["II*\0", "MM\0*", "II+\0", "MM\0+"].contains(where: { begins($0) }) {
            self = .tiff
        } else if bytes.isEmpty {
            self = .other("is empty")
        } else if let name = ImageKind.unread.first(where: { begins($0.beginning, at: $0.offset) })?.name {
            self = .other("is a \(name) picture, which is not read; convert it to PNG or JPEG")
        } else if unsafe bytes.allSatisfy({ $0 == 0 }) {
            self = .other("holds zeros only")
        } else {
            self = .other("is no JPEG, PNG, WebP or TIFF picture")
        }
    }

    /// Kinds that are known and not read: no library that is linked anyway reads them.
    private static let unread: [(name: String, beginning: String, offset: Int)] = [
        ("GIF", "GIF8", 0), ("BMP", "BM", 0), ("JPEG 2000", "\0\0\0\u{0C}jP  ", 0), ("JPEG XL", "\u{FF}\u{0A}", 0),
        ("JPEG XL", "\0\0\0\u{0C}JXL ", 0), ("AVIF", "ftypavif", 4), ("HEIF", "ftyphei", 4), ("HEIF", "ftypmif1", 4),
        ("Netpbm", "P5\n", 0), ("Netpbm", "P6\n", 0), ("Photoshop", "8BPS", 0), ("SVG", "<svg", 0),
    ]
}

/// Why one image cannot be used; the loader counts and replaces it.
package struct ImageFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
