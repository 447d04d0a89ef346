import InvarGraph

extension JSON {
    /// What an op is set to, from its text form: `[0,1]`, `true`, `4.98e-06`, `"view1"`.
    init(attribute text: String) {
        if text == "true" || text == "false" {
            self = .bool(text == "true")
        } else if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 {
            self = .string(text.unquoted)
        } else if text.hasPrefix("["), text.hasSuffix("]") {
            let items = text.dropFirst().dropLast().split(separator: ",")
            self = .array(items.map { JSON(attribute: $0.trimmingSpaces) })
        } else if Double(text)?.isFinite == true, text.first != "+", text.first != "." {
            self = .number(text)
        } else {
            self = .string(text)
        }
    }
}

extension StringProtocol {
    var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension String {
    /// The text of a name in double quotes, as the text form quotes it.
    var unquoted: String {
        var result = ""
        var isEscaped = false
        for scalar in dropFirst().dropLast().unicodeScalars {
            if isEscaped {
                result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
