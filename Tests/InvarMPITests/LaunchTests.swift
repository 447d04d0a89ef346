import InvarMPI
import Testing

@Suite struct LaunchTests {
    struct Example: Sendable {
        let environment: [String: String]
        let processes: Int?
        let isRefused: Bool

        init(_ environment: [String: String], _ processes: Int?, refused: Bool) {
            (self.environment, self.processes, isRefused) = (environment, processes, refused)
        }
    }

    static let launched = [
        Example(["OMPI_COMM_WORLD_SIZE": "4", "PMIX_RANK": "0"], 4, refused: true),
        Example(["PMI_SIZE": "2", "PMI_RANK": "1"], 2, refused: true),
        Example(["SLURM_STEP_NUM_TASKS": "8", "SLURM_NTASKS": "8"], 8, refused: true),
        Example(["OMPI_COMM_WORLD_SIZE": "1"], 1, refused: false),
        // mpirun -n 1 in a job of many tasks
        Example(["OMPI_COMM_WORLD_SIZE": "1", "SLURM_STEP_NUM_TASKS": "8"], 1, refused: false),
        // a launcher that says no number: the first rank may be the only one
        Example(["PMIX_RANK": "0"], nil, refused: false),
        Example(["PMIX_RANK": "3"], nil, refused: true),
    ]

    @Test(arguments: launched) func launchersAreKnown(_ example: Example) throws {
        let launch = try #require(Launch(example.environment))
        #expect(launch.processes == example.processes)
        #expect((Launch.refusal(example.environment) != nil) == example.isRefused)
    }

    /// A batch script of Slurm's is one process, however many tasks its job has.
    @Test(arguments: [[:], ["SLURM_NTASKS": "8", "SLURM_PROCID": "0", "SLURM_JOB_ID": "17"]])
    func nobodyLaunched(_ environment: [String: String]) {
        #expect(Launch(environment) == nil)
        #expect(Launch.refusal(environment) == nil)
    }
}
