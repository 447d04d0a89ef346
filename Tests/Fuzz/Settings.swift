import Foundation
import InvarRuntime

/// What the command line asks for.
struct Settings {
    var formats = Format.all.map(\.name)
    var seed: UInt64 = 1
    /// Of each format.
    var mutants = 100_000
    /// One of them alone, in this process.
    var index: Int?
    /// Processes at once.
    var jobs = TargetDescription.current.cores
    /// Seconds that one mutant may take.
    var limit = 20.0
    /// The folder of a worker, and its first mutant.
    var worker: String?
    var from = 0

    static let usage = """
        usage: invar-fuzz [--format NAME,NAME] [--mutants N] [--seed N] [--jobs N] [--limit SECONDS]
               invar-fuzz --format NAME --seed N --index N     one mutant again, kept in invar-fuzz-NAME-N
        formats: \(Format.all.map(\.name).joined(separator: " "))
        """

    init(_ words: [String]) throws {
        var words = words[...]
        func value<T: LosslessStringConvertible>(_ option: String, _: T.Type = T.self) throws -> T {
            guard let value = words.popFirst().flatMap({ T($0) }) else {
                throw Violation("\(option) has no value\n\(Settings.usage)")
            }
            return value
        }
        while let option = words.popFirst() {
            switch option {
            case "--format":
                formats = try value(option, String.self).split(separator: ",").map(String.init).flatMap(Format.names)
            case "--seed": seed = try value(option)
            case "--mutants": mutants = try value(option)
            case "--index": index = try value(option)
            case "--jobs": jobs = max(1, try value(option))
            case "--limit": limit = try value(option)
            case "--worker": worker = try value(option)
            case "--from": from = try value(option)
            default: throw Violation(Settings.usage)
            }
        }
    }
}
