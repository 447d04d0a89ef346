/// The line of a user's program that made a node: `#fileID` and `#line`.
public struct Site: Hashable, Sendable, Codable, CustomStringConvertible {
    public let file: String
    public let line: Int

    public init(_ file: String, _ line: Int) {
        self.file = file
        self.line = line
    }

    /// `MyModels/Encoder.swift:14`
    public var description: String { "\(file):\(line)" }
}

/// A user's mistake: where it is, what was found, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    public let site: Site?
    public let message: String

    public init(_ message: String, at site: Site? = nil) {
        self.site = site
        self.message = message
    }

    /// `MyModels/Encoder.swift:14: error: Linear(8192) takes rows, found …`
    public var description: String {
        (site.map { "\($0): " } ?? "") + "error: " + message
    }
}

/// Stops the program for a mistake of Invar's own: what can only happen if Invar is wrong.
package func internalError(_ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line)
    -> Never
{
    preconditionFailure("internal error (\(file):\(line)): " + message())
}
