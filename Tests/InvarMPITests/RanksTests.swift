import Foundation
import InvarMPI
import Testing

/// `INVAR_ALL_TOOLS=1`, as in CI: then a test whose program is missing fails, and is not left out.
private let areAllPromised = !(ProcessInfo.processInfo.environment["INVAR_ALL_TOOLS"] ?? "").isEmpty

/// Processes that mpirun starts, and that exchange by MPI.
@Suite(
    .serialized,
    .enabled(if: MPIProcess.isBuiltIn, "built without MPI (make test MPI=1)"),
    .enabled(if: !MPIProcess.isBuiltIn || Started.launcher != nil || areAllPromised, "no mpirun (scripts/setup --mpi)"))
struct RanksTests {
    /// Exact copies, sums to rounding, the same bits on each rank and each time.
    @Test(arguments: [2, 3, 4]) func exchangeByMessages(_ ranks: Int) throws {
        let ended = try Started(["collectives", "by-messages"], ranks: ranks)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("\(ranks) ranks exchange as threads do\nby messages"), "\(ended.output)")
    }

    /// In the memory of one host the sums have the bits of threads' sums too.
    @Test(arguments: [2, 3, 5]) func exchangeInMemory(_ ranks: Int) throws {
        let ended = try Started(["collectives"], ranks: ranks)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("\(ranks) ranks exchange as threads do\nin memory"), "\(ended.output)")
        #expect(ended.output.contains("sums in the order of the ranks"), "\(ended.output)")
    }

    /// Where one rank gets no memory to share, all exchange by messages.
    @Test(arguments: [0, 2]) func exchangeWithoutMemory(_ rank: Int) throws {
        let ended = try Started(["collectives", "by-messages-for=\(rank)"], ranks: 3)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("3 ranks exchange as threads do\nby messages"), "\(ended.output)")
    }

    @Test(arguments: [2, 3, 4]) func agree(_ ranks: Int) throws {
        let ended = try Started(["agreement"], ranks: ranks)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("\(ranks) ranks agree, and hear of a failure"), "\(ended.output)")
    }

    /// Interpreted and compiled, in single and in double precision.
    @Test(arguments: [2, 3]) func trainAsOneProcessDoes(_ ranks: Int) throws {
        let ended = try Started(["step"], ranks: ranks)
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("\(ranks) ranks train as one process does"), "\(ended.output)")
    }

    /// Nobody waits for a rank that was killed.
    @Test func endWithAKilledRank() throws {
        let ended = try Started(["die"], ranks: 3)
        #expect(ended.status != 0, "\(ended.output)")
        #expect(ended.seconds < 10, "\(ended.output)")
    }

    /// Nor for ever for one that does not come: the watch says what was waited for.
    @Test func areWatched() throws {
        let ended = try Started(["hang"], ranks: 2)
        #expect(ended.status != 0, "\(ended.output)")
        #expect(ended.seconds < 30, "\(ended.output)")
        #expect(
            ended.output.contains("error: rank 0 has waited longer than 2 s for the other ranks"), "\(ended.output)")
    }

    /// The launcher of another MPI starts processes that know nothing of each other.
    @Test func refuseAnotherLauncher() throws {
        let ended = try Started(["collectives"], environment: ["PMI_SIZE": "2"])
        #expect(ended.status == 3, "\(ended.output)")
        #expect(
            ended.output.contains("this is one of 2 processes (PMI_SIZE says so), but MPI sees 1"), "\(ended.output)")
    }
}

/// A process alone, with MPI and without.
@Suite struct AloneTests {
    /// MPI is not even started then.
    @Test(arguments: [
        [:], ["OMPI_COMM_WORLD_SIZE": "1"], ["PMI_SIZE": "1"], ["SLURM_NTASKS": "4", "SLURM_PROCID": "0"],
    ]) func isAlone(_ environment: [String: String]) throws {
        let ended = try Started(["collectives"], environment: environment)
        #expect(ended.status == 0 && ended.output == "one process\n", "\(ended.output)")
    }

    @Test(.enabled(if: !MPIProcess.isBuiltIn, "built with MPI")) func isRefusedAmongOthers() throws {
        let ended = try Started(["collectives"], environment: ["OMPI_COMM_WORLD_SIZE": "2"])
        #expect(ended.status == 3 && ended.output.contains("make build MPI=1"), "\(ended.output)")
    }
}
