import ArgumentParser
import Foundation
import InvarRuntime
import InvarTraining

/// Which ranks share a run: threads of this process, or the processes that mpirun or srun started.
struct RanksOptions: ParsableArguments {
    @Option(
        help:
            "Ranks that share every step, as threads of this process, each with its part of the cores; under mpirun or srun these say how many."
    )
    var ranks: Int?
    @Option(
        help: "Seconds that ranks may wait for each other before all of them end. (default: \(Int(Self.usualTimeout)))")
    var collectiveTimeout: Double?

    /// Longer than a checkpoint takes, or a look of the monitor.
    static let usualTimeout = 600.0

    /// - Parameter before: what a run that is resumed was asked for.
    func group(before: RunRecord.Asked) throws -> RankGroup {
        let process = ProcessRanks.current.communicator
        try Choices.positive(collectiveTimeout, "--collective-timeout")
        let timeout = collectiveTimeout ?? Self.usualTimeout
        guard process.ranks == 1 else {
            if let ranks, ranks != process.ranks {
                throw CommandError(
                    "--ranks \(ranks): mpirun or srun started \(process.ranks) processes, and each is a rank; leave --ranks out")
            }
            process.watch?.allow(seconds: timeout)
            return RankGroup([process])
        }
        guard let ranks = ranks ?? before.ranks, ranks != 1 else { return .alone }
        let most = TargetDescription.current.mostThreads
        guard (1...most).contains(ranks) else {
            throw CommandError("--ranks \(ranks): 1 to \(most) are possible on this machine")
        }
        let watch = try ExchangeWatch(limit: timeout) { exchange, limit in
            Output.error("ranks have waited for each other longer than \(Int(limit)) s, in \(exchange)")
            Output.end(1)
        }
        return RankGroup(threads: ranks, watch: watch)
    }
}
