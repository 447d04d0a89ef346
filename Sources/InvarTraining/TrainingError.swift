import Foundation
import InvarGraph

/// Why a run could not start, go on, or be resumed: what, where, and what to do.
public struct TrainingError: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    /// What kind of fault it is, for a program that has to decide.
    public enum Kind: Sendable, Hashable {
        /// A number of the configuration is impossible.
        case configuration
        /// The directory holds something that this run would harm, or does not hold what it should.
        case directory
        /// The checkpoint is damaged, of another run, or of a newer Invar.
        case checkpoint
        /// A loss or a piece of state is no longer a finite number.
        case notFinite
        /// Something could not be written in the middle of the run.
        case writing
        /// Ranks that share a run do not have the same program, data or state.
        case ranks
    }

    /// Which kind it is.
    public let kind: Kind
    /// What, where, and what to do.
    public let message: String

    /// - Parameter message: what, where, and what to do.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = shortened(message)
    }

    public var description: String { "error: \(message)" }
    public var errorDescription: String? { description }
}
