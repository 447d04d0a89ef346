/// What a file holds, by its first bytes: names lie.
package enum ImageKind: Sendable, Hashable {
    case jpeg
    case png
    /// Something else, in words.
    case other(String)

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        func begins(_ pattern: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + pattern.count && pattern.indices.allSatisfy { bytes[offset + $0] == pattern[$0] }
        }
        func begins(_ text: StaticString, at offset: Int = 0) -> Bool {
            begins(Array(text.description.utf8), at: offset)
        }
        if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.isEmpty {
            self = .other("is empty")
        } else if begins("GIF8") {
            self = .other("is a GIF picture; JPEG and PNG are read")
        } else if begins("RIFF"), begins("WEBP", at: 8) {
            self = .other("is a WebP picture; JPEG and PNG are read")
        } else if begins("BM") {
            self = .other("is a BMP picture; JPEG and PNG are read")
        } else if begins("II*\0") || begins("MM\0*") {
            self = .other("is a TIFF picture; JPEG and PNG are read")
        } else if bytes.allSatisfy({ $0 == 0 }) {
            self = .other("holds zeros only")
        } else {
            self = .other("is neither a JPEG nor a PNG picture")
        }
    }
}

/// Why one image cannot be used; the loader counts and replaces it.
package struct ImageFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
