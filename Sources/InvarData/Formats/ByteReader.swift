/// Reads what a `ByteWriter` wrote. The bytes may be anyone's: what does not fit is an error, and no memory is taken for what is not
/// there.
struct ByteReader {
    /// What is wrong with the bytes, in words: "ends too early".
    struct Damage: Error {
        let words: String
    }

    private let bytes: [UInt8]
    private var place: Int

    /// - Parameter start: where reading begins; at most the number of bytes.
    init(_ bytes: [UInt8], from start: Int = 0) { (self.bytes, place) = (bytes, start) }

    private var left: Int { bytes.count - place }

    /// - Throws: `Damage` where anything is left.
    func end() throws(Damage) {
        guard left == 0 else { throw Damage(words: "\(left) bytes too many") }
    }

    mutating func number() throws(Damage) -> Int {
        let part = try take(8)
        return Int(Int64(bitPattern: part.reversed().reduce(0) { $0 << 8 | UInt64($1) }))
    }

    /// A number from 0 to `most`.
    mutating func number(upTo most: Int) throws(Damage) -> Int {
        let found = try number()
        guard (0...most).contains(found) else { throw Damage(words: "\(found) where 0 to \(most) may stand") }
        return found
    }

    /// How many of something follow.
    /// - Parameter size: the bytes that one of it takes at the least.
    mutating func count(ofAtLeast size: Int) throws(Damage) -> Int {
        let found = try number()
        guard (0...(left / size)).contains(found) else {
            throw Damage(words: "\(found) elements in the \(left) bytes that are left")
        }
        return found
    }

    mutating func text() throws(Damage) -> String {
        let part = try raw()
        guard let text = String(validating: part, as: UTF8.self) else {
            throw Damage(words: "a text that is not UTF-8")
        }
        return text
    }

    mutating func texts() throws(Damage) -> [String] {
        var found: [String] = []
        for _ in 0..<(try count(ofAtLeast: 8)) { found.append(try text()) }
        return found
    }

    mutating func numbers() throws(Damage) -> [Int] {
        let part = try take(8 * count(ofAtLeast: 8))
        return unsafe part.withUnsafeBytes { part in
            stride(from: 0, to: part.count, by: 8).map {
                Int(Int64(littleEndian: unsafe part.loadUnaligned(fromByteOffset: $0, as: Int64.self)))
            }
        }
    }

    /// Each in 32 bits.
    mutating func shortNumbers() throws(Damage) -> [Int32] {
        let part = try take(4 * count(ofAtLeast: 4))
        return unsafe part.withUnsafeBytes { part in
            stride(from: 0, to: part.count, by: 4).map {
                Int32(littleEndian: unsafe part.loadUnaligned(fromByteOffset: $0, as: Int32.self))
            }
        }
    }

    mutating func paths() throws(Damage) -> PathList {
        let count = try count(ofAtLeast: 1)
        guard let paths = PathList(bytes: try raw(), count: count) else {
            throw Damage(words: "paths that are not \(count) texts in UTF-8")
        }
        return paths
    }

    private mutating func raw() throws(Damage) -> ArraySlice<UInt8> { try take(count(ofAtLeast: 1)) }

    private mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
        guard count <= left else { throw Damage(words: "it ends \(count - left) bytes too early") }
        defer { place += count }
        return bytes[place..<(place + count)]
    }
}
