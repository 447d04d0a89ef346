/// Why a text is not a graph, and on which line.
public struct ParseError: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let message: String

    public var description: String { "line \(line): error: \(message)" }
}

/// Reads words, numbers and quoted names off a text, and counts lines.
struct Scanner {
    private let text: [UInt8]
    private var position = 0
    /// How many fused graphs the one that is being read lies in.
    var depth = 0
    private(set) var line = 1

    init(_ text: String) { self.text = Array(text.utf8) }

    func failure(_ message: String) -> ParseError { ParseError(line: line, message: shortened(message, most: 300)) }

    private mutating func skipSpace() {
        while position < text.count, text[position] <= 32 {
            if text[position] == 10 { line += 1 }
            position += 1
        }
    }

    mutating func atEnd() -> Bool {
        skipSpace()
        return position == text.count
    }

    /// Takes the mark if it is next. If not, nothing moves: the line is still that of what was read last.
    mutating func take(_ mark: String) -> Bool {
        let before = (position, line)
        skipSpace()
        let wanted = Array(mark.utf8)
        guard text[position...].starts(with: wanted) else {
            (position, line) = before
            return false
        }
        position += wanted.count
        return true
    }

    mutating func expect(_ mark: String) throws(ParseError) {
        skipSpace()
        guard take(mark) else { throw failure("expected “\(mark)”, found \(rest())") }
    }

    /// Letters, digits, dots, signs: a word or a number.
    mutating func word() throws(ParseError) -> String {
        skipSpace()
        let start = position
        while position < text.count, isWord(text[position]) { position += 1 }
        guard position > start else { throw failure("expected a word, found \(rest())") }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    mutating func integer() throws(ParseError) -> Int {
        let text = try word()
        guard let value = Int(text) else { throw failure("expected a whole number, found “\(text)”") }
        return value
    }

    /// `[1,2,3]`
    mutating func integers() throws(ParseError) -> [Int] {
        try expect("[")
        var values: [Int] = []
        if take("]") { return values }
        repeat { values.append(try integer()) } while take(",")
        try expect("]")
        return values
    }

    mutating func quotedName() throws(ParseError) -> String {
        try expect("\"")
        var bytes: [UInt8] = []
        while position < text.count, text[position] != 34 {
            if text[position] == 10 { line += 1 }
            if text[position] == 92, position + 1 < text.count {
                position += 1
                bytes.append(text[position] == UInt8(ascii: "n") ? 10 : text[position])
            } else {
                bytes.append(text[position])
            }
            position += 1
        }
        guard position < text.count else { throw failure("a name's closing quote is missing") }
        position += 1
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func rest() -> String {
        position == text.count
            ? "the end" : "“" + String(decoding: text[position...].prefix(16).prefix { $0 != 10 }, as: UTF8.self) + "”"
    }
}
