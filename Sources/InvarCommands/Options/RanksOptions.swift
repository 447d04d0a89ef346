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

    @Flag(
        inversion: .prefixedNo,
        help: "Each rank keeps and updates a part of the optimizer's large moments: less memory, the same values.")
    var shardOptimizer: Bool?
    @Flag(
        inversion: .prefixedNo,
        help:
            "The same bits for 1, 2 and 4 ranks: four parts of each batch are computed apart and summed in one order. Slower, and takes more memory."
    )
    var reproducible: Bool?

    /// Longer than a checkpoint takes, or a look of the monitor.
    static let usualTimeout = 600.0
    /// Of which `--reproducible` makes a batch.
    private static let parts = 4

    /// The ranks of this process, and what is to be recorded of them.
    /// - Parameter before: what a run that is resumed was asked for.
    func group(before: RunRecord.Asked, _ options: inout RunOptions) throws -> RankGroup {
        try Choices.positive(collectiveTimeout, "--collective-timeout")
        let process = ProcessRanks.current.communicator
        let timeout = collectiveTimeout ?? Self.usualTimeout
        process.watch?.allow(seconds: timeout)
        options.shardsOptimizer = shardOptimizer ?? before.shardsOptimizer ?? false
        options.isReproducible = reproducible ?? before.isReproducible ?? false
        let threads = try threads(before: before, process)
        options.ranks = process.ranks == 1 && threads > 1 ? threads : nil
        let all = threads * process.ranks
        guard options.isReproducible else {
            return threads == 1 ? RankGroup([process]) : try RankGroup(threads: threads, watch: watch(timeout))
        }
        guard [1, 2, Self.parts].contains(all) else {
            throw CommandError("--reproducible with \(all) ranks: 1, 2 and 4 are possible, and have the same bits")
        }
        let carried = Self.parts / process.ranks
        let local = try LocalRanks(carried, across: process, watch: process.ranks == 1 ? watch(timeout) : nil)
        return RankGroup(local.communicators)
    }

    /// How many ranks are threads of this process.
    private func threads(before: RunRecord.Asked, _ process: any Communicator) throws -> Int {
        guard process.ranks == 1 else {
            if let ranks, ranks != process.ranks {
                throw CommandError(
                    "--ranks \(ranks): mpirun or srun started \(process.ranks) processes, and each is a rank; leave --ranks out"
                )
            }
            return 1
        }
        let most = TargetDescription.current.mostThreads
        let threads = ranks ?? before.ranks ?? 1
        guard (1...most).contains(threads) else {
            throw CommandError("--ranks \(threads): 1 to \(most) are possible on this machine")
        }
        return threads
    }

    private func watch(_ timeout: Double) throws -> ExchangeWatch {
        try ExchangeWatch(limit: timeout) { exchange, limit in
            Output.error("ranks have waited for each other longer than \(Int(limit)) s, in \(exchange)")
            // the ranks' threads compute on: what is tidied up at a usual end would be tidied away under them
            _exit(1)
        }
    }
}
