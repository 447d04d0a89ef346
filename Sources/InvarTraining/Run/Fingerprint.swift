/// A 64-bit number that stays the same from process to process (FNV-1a), to notice that two things differ.
package struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ text: String) { text.utf8.forEach { add($0) } }

    mutating func add(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBytes { unsafe add($0) } }
    mutating func add(_ values: [Float]) { unsafe values.withUnsafeBytes { unsafe add($0) } }

    /// By words of 8 bytes, because a dataset is hashed before every run.
    mutating func add(_ raw: UnsafeRawBufferPointer) {
        let words = raw.count / 8
        for index in 0..<words {
            unsafe mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)))
        }
        for index in (8 * words)..<raw.count { unsafe add(raw[index]) }
    }

    private mutating func add(_ byte: UInt8) { mix(UInt64(byte)) }

    private mutating func mix(_ value: UInt64) {
        hash = (hash ^ value) &* 0x100_0000_01b3
        // carries high bits back, which multiplication alone never does
        hash ^= hash >> 32
    }

    /// Sixteen hexadecimal digits.
    package var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
