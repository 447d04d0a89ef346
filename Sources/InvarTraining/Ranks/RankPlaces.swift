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
