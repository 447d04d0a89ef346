import Foundation

/// `classes.txt` beside the shards, one name a line: which classes there are, in this order.
enum ClassList {
    /// - Throws: `DataError` for a class that the list lacks.
    static func numbers(_ root: String, of found: Set<String>) throws -> ClassNumbers {
        guard let listed = try listed(root) else { return ClassNumbers(found) }
        let known = Set(listed)
        if let other = found.filter({ !known.contains($0) }).min() {
            throw DataError("\(root)/classes.txt", "does not name the class \(other) that shards have")
        }
        return ClassNumbers(listed: listed)
    }

    /// Names of numbered classes.
    /// - Throws: `DataError` where there are fewer names than classes.
    static func names(_ root: String, atLeast most: Int32) throws -> [String] {
        guard let listed = try listed(root) else { return (0...most).map(String.init) }
        guard listed.count > most else {
            throw DataError(
                "\(root)/classes.txt", "names \(listed.count) classes, and images have classes up to \(most)")
        }
        return listed.map(\.shown)
    }

    private static func listed(_ root: String) throws -> [String]? {
        let path = "\(root)/classes.txt"
        guard FileStatus(path) != nil else { return nil }
        let file = try ByteFile(path)
        let bytes = try file.read(at: 0, count: min(file.size, 16 << 20))
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { String(pathBytes: $0) }
    }
}
