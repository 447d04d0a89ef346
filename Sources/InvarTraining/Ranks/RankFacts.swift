import Foundation
import InvarRuntime

/// Something of which ranks have to have the same: else their steps would drift apart, or wait for each other for ever.
struct RankFacts: Codable, Sendable {
    let invar: String
    let run: RunIdentity
    /// Of the program's text.
    let program: String
    /// What decides the last bits.
    let executor: String
    let steps: Int

    init(_ step: TrainingStep, _ run: RunIdentity, _ executor: any Executor, _ steps: Int) {
        var hash = Fingerprint()
        hash.add(step.program.description)
        (invar, self.run, program) = (invarVersion, run, hash.text)
        (self.executor, self.steps) = (executor.fingerprint, steps)
    }

    /// - Throws: `TrainingError` on a rank that has other facts than rank 0.
    func check(_ communicator: any Communicator, _ places: RankPlaces) throws {
        guard communicator.ranks > 1 else { return }
        let first = try JSONDecoder().decode(
            RankFacts.self, from: Data(communicator.fromFirst(Array(compactJSON(self).utf8))))
        var problems: [String] = []
        if invar != first.invar { problems.append("Invar \(invar) where rank 0 has \(first.invar)") }
        problems += run.differences(from: first.run, was: "is on rank 0", isNow: "and here")
        if executor != first.executor { problems.append("it computes by \(executor), and rank 0 by \(first.executor)") }
        if problems.isEmpty, program != first.program { problems.append("its program of the step is another") }
        if problems.isEmpty, steps != first.steps { problems.append("\(steps) steps where rank 0 has \(first.steps)") }
        guard problems.isEmpty else {
            throw TrainingError(
                .ranks,
                "on \(places.machines[communicator.rank]) not all is as on rank 0 (\(places.machines[0])): "
                    + problems.joined(separator: "; ")
                    + ". Ranks need the same program, data, schedules and width of vectors")
        }
    }
}
