extension String {
    /// On one line and in one column: a backslash, and what would end a line or a column, are written as `\\`, `\n`, `\t`, `\r` and `\u{7}`.
    package var escapedName: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}":
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What `escapedName` was written from; a backslash before anything else is itself, as logs of earlier versions have it.
    package init(escapedName text: String) {
        self = ""
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.first else {
                unicodeScalars.append(scalar)
                continue
            }
            if let plain = Self.plain[next] {
                rest.removeFirst()
                unicodeScalars.append(plain)
            } else if next == "u", let (value, end) = Self.number(in: rest) {
                rest = rest[end...]
                unicodeScalars.append(value)
            } else {
                unicodeScalars.append(scalar)
            }
        }
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = ["\\": "\\", "n": "\n", "t": "\t", "r": "\r"]

    /// The scalar of `u{7}`, and what follows it.
    private static func number(
        in text: Substring.UnicodeScalarView
    ) -> (Unicode.Scalar, Substring.UnicodeScalarView.Index)? {
        guard text.dropFirst().first == "{", let end = text.firstIndex(of: "}"),
            let value = UInt32(String(text[..<end].dropFirst(2)), radix: 16), let scalar = Unicode.Scalar(value)
        else { return nil }
        return (scalar, text.index(after: end))
    }
}
