import Foundation
import InvarGraph
import InvarRuntime

#if MPI
    import CMPI
#endif

/// This process as one of those that mpirun, mpiexec or srun started.
///
/// A build without MPI has all of this too: it finds out that it is one of several, and refuses.
package enum MPIProcess {
    #if MPI
        /// Whether MPI is built in.
        package static let isBuiltIn = true
    #else
        /// Whether MPI is built in.
        package static let isBuiltIn = false
    #endif

    /// Starts MPI where a launcher started this process as one of several. To be called once, before threads that exchange.
    ///
    /// - Parameters:
    ///   - limit: seconds that an exchange may take before all ranks are ended with a message that names it; nothing: for ever.
    ///   - sharesMemory: whether ranks of one host exchange in memory that all see, where the host has some to give, and not by messages.
    /// - Returns: nothing where this is the only process.
    /// - Throws: `Diagnostic` where it is one of several and MPI is not built in, or another one than the launcher's; `ThreadError` where
    ///   the system refuses the thread that watches exchanges.
    package static func start(limit: Double? = nil, sharesMemory: Bool = true) throws -> (any Communicator)? {
        let environment = ProcessInfo.processInfo.environment
        #if MPI
            guard let launch = Launch(environment), launch.processes != 1 else { return nil }
            // A rank that waits looks again and again, beside threads that compute on the same cores: Open MPI lets those go first if asked.
            _ = unsafe setenv("OMPI_MCA_mpi_yield_when_idle", "1", 0)
            guard cmpi_start() != 0 else {
                throw Diagnostic(
                    "\(library) takes no calls from several threads (MPI_THREAD_SERIALIZED); use one that does")
            }
            let ranks = Int(cmpi_ranks())
            if let wrong = launch.disagreement(with: ranks, of: library) {
                finish()
                throw wrong
            }
            guard ranks > 1 else {
                finish()
                return nil
            }
            let rank = Int(cmpi_rank())
            let watch = try limit.map { limit in
                try ExchangeWatch(limit: limit) { late(rank, $0, limit: $1) }
            }
            let messages = MPICommunicator(rank: rank, ranks: ranks, watch: watch)
            // Where one host has all ranks, each rank sees so.
            guard Int(cmpi_ranks_here()) == ranks,
                let memory = HostMemory(rank: rank, ranks: ranks, isWanted: sharesMemory, over: messages)
            else { return messages }
            return HostRanks(memory, watch: watch)
        #else
            if let refusal = Launch.refusal(environment) { throw refusal }
            return nil
        #endif
    }

    #if MPI
        /// Which MPI is built in, with its version: `Open MPI v4.1.4`, `MPICH Version: 4.0.2`.
        package static var library: String {
            let whole = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(cmpi_name_room)) {
                guard let text = $0.baseAddress else { return "" }
                unsafe cmpi_name(text)
                return unsafe String(cString: text)
            }
            // Open MPI adds who packaged it, MPICH how it was configured.
            let first = whole.split(whereSeparator: { $0 == "," || $0 == "\n" }).first ?? "MPI"
            return first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    #endif
}
