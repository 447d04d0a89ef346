import Foundation

/// A path for a cache, that nothing is at yet; whatever comes there is deleted in the end.
final class CacheTestFolder: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("invar-cache-\(UUID().uuidString)").path
    }

    deinit {
        _ = chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    func entries() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func bytes(_ entry: String) throws -> [UInt8] { try Array(Data(contentsOf: url(entry))) }

    func change(_ entry: String, _ body: (inout [UInt8]) -> Void) throws {
        var bytes = try bytes(entry)
        body(&bytes)
        // Into the same file, so that its mode stays.
        let file = try FileHandle(forWritingTo: url(entry))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: bytes)
        try file.close()
    }

    func age(_ entry: String, seconds: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: url(entry).path)
    }

    func mode(_ entry: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: url(entry).path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    private func url(_ entry: String) -> URL { URL(fileURLWithPath: entry.isEmpty ? path : "\(path)/\(entry)") }
}
