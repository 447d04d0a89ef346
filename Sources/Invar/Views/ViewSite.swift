/// The line of the description that a step was written on. Two descriptions are equal whatever
/// lines they stand on, so a site takes no part in `==` and in hashing.
public struct ViewSite: Sendable, Hashable, Codable, CustomStringConvertible {
    public let file: String
    public let line: Int

    public init(fileID: StaticString, line: UInt) {
        file = String("\(fileID)".split(separator: "/").last ?? "")
        self.line = Int(line)
    }

    public static func == (_: ViewSite, _: ViewSite) -> Bool { true }
    public func hash(into _: inout Hasher) {}
    public var description: String { "\(file):\(line)" }
}

/// A mistake in a description of views: where, what, and what to do.
public struct ViewProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public let site: ViewSite
    public let message: String

    public init(_ site: ViewSite, _ message: String) {
        self.site = site
        self.message = message
    }

    public var description: String { "\(site): error: \(message)" }
}
