import Foundation

/// Names of files are bytes, and on old disks not always UTF-8. As a Swift string a name keeps all of them: a byte that
/// is no part of UTF-8 stands as the scalar U+10FF00 + byte, of the last private plane. A name that holds such scalars
/// itself has them taken apart in the same way, so that two names are never one string.
extension String {
    /// The last private plane's scalars for the bytes 0x80 to 0xFF; others are never out of place.
    private static let firstStandIn: UInt32 = 0x10_FF80

    /// A name or path as the system gives it.
    package init(pathBytes bytes: some Collection<UInt8>) {
        // what begins with F4 may be a scalar that stands for a byte
        if !bytes.contains(0xF4), let text = String(validating: bytes, as: UTF8.self) {
            self = text
            return
        }
        let bytes = Array(bytes)
        var text = String.UnicodeScalarView()
        var place = 0
        while place < bytes.count {
            let length = bytes[place] < 0x80 ? 1 : bytes[place] < 0xE0 ? 2 : bytes[place] < 0xF0 ? 3 : 4
            let end = place + length
            if end <= bytes.count, let valid = String(validating: bytes[place..<end], as: UTF8.self),
                let scalar = valid.unicodeScalars.first, scalar.value < String.firstStandIn
            {
                text.append(scalar)
                place = end
            } else {
                if let scalar = Unicode.Scalar(0x10_FF00 + UInt32(bytes[place])) { text.append(scalar) }
                place += 1
            }
        }
        self.init(text)
    }

    package init(path pointer: UnsafePointer<CChar>) {
        let count = unsafe strlen(pointer)
        self = unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
            unsafe String(pathBytes: UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// The bytes that the system knows it by.
    package var pathBytes: [UInt8] {
        if !utf8.contains(0xF4) { return Array(utf8) }
        return unicodeScalars.flatMap { scalar in
            scalar.value >= String.firstStandIn
                ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
        }
    }

    /// For system calls.
    package func withPath<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        if !utf8.contains(0xF4) { return try unsafe withCString(body) }
        return try unsafe (pathBytes + [0]).withUnsafeBufferPointer { bytes in
            try unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                // an array of at least the zero has an address
                guard let base = text.baseAddress else { return try unsafe "".withCString(body) }
                return try unsafe body(base)
            }
        }
    }

    /// For people: bytes that are no UTF-8 as `\xE9`.
    package var shown: String {
        if !utf8.contains(0xF4) { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.value >= String.firstStandIn {
                text += "\\x" + String(scalar.value & 0xFF, radix: 16)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
