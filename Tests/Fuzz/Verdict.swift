import Foundation
import InvarData
import InvarGraph
import InvarJIT
import InvarTraining

/// What came of reading one mutant.
enum Verdict {
    case accepted
    case refused
    /// Something else than a whole result, or an error of ours that says what is wrong.
    case fault(String)

    init(_ reader: Reader, _ mutant: Mutant) {
        do {
            try reader.read(mutant)
            self = .accepted
        } catch let violation as Violation {
            self = .fault(violation.description)
        } catch {
            self = Verdict.complaint(error, reader.names).map(Verdict.fault) ?? .refused
        }
    }

    /// What is wrong with an error: its type, or its words.
    private static func complaint(_ error: any Error, _ names: [String]) -> String? {
        let words: String
        switch error {
        case let error as DataError: words = error.description
        case let error as TrainingError: words = error.description
        case let error as ImageFault: words = error.description
        case let error as ParseError: words = error.description
        case let error as ScheduleError: words = error.description
        case let error as Diagnostic: words = error.description
        default: return "an error of type \(type(of: error)): \(String(describing: error).prefix(300))"
        }
        if words.count < 8 { return "an error without words: “\(words)”" }
        if words.utf8.count > 4000 { return "an error of \(words.utf8.count) bytes: \(words.prefix(200))…" }
        if ["couldn’t be completed", "NSCocoaErrorDomain", "Swift.DecodingError", "Optional("].contains(
            where: words.contains)
        {
            return "an error in the system's words: \(words.prefix(300))"
        }
        guard names.isEmpty || names.contains(where: words.contains) else {
            return "an error that does not name the file: \(words.prefix(300))"
        }
        return nil
    }
}
