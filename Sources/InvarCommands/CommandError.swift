import Foundation
import Invar
import InvarData
import InvarDump
import InvarGraph
import InvarTraining

/// A user's mistake in a command, in words.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// - Parameters:
    ///   - kind: what should have been named: `architecture`.
    ///   - more: what could have been named as well, but is too much to list.
    init(unknown kind: String, _ name: String, among known: [String], orAlso more: [String] = []) {
        description = unknownName(kind, name, among: known, orAlso: more)
    }
}

/// One line for the terminal, without `error:` in front.
func explanation(of error: any Error) -> String {
    switch error {
    case let error as DataError: "\(error.subject) \(error.message)"
    case let error as TrainingError: error.message
    case let error as Diagnostic: (error.site.map { "\($0): " } ?? "") + error.message
    case let error as LocalizedError where error.errorDescription != nil: error.errorDescription ?? "\(error)"
    case let error as CocoaError: words(error)
    default: "\(error)"
    }
}

/// The system's own words, where there are such: Foundation's are a domain and a number.
private func words(_ error: CocoaError) -> String {
    let reason = (error.underlying as? POSIXError).map { systemWords($0.code.rawValue) }
    return (error.filePath.map { "\($0): " } ?? "") + (reason ?? error.localizedDescription)
}
