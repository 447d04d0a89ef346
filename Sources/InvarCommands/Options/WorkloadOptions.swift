import ArgumentParser

/// Which step runs and on what: of every command that runs one program by itself, on made-up images.
struct WorkloadOptions: ParsableArguments {
    @Argument(help: "The architecture whose training step runs (see: list).", completion: .architectures)
    var architecture: String?
    @Option(help: "Instead of an architecture: a workload of bench.", completion: .workloads)
    var workload: String?
    @Option(help: "Images in a step of an architecture. (default: 256)")
    var batch: Int?
    @OptionGroup var microBatches: MicroBatchesOption
    @OptionGroup var memory: MemoryOption

    /// The training step of an architecture, or a workload of `bench`.
    /// - Throws: `CommandError` for the first option that is not possible.
    func chosen() throws -> Workload {
        try Choices.atLeastOne(batch, "--batch")
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

/// In how many parts a step is computed: of every command that plans a step of training.
struct MicroBatchesOption: ParsableArguments {
    @Option(
        help:
            "Compute a step in so many parts of its images, one after another: less memory, more time, the same values. (default: 1)"
    )
    var microBatches: Int?

    /// - Throws: `CommandError` for fewer than one.
    func count() throws -> Int? {
        try Choices.atLeastOne(microBatches, "--micro-batches")
        return microBatches
    }
}

/// How much memory a step may take: of every command that plans one.
struct MemoryOption: ParsableArguments {
    @Option(
        help:
            "Memory that a step may take, the executor's own included, as 500MB or 2GB; what does not fit is computed again."
    )
    var memory: String?

    private static let units: [(name: String, bytes: Double)] = [
        ("KIB", 0x1p10), ("MIB", 0x1p20), ("GIB", 0x1p30), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9),
    ]

    /// `500MB`, `2GB`, `1.5GiB`; nothing for as much as it takes.
    func bytes() throws -> Int? {
        guard let memory else { return nil }
        let upper = memory.uppercased()
        guard let unit = Self.units.first(where: { upper.hasSuffix($0.name) }),
            let number = Double(upper.dropLast(unit.name.count).trimmingSpaces), number > 0,
            number * unit.bytes < 0x1p60
        else { throw CommandError("--memory \(memory): give a size such as 500MB, 2GB or 1.5GiB") }
        return Int(number * unit.bytes)
    }
}
