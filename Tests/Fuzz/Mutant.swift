import InvarRuntime

/// A damaged file, which (seed, format, index) alone decide.
struct Mutant {
    let index: Int
    /// Which file of the corpus it was.
    let item: Int
    var bytes: [UInt8]
}

/// Makes mutants of a corpus: one to four changes each, of the sorts below.
struct Mutator {
    private let corpus: [[UInt8]]
    private let repair: (([UInt8]) -> [UInt8])?
    private let key: UInt64

    private static let largest = 1 << 20

    init(_ format: String, _ reader: Reader, seed: UInt64) {
        (corpus, repair) = (reader.corpus, reader.repair)
        key = format.utf8.reduce(seed &+ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    func mutant(_ index: Int) -> Mutant {
        var random = CounterRandom(seed: key, stream: index >> 32, item: index & 0xFFFF_FFFF, purpose: .sampling)
        let item = random.integer(below: corpus.count)
        var bytes = corpus[item]
        repeat { change(&bytes, &random) } while random.chance(0.4)
        if bytes.count > Mutator.largest { bytes.removeLast(bytes.count - Mutator.largest) }
        if let repair, random.chance(0.5) { bytes = repair(bytes) }
        return Mutant(index: index, item: item, bytes: bytes)
    }

    private func change(_ bytes: inout [UInt8], _ random: inout CounterRandom) {
        guard !bytes.isEmpty else {
            bytes = [UInt8(truncatingIfNeeded: random.bits())]
            return
        }
        let place = random.integer(below: bytes.count)
        switch random.integer(below: 13) {
        case 0: bytes[place] ^= 1 << UInt8(random.integer(below: 8))
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.bits())
        case 2, 3: putInteger(&bytes, &random)
        case 4:
            let count = 1 + random.integer(below: 16)
            bytes.insert(contentsOf: (0..<count).map { _ in UInt8(truncatingIfNeeded: random.bits()) }, at: place)
        case 5: bytes.removeSubrange(range(of: bytes.count, &random))
        case 6: bytes.insert(contentsOf: bytes[range(of: bytes.count, &random)], at: place)
        case 7:
            let other = corpus[random.integer(below: corpus.count)]
            guard !other.isEmpty else { return }
            bytes.replaceSubrange(range(of: bytes.count, &random), with: other[range(of: other.count, &random)])
        case 8: bytes.removeLast(bytes.count - place)
        case 9:
            let value: UInt8 = [0, 0xFF, UInt8(ascii: " "), UInt8(ascii: "0")][random.integer(below: 4)]
            for place in range(of: bytes.count, &random) { bytes[place] = value }
        case 10, 11: replaceNumber(&bytes, &random)
        default: bytes.insert(contentsOf: Mutator.trouble(&random), at: place)
        }
    }

    /// Mostly short, now and then anything.
    private func range(of count: Int, _ random: inout CounterRandom) -> Range<Int> {
        let start = random.integer(below: count)
        let most = random.chance(0.8) ? min(count - start, 32) : count - start
        return start..<(start + 1 + random.integer(below: most))
    }

    /// A number of 8 to 64 bits at which programs go wrong, in either order of bytes.
    private func putInteger(_ bytes: inout [UInt8], _ random: inout CounterRandom) {
        let size = [1, 2, 4, 8][random.integer(below: 4)]
        guard bytes.count >= size else { return }
        let top = UInt64(1) << UInt64(8 * size - 1)
        let count = UInt64(bytes.count)
        let numbers: [UInt64] = [
            0, 1, top, top &- 1, top &+ 1, .max, .max &- 1, top >> 1, count, count &- 1, count &+ 1, 0x7FFF, 0x8000,
            0xFFFF,
            0x10000, UInt64(random.bits()),
        ]
        let number = numbers[random.integer(below: numbers.count)]
        // where numbers lie in headers, at even places, more often than elsewhere
        var place = random.integer(below: bytes.count - size + 1)
        if random.chance(0.5) { place = place / size * size }
        let isLittle = random.chance(0.5)
        for i in 0..<size {
            bytes[place + (isLittle ? i : size - 1 - i)] = UInt8(truncatingIfNeeded: number >> UInt64(8 * i))
        }
    }

    private static let numbers: [[UInt8]] = [
        "-1", "0", "-0", "1", "2", "1e308", "1e400", "-1e400", "1e-400", "0.5", "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808", "4611686018427387904", "18446744073709551615", "18446744073709551616", "2147483647",
        "2147483648",
        "-2147483649", "4294967295", "4294967296", "1152921504606846976", "1e18", "1e19",
        "340282346638528859811704183484516925441",
        "nan", "NaN", "inf", "-inf", "null", "true", "\"1\"", "\"nan\"", "[]", "{}", "[0]", "007", "0x10", "1_000",
        "+3", "",
    ].map { Array($0.utf8) }

    /// Another number where there is one in digits.
    private func replaceNumber(_ bytes: inout [UInt8], _ random: inout CounterRandom) {
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        func isPart(_ byte: UInt8) -> Bool { isDigit(byte) || "+-.eE".utf8.contains(byte) }
        let from = random.integer(below: bytes.count)
        guard var start = (bytes[from...].firstIndex(where: isDigit) ?? bytes.firstIndex(where: isDigit)) else {
            return
        }
        while start > 0, isPart(bytes[start - 1]) { start -= 1 }
        let end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Mutator.numbers[random.integer(below: Mutator.numbers.count)])
    }

    private static let troubles: [[UInt8]] =
        [
            "\"", "\\", "\n", "\r\n", "\0", "{", "}", "[", "]", ":", ",", "\t", "\u{1B}[31m", "\\u0000", "\\ud800",
            "e\u{301}", "\u{202E}",
            "\u{FEFF}", "../", "/", "%", "#", "<", "&", "'", "{}", "[]", "\"\":0,", "null", "__metadata__", "version",
            "format",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]]

    /// Bytes that mean something to somebody; seldom thousands of them, one in the other.
    private static func trouble(_ random: inout CounterRandom) -> [UInt8] {
        let one = troubles[random.integer(below: troubles.count)]
        guard random.chance(0.05) else { return one }
        return Array(repeatElement(one, count: 1 << random.integer(below: 15)).joined())
    }
}
