/// Text as a terminal or a log may show it. Names come from files that somebody else made: a control character in one could
/// colour the screen, set its title, move the cursor over what stands there or, by a line end, pretend to be a line of ours; and signs
/// that turn the direction of reading could show another name than the one that is there. Each of them becomes a visible escape,
/// `\n`, `\t` or `\u{1b}`; what is harmless stays as it is.
///
/// - Parameter keepingLines: line ends and tabs stay too: for a text of several lines, into which names come already visible.
package func visible(_ text: String, keepingLines: Bool = false) -> String {
    // nearly always there is nothing to do
    guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n", "\t":
            let isKept = keepingLines
            result.append(contentsOf: isKept ? [scalar] : scalar == "\n" ? ["\\", "n"] : ["\\", "t"])
        case _ where isHarmless(scalar): result.append(scalar)
        default: result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        }
    }
    return String(result)
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
    var result = ""
    for scalar in visible(text).unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
