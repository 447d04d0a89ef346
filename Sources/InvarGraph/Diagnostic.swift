/// The line of a user's program that made a node: `#fileID` and `#line`.
public struct Site: Hashable, Sendable, Codable, CustomStringConvertible {
    /// `#fileID`: the module and the file's name.
    public let file: String
    /// Counted from 1.
    public let line: Int

    /// - Parameters: `#fileID` and `#line`.
    public init(_ file: String, _ line: Int) {
        self.file = file
        self.line = line
    }

    /// `MyModels/Encoder.swift:14`
    public var description: String { "\(file):\(line)" }
}

/// A user's mistake: where it is, what was found, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing where it is about no line.
    public let site: Site?
    /// What was found, and what to do about it.
    public let message: String

    /// - Parameters:
    ///   - message: what was found, and what to do about it.
    ///   - site: the line that it is about.
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
