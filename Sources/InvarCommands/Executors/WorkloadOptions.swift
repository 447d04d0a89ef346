import ArgumentParser
import InvarData

/// Which step runs and on what: of every command that runs one program by itself, on made-up images.
struct WorkloadOptions: ParsableArguments {
    @Argument(help: "The architecture whose training step runs (see: list).")
    var architecture: String?
    @Option(help: "Instead of an architecture: a workload of bench.")
    var workload: String?
    @Option(help: "Images in a step of an architecture. (default: 256)")
    var batch: Int?
    @Option(help: "Threads; one for each core unless given.")
    var threads: Int?
    @Option(
        help:
            "Memory that a training step may take, the executor's own included, as 500MB or 2GB; what does not fit is computed again."
    )
    var memory: String?

    /// What was chosen, all of it possible.
    struct Chosen {
        let workload: Workload
        let threads: Int
        /// Bytes; nothing for as much as it takes.
        let memory: Int?
    }

    /// - Throws: `CommandError` for the first option that is not possible.
    func chosen() throws -> Chosen {
        try Choices.atLeastOne(batch, "--batch")
        return Chosen(
            workload: try step(), threads: try Choices.threads(threads), memory: try Choices.bytes(memory, "--memory"))
    }

    /// The training step of an architecture, or a workload of `bench`.
    private func step() throws -> Workload {
        switch (architecture, workload) {
        case (let name?, nil):
            let model = try Architectures.named(name)
            return Workload(name: model.name, kind: .training(model, batch: batch ?? 256))
        case (nil, let name?):
            guard batch == nil else { throw CommandError("a workload has its own batch; leave --batch out") }
            return try Workload.named(name)
        case (nil, nil): throw CommandError("give an architecture (see: \(programName) list), or --workload NAME")
        case (.some, .some): throw CommandError("an architecture and --workload are two programs; give one")
        }
    }
}
