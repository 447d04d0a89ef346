/// The parts of a path, by its slashes alone: nothing is looked up, no link is followed, no byte is changed.
package enum PathParts {
    private static let slash = UInt8(ascii: "/")

    /// The directory that it lies in: `.` for a name alone.
    package static func folder(_ path: String) -> String {
        guard let end = nameStart(path) else { return path.hasPrefix("/") ? "/" : "." }
        let before = path.utf8[..<end]
        guard let last = before.lastIndex(where: { $0 != slash }) else { return before.isEmpty ? "." : "/" }
        return String(before[...last]) ?? "."
    }

    /// Its last part, without slashes at its end.
    package static func name(_ path: String) -> String {
        guard let start = nameStart(path) else { return path.isEmpty ? "" : "/" }
        return String(path.utf8[start...].prefix { $0 != slash }) ?? ""
    }

    /// Where the last part begins; nothing for a path of slashes alone.
    private static func nameStart(_ path: String) -> String.Index? {
        let bytes = path.utf8
        guard let last = bytes.lastIndex(where: { $0 != slash }) else { return nil }
        return bytes[...last].lastIndex(of: slash).map(bytes.index(after:)) ?? bytes.startIndex
    }

    /// A file in a directory.
    package static func join(_ folder: String, _ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
