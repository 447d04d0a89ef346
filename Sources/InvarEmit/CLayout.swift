/// Columns of a line of emitted C, where names allow it.
private let lineLength = 110

/// Words in lines of a comment of C.
/// - Parameter opening: `/* `, or as many spaces inside of a comment that has begun.
func comment(_ text: String, opening: String = "/* ") -> String {
    var lines: [String] = []
    var line = opening
    for word in text.split(separator: " ") {
        if line.count + word.count + 1 > lineLength, line.count > 3 {
            lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
            line = "   "
        }
        line += word + " "
    }
    return (lines + [line + "*/"]).joined(separator: "\n")
}

extension HeaderText {
    /// A declaration, its parameters on as many lines as they need.
    func function(_ result: String, _ name: String, _ parameters: [String]) -> String {
        let beginning = "\(result)\(result.hasSuffix("*") ? "" : " ")\(lower)_\(name)("
        var lines: [String] = []
        var line = beginning
        for (index, parameter) in parameters.enumerated() {
            let text = parameter + (index == parameters.count - 1 ? ");" : ",")
            if line.count + text.count > lineLength {
                lines.append(String(line.dropLast()))
                line = String(repeating: " ", count: min(beginning.count, 8))
            }
            line += text + " "
        }
        return (lines + [String(line.dropLast())]).joined(separator: "\n") + "\n"
    }
}
