import Foundation
import InvarRuntime

/// On which machines ranks run, and how they share these.
package struct RankPlaces: Sendable {
    /// How many cores this rank has: those that it may use, by as many ranks as may use the same ones.
    package let cores: Int
    /// Whether no rank before it runs on the same machine.
    let isFirstOnMachine: Bool
    /// Each rank's machine, in the order of the ranks.
    let machines: [String]

    /// From so many cores on one of them is better used for exchanging than for computing.
    private static let manyCores = 8

    /// How many threads compute where nobody says it.
    var threads: Int { machines.count > 1 && cores >= Self.manyCores ? cores - 1 : cores }

    private struct Place: Codable, Equatable {
        let machine: String
        let cores: [Int]
    }

    /// All ranks tell each other where they are.
    package init(_ communicator: any Communicator) throws {
        let own = Place(machine: ProcessInfo.processInfo.hostName, cores: TargetDescription.allowedCores)
        let all = try communicator.gathered(Array(compactJSON(own).utf8)).map {
            try JSONDecoder().decode(Place.self, from: Data($0))
        }
        machines = all.map(\.machine)
        isFirstOnMachine = !machines.prefix(communicator.rank).contains(own.machine)
        cores = max(1, own.cores.count / all.count { $0 == own })
    }
}

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
