extension SafetensorsFile {
    /// Writes the tensors to a file that appears whole or not at all.
    ///
    /// The bytes depend on the contents alone: larger element types first, so that every tensor is aligned, then by name.
    /// - Throws: `DataError` that names the file; what stood there is then still there.
    package static func write(
        _ tensors: [String: StoredTensor], metadata: [String: String] = [:], to path: String
    ) throws {
        let order = tensors.sorted { a, b in
            (b.value.element.size, a.key) < (a.value.element.size, b.key)
        }
        var parts: [String] = []
        if !metadata.isEmpty {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
            parts.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
        }
        var offset = 0
        for (name, tensor) in order {
            let end = offset + tensor.count * tensor.element.size
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            parts.append(
                "\(quoted(name)):{\"dtype\":\"\(tensor.element.rawValue)\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}"
            )
            offset = end
        }
        var header = Array("{\(parts.joined(separator: ","))}".utf8)
        while !header.count.isMultiple(of: 8) { header.append(UInt8(ascii: " ")) }
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
        try AtomicFile.write(to: path) { file in
            try file.append(length + header)
            for (_, tensor) in order { try unsafe tensor.withBytes { try unsafe file.append($0) } }
        }
    }

    /// A JSON string.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
