import InvarGraph

/// What the environment says of the launcher that started this process: mpirun, mpiexec or srun.
package struct Launch: Hashable, Sendable {
    /// The variable that says it.
    package let variable: String
    /// How many processes it started; nothing where it does not say, and only MPI knows.
    package let processes: Int?

    /// The first of these that is there is right: a launcher that stands inside another one's step (mpirun in a job of Slurm's) leaves
    /// the outer one's variables where they are.
    ///
    /// `SLURM_NTASKS` is not among them: a batch script has it too, and is one process. `SLURM_STEP_NUM_TASKS` is srun's alone.
    private static let sizes = [
        "OMPI_COMM_WORLD_SIZE",  // Open MPI
        "PMI_SIZE",  // MPICH and what comes of it, srun --mpi=pmi2
        "SLURM_STEP_NUM_TASKS",  // srun
    ]

    /// - Returns: nothing where no launcher started this process.
    package init?(_ environment: [String: String]) {
        for variable in Self.sizes {
            guard let processes = environment[variable].flatMap({ Int($0) }) else { continue }
            self.init(variable: variable, processes: processes)
            return
        }
        // What other launchers with PMIx set: a rank, and no size.
        guard environment["PMIX_RANK"] != nil else { return nil }
        self.init(variable: "PMIX_RANK", processes: nil)
    }

    private init(variable: String, processes: Int?) { (self.variable, self.processes) = (variable, processes) }

    /// What a build without MPI says where it is one of several processes, each of which would take itself for the only one, and write
    /// into the same directory.
    package static func refusal(_ environment: [String: String]) -> Diagnostic? {
        guard let launch = Launch(environment) else { return nil }
        let others = launch.processes.map { $0 > 1 } ?? (environment["PMIX_RANK"] != "0")
        guard others else { return nil }
        let count = launch.processes.map { "\($0)" } ?? "several"
        return Diagnostic(
            "this is one of \(count) processes (\(launch.variable) says so), and was built without MPI, so that they could not work together; "
                + "build with: make build MPI=1 (see docs/distributed.md)")
    }

    /// What is said where MPI sees another number of ranks than the launcher started.
    package func disagreement(with ranks: Int, of library: String) -> Diagnostic? {
        guard let processes, processes != ranks else { return nil }
        return Diagnostic(
            "this is one of \(processes) processes (\(variable) says so), but MPI sees \(ranks): it was built with \(library), and the "
                + "launcher is another one's. Use the mpirun of that MPI (Debian: mpirun.openmpi, mpirun.mpich), or srun with what "
                + "it was built for (srun --mpi=list; pmix, pmi2)")
    }
}
