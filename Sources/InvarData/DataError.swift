import Foundation

/// A fault of a file or of a request for data: where, what, and what to do.
public struct DataError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// The file or the thing at fault.
    public let subject: String
    public let message: String

    public init(_ subject: String, _ message: String) {
        self.subject = subject
        self.message = message
    }

    public var description: String { "\(subject): error: \(message)".shown }
    public var errorDescription: String? { description }

    /// A failed system call on a file, with the system's own words.
    static func system(_ path: String, _ doing: String, code: Int32 = errno) -> DataError {
        let words = String(cString: strerror(code))
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
