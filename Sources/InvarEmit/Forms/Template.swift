import InvarGraph

/// A file of a package before it is of one model: `@name@` stands for a value.
struct Template {
    let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// - Parameter values: by name; the file names no others.
    func filled(_ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let begin = rest.firstIndex(of: "@") {
            result += rest[..<begin]
            rest = rest[rest.index(after: begin)...]
            // a lone @, as in @unchecked, is no value: letters alone stand between two of them
            let name = rest.prefix { $0.isLetter }
            if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "@" {
                guard let value = values[String(name)] else {
                    internalError("a template names \(name), which has no value")
                }
                result += value
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                result += "@"
            }
        }
        return result + rest
    }
}
