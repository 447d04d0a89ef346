import Foundation
import InvarGraph

/// A fault of a file or of a request for data: where, what, and what to do.
public struct DataError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// The file or the thing at fault.
    public let subject: String
    /// What is wrong with it, and what to do.
    public let message: String

    /// - Parameters:
    ///   - subject: the file or the thing at fault.
    ///   - message: what is wrong with it, and what to do; a long one is shortened in the middle.
    public init(_ subject: String, _ message: String) {
        self.subject = subject
        self.message = shortened(message)
    }

    /// `a.jpg: error: is cut short; …`
    public var description: String { "\(subject): error: \(message)".shown }
    /// The same, for whoever shows errors by Foundation's ways.
    public var errorDescription: String? { description }

    /// A failed system call on a file, with the system's own words.
    package static func system(_ path: String, _ doing: String, code: Int32 = errno) -> DataError {
        let words = System.words(code)
        let advice =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: "; free some space, or write elsewhere"
            case EACCES, EPERM, EROFS: "; choose a place that you may write to"
            case ENOENT: "; check the path"
            default: ""
            }
        return DataError(path, "\(doing): \(words)\(advice)")
    }
}
