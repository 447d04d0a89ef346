import Foundation
import Invar
import InvarData
import InvarGraph
import InvarTraining

/// A user's mistake in a command, in words.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// - Parameters:
    ///   - kind: what should have been named: `architecture`.
    init(unknown kind: String, _ name: String, among known: [String]) {
        let hint = nearestName(to: name, in: known).map { "; did you mean \($0)?" } ?? "."
        description = "there is no \(kind) \"\(name)\"\(hint) Known: \(known.joined(separator: ", "))"
    }
}

/// One line for the terminal, without `error:` in front.
func explanation(of error: any Error) -> String {
    switch error {
    case let error as DataError: "\(error.subject) \(error.message)"
    case let error as TrainingError: error.message
    case let error as Diagnostic: (error.site.map { "\($0): " } ?? "") + error.message
    case let error as LocalizedError where error.errorDescription != nil: error.errorDescription ?? "\(error)"
    case let error as CocoaError: error.localizedDescription
    default: "\(error)"
    }
}
