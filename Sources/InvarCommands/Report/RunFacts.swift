import Invar
import InvarDump
import InvarTraining

/// What decides a run's numbers, and what it was carried out on, as names and values.
enum RunFacts {
    typealias Fact = (name: String, value: String)

    /// In the order in which a person asks.
    static func recipe(_ record: RunRecord) -> [Fact] {
        let (run, configuration) = (record.run, record.run.configuration)
        var facts: [Fact] = [
            ("architecture", run.architecture),
            ("trained numbers", Format.grouped(record.parameters)),
            ("data", data(record)),
            ("epochs", "\(Format.grouped(configuration.epochs)) of \(Format.count(record.stepsPerEpoch, "step"))"),
            ("batch", batch(record)),
            ("optimizer", configuration.optimizer.description),
            ("learning rate", configuration.schedule.description),
        ]
        if let limit = configuration.gradientNormLimit { facts.append(("gradient clipped to norm", "\(limit)")) }
        if let target = run.target { facts.append(("target's momentum", target.description)) }
        if let initial = run.initial { facts.append(("began with the encoder of", initial.path)) }
        if let features = record.featuresPath { facts.append(("rows beside the images", features)) }
        facts.append(("seed", "\(configuration.seed)"))
        return facts
    }

    private static func batch(_ record: RunRecord) -> String {
        let parts = record.asked?.microBatches ?? 1
        return Format.grouped(record.run.configuration.batch) + (parts > 1 ? ", in \(parts) micro-batches" : "")
    }

    private static func data(_ record: RunRecord) -> String {
        let data = record.run.data
        let size = data.height > 0 ? " of \(data.height)×\(data.width)×\(data.channels)" : ""
        let split = record.dataSplit.map { $0 == "train" ? "training " : "\($0) " } ?? ""
        let place = record.dataPath.map { $0 == data.name ? "" : " (\($0))" } ?? ""
        return "\(data.name)\(place): \(Format.count(data.count, split + record.item))\(size)"
    }

    /// Of the last time that it was started.
    static func machine(_ session: RunRecord.Session) -> [Fact] {
        let machine = session.machine
        var facts: [Fact] = [
            ("Invar", session.invar), ("executor", ([session.executor] + session.notes).joined(separator: "; ")),
            ("threads", "\(session.threads), and \(session.workers) for views"),
        ]
        if let openBLAS = machine.openBLAS { facts.append(("OpenBLAS", openBLAS)) }
        if let ranks = session.ranks, ranks > 1 { facts.append(("ranks", "\(ranks)")) }
        facts += [
            (
                "processor",
                "\(machine.processor), \(Format.count(machine.cores, "core")), \(machine.vectorBits)-bit vectors"
            ),
            ("memory", "\(Format.grouped(machine.memoryMiB)) MiB"), ("system", machine.system),
        ]
        return facts
    }

    /// How fast it went; nothing before the first epoch is done.
    static func speed(_ run: ReportedRun) -> [Fact] {
        guard let epochs = run.curves?.epochs, !epochs.isEmpty else { return [] }
        let rates = epochs.map(\.imagesPerSecond).filter(\.isFinite).sorted()
        let seconds = epochs.reduce(0) { $0 + $1.seconds }
        var facts: [Fact] = []
        if !rates.isEmpty {
            facts.append(
                ("\(run.item)s per second", "\(Format.fixed(rates[rates.count / 2], 0)) (median of the epochs)"))
        }
        facts.append(("an epoch", Format.duration(seconds / Double(epochs.count))))
        facts.append(("all of \(Format.count(epochs.count, "epoch"))", Format.duration(seconds)))
        if let most = epochs.map(\.mebibytes).max(), most > 0 {
            facts.append(("memory of the process", "\(Format.grouped(most)) MiB"))
        }
        return facts
    }
}
