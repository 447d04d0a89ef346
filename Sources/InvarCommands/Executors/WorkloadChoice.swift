import InvarData

extension Choices {
    /// The training step of an architecture, or a workload of `bench`.
    static func workload(architecture: String?, workload: String?, batch: Int?) throws -> Workload {
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
