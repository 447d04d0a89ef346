import Foundation

/// A JSON value whose objects keep their order, so that the same value is the same bytes each time.
indirect enum JSON {
    case null
    case bool(Bool)
    case int(Int)
    /// A number as the text form has it.
    case number(String)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    /// On one line.
    var compact: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): "\(value)"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[" + items.map(\.compact).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { Self.quoted($0) + ":" + $1.compact }.joined(separator: ",") + "}"
        }
    }

    /// An object's fields on lines of their own, and of a field that is an array each item: it can be searched and
    /// compared line by line.
    var lines: String {
        guard case .object(let fields) = self else { return compact }
        let texts = fields.map { name, value in
            guard case .array(let items) = value, !items.isEmpty else {
                return "  \(Self.quoted(name)): \(value.compact)"
            }
            return "  \(Self.quoted(name)): [\n"
                + items.map { "    " + $0.compact }.joined(separator: ",\n") + "\n  ]"
        }
        return "{\n" + texts.joined(separator: ",\n") + "\n}"
    }

    static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
    static func ints(_ values: [Int]) -> JSON { .array(values.map(JSON.int)) }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            // where JSON stands in a page, no tag may end there
            case "<": result += "\\u003c"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                result += "\\u" + String(format: "%04x", scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
