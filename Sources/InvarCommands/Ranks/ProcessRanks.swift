import ArgumentParser
import InvarRuntime
import InvarTraining
import Synchronization

/// The group of processes that mpirun or srun started this one in; a group of one where neither did.
///
/// All processes carry out the same command. What they find is the same, and so the first alone prints and writes.
struct ProcessRanks: Sendable {
    let communicator: any Communicator
    /// Cores of this process.
    let cores: Int

    /// No others.
    static let alone = ProcessRanks(communicator: Alone(), cores: TargetDescription.current.cores)

    private static let found = Mutex<ProcessRanks?>(nil)

    /// Known to all threads.
    static var current: ProcessRanks { found.withLock { $0 } ?? alone }

    /// To be called once, before anything is printed.
    static func join(_ communicator: any Communicator) throws {
        let ranks = try ProcessRanks(communicator)
        found.withLock { $0 = ranks }
    }

    private init(communicator: any Communicator, cores: Int) { (self.communicator, self.cores) = (communicator, cores) }

    /// All processes tell each other where they run.
    private init(_ communicator: any Communicator) throws {
        self.init(communicator: communicator, cores: try RankPlaces(communicator).cores)
    }

    var isFirst: Bool { communicator.rank == 0 }

    /// Carries out a command in all processes.
    /// - Throws: what it throws; `RankFailure` where another process failed.
    func run(_ command: inout any ParsableCommand) throws {
        guard communicator.ranks > 1 else { return try command.run() }
        do throws(RankFailure) {
            try communicator.together(saying: explanation) {
                guard command is any SharedCommand else {
                    throw CommandError(
                        "\(type(of: command)._commandName) works in one process, and this is one of \(communicator.ranks); "
                            + "run it without mpirun or srun")
                }
                try command.run()
            }
        } catch {
            throw error.underlying ?? error
        }
    }
}

/// A command that several processes can share.
protocol SharedCommand: ParsableCommand {}
