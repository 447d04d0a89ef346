/// Why a text is not a graph, and on which line.
public struct ParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    /// What was found, and what was expected.
    public let message: String

    /// `line 4: error: “convolutoin” is no op`
    public var description: String { "line \(line): error: \(message)" }
}

/// Reads words, numbers and quoted names off a text, and counts lines.
package struct Scanner {
    private let text: [UInt8]
    private var position = 0
    /// How many fused graphs the one that is being read lies in.
    var depth = 0
    private(set) var line = 1

    package init(_ text: String) { self.text = Array(text.utf8) }

    package func failure(_ message: String) -> ParseError {
        ParseError(line: line, message: shortened(message, most: 300))
    }

    /// Blanks, line ends, and whatever stands behind `//` on a line.
    private mutating func skipSpace() {
        while position < text.count {
            if text[position...].starts(with: Self.comment) {
                while position < text.count, text[position] != 10 { position += 1 }
            } else if text[position] <= 32 {
                if text[position] == 10 { line += 1 }
                position += 1
            } else {
                return
            }
        }
    }

    private static let comment = Array("//".utf8)

    package mutating func atEnd() -> Bool {
        skipSpace()
        return position == text.count
    }

    /// Takes the mark if it is next. If not, nothing moves: the line is still that of what was read last.
    package mutating func take(_ mark: String) -> Bool {
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

    package mutating func expect(_ mark: String) throws(ParseError) {
        skipSpace()
        guard take(mark) else { throw failure("expected “\(mark)”, found \(rest())") }
    }

    /// Letters, digits, dots, signs: a word or a number.
    package mutating func word() throws(ParseError) -> String {
        skipSpace()
        let start = position
        while position < text.count, isWord(text[position]) { position += 1 }
        guard position > start else { throw failure("expected a word, found \(rest())") }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    package mutating func integer() throws(ParseError) -> Int {
        let text = try word()
        guard let value = Int(text) else { throw failure("expected a whole number, found “\(text)”") }
        return value
    }

    /// Digits alone: 0 or more.
    package mutating func unsigned() throws(ParseError) -> Int {
        skipSpace()
        let start = position
        while position < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) { position += 1 }
        guard let value = Int(String(decoding: text[start..<position], as: UTF8.self)) else {
            throw failure("expected a number, found \(rest())")
        }
        return value
    }

    /// `[1,2,3]`
    package mutating func integers() throws(ParseError) -> [Int] {
        try expect("[")
        var values: [Int] = []
        if take("]") { return values }
        repeat { values.append(try integer()) } while take(",")
        try expect("]")
        return values
    }

    package mutating func quotedName() throws(ParseError) -> String {
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
