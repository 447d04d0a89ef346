/// Numbers, texts and lists of them one after another, for `ByteReader`: in the index of tar shards, and in what ranks tell each other.
///
/// A number is 64 bits, its lowest byte first. A text is the number of its bytes and these, UTF-8. A list is the number of its
/// elements, or of its bytes where it is of paths, before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int) {
        for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }

    mutating func add(_ text: String) { add(raw: text.utf8) }

    mutating func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    mutating func add(_ numbers: [Int]) {
        add(numbers.count)
        bytes.reserveCapacity(bytes.count + 8 * numbers.count)
        for number in numbers { add(number) }
    }

    /// Each in 32 bits.
    mutating func add(_ numbers: [Int32]) {
        add(numbers.count)
        bytes.reserveCapacity(bytes.count + 4 * numbers.count)
        for number in numbers {
            for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
    }

    mutating func add(_ paths: PathList) {
        add(paths.count)
        add(raw: paths.bytes)
    }

    private mutating func add(raw: some Collection<UInt8>) {
        add(raw.count)
        bytes += raw
    }
}
