/// Text as a terminal or a log may show it. Names come from files that somebody else made: a control character in one could
/// colour the screen, set its title, move the cursor over what stands there or, by a line end, pretend to be a line of ours; and signs
/// that turn the direction of reading could show another name than the one that is there. Each of them becomes a visible escape,
/// `\n`, `\t` or `\u{1b}`; what is harmless stays as it is.
///
/// - Parameter keepingLines: line ends and tabs stay too: for a text of several lines, into which names come already visible.
package func visible(_ text: String, keepingLines: Bool = false) -> String {
    // nearly always there is nothing to do
    func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F || keepingLines && (byte == 0x0A || byte == 0x09)
    }
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    return rewritten(text) { scalar in
        switch scalar {
        case "\n": keepingLines ? nil : "\\n"
        case "\t": keepingLines ? nil : "\\t"
        case _ where isHarmless(scalar): nil
        default: "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}

/// - Parameter instead: what takes the place of a sign; nothing where it stays.
private func rewritten(_ text: String, _ instead: (Unicode.Scalar) -> String?) -> String {
    // bytes, because a string copies itself for each scalar that is appended to its view
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        if let other = instead(scalar) {
            bytes += other.utf8
        } else if scalar.isASCII {
            bytes.append(UInt8(scalar.value))
        } else {
            bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Neither a control character (C0, DEL, C1), nor one that ends a line, turns the direction of reading, or cannot be seen. Joiners are part of how some
/// scripts and signs are written.
private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    case .format: scalar.value == 0x200C || scalar.value == 0x200D
    default: true
    }
}

/// Text within XML or HTML, in attributes too: a name may be `a<b`. What XML cannot hold at all becomes visible.
package func xmlEscaped(_ text: String) -> String {
    rewritten(visible(text)) { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }
}
