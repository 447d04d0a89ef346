import InvarGraph

/// The line of the description that a step was written on. Two descriptions are equal whatever lines they
/// stand on, so this takes no part in `==` and in hashing.
struct WrittenAt: Sendable, Hashable, Codable {
    let site: Site

    init(_ fileID: StaticString, _ line: UInt) { site = Site("\(fileID)", Int(line)) }

    static func == (_: WrittenAt, _: WrittenAt) -> Bool { true }
    func hash(into _: inout Hasher) {}
}
