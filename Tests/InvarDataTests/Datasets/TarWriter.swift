import InvarData

/// A tar archive, written by hand (POSIX.1-1988 ustar, and extended headers as of POSIX.1-2001).
struct TarWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter extended: the name stands in a header of its own, as it must where it is long or not ASCII.
    mutating func add(_ name: String, _ content: [UInt8], extended: Bool = false) {
        if extended {
            let record = " path=\(name)\n"
            var length = record.utf8.count + 2
            if "\(length)".count > 2 { length += 1 }
            add("PaxHeaders/x", Array("\(length)\(record)".utf8), type: "x")
        }
        add(extended ? "short" : name, content, type: "0")
    }

    /// A link to another path: within the archive (hard), or seen from the link's folder.
    mutating func add(_ name: String, linkTo target: String, isHard: Bool) {
        add(name, [], type: isHard ? "1" : "2", target: target)
    }

    private mutating func add(_ name: String, _ content: [UInt8], type: String, target: String = "") {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (i, byte) in text.pathBytes.enumerated() { header[offset + i] = byte }
        }
        func octal(_ value: Int, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: digits - text.count) + text
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(content.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        put("        ", at: 148)
        put(type, at: 156)
        put(target, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
        bytes += header + content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
}
