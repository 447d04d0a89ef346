/// What a model is called in C: in lower case for functions and types, in upper case for constants.
package struct CName: Sendable, Hashable {
    /// `vicreg_small`
    package let lower: String
    /// `VICREG_SMALL`
    package var upper: String { lower.uppercased() }
    /// `VicregSmall`, for a class in Swift.
    package var camel: String {
        lower.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// Letters and digits of ASCII as they are, in lower case; a `_` for all that C does not have in names.
    package init(_ name: String) {
        var text = ""
        for byte in name.lowercased().utf8 {
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            if isPlain {
                text.append(Character(UnicodeScalar(byte)))
            } else if text.last != "_" {
                text += "_"
            }
        }
        while text.last == "_" { text.removeLast() }
        while text.first == "_" { text.removeFirst() }
        if text.isEmpty { text = "model" }
        if text.first?.isNumber == true { text = "model_" + text }
        lower = Self.taken.contains(text) ? text + "_model" : text
    }

    /// Words that C, C++, Swift or Python keep for themselves, and the C library's headers.
    private static let taken: Set<String> = [
        "alignas", "and", "as", "asm", "assert", "async", "auto", "await", "bool", "break", "case", "catch", "char",
        "class", "const", "continue", "def", "default", "defer", "del", "delete", "do", "double", "elif", "else",
        "enum", "except", "explicit", "export", "extension", "extern", "false", "finally", "float", "for", "from",
        "func", "global", "goto", "guard", "if", "import", "in", "init", "inline", "int", "internal", "is", "lambda",
        "let", "long", "math", "mutable", "namespace", "new", "nil", "none", "not", "operator", "or", "pass",
        "private", "protocol", "public", "raise", "register", "repeat", "restrict", "return", "self", "short",
        "signed", "sizeof", "static", "stdint", "stdio", "stdlib", "string", "struct", "subscript", "super", "switch",
        "template", "this", "throw", "throws", "true", "try", "typedef", "typename", "union", "unsigned", "using",
        "var", "virtual", "void", "volatile", "where", "while", "with", "xor", "yield",
    ]

    /// A file of the runtime with this model's names.
    package func applied(to template: String) -> String {
        template.replacing("NAME_", with: lower + "_").replacing("UPPER_", with: upper + "_")
            .replacing("NAME.h", with: lower + ".h").replacing("of NAME ", with: "of \(lower) ")
            .replacing("that NAME was", with: "that \(lower) was")
    }
}
