import ArgumentParser
import Foundation
import InvarData
import InvarDump

struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure how fast the steps are.",
        usage: "\(programName) bench [<options>]",
        discussion: """
            Synthetic images in memory, warm-up first, then the whole step again and
            again: forward, loss, backward, SGD with momentum (infer: the encoder
            alone). Timing stops after --steps, or after --seconds once three steps
            are timed. resnet50-224 needs 2.5 GB of memory.

            With two executors their steps are timed in turns, three of one and three of
            the other, so that a noise of the machine meets both; RATIO is each median
            divided by that of the first executor. COMPILE is the time from the
            description to a program that can run, kernels included. MEMORY is the
            process's peak: of a process that ran both executors it is that of both, so
            measure memory with one.

            Workloads:

              \(Workload.all.map(\.name).joined(separator: "\n  "))

            Examples:

              # all of them, each in its own process, as a table
              \(programName) bench
              \(programName) bench --workload mlp-fmnist --threads 1
              \(programName) bench --workload mlp-fmnist,convnet-fmnist --steps 10
              # compiled kernels beside the interpreter: several executors with commas
              \(programName) bench --workload mlp-fmnist --executor jit,blas
              # JSON to the terminal: an object, or an array of one for each workload
              # and executor
              \(programName) bench --workload loss-256x8192 --json -
            """.flowing)

    @Option(
        help: "Only this one (see above); several with commas, or one option for each.",
        completion: .workloads)
    var workload: [String] = []
    @OptionGroup var compute: ExecutorOptions
    @OptionGroup var microBatches: MicroBatchesOption
    @OptionGroup var memory: MemoryOption
    @Option(help: "Timed steps at most. (default: 50)")
    var steps: Int?
    @Option(help: "Timing stops after so long, once three steps are timed.")
    var seconds = 10.0
    @Option(help: "A file for the result as JSON; - for the terminal.", transform: PathOption.parse)
    var json: String?

    func run() throws {
        try Choices.atLeastOne(steps, "--steps")
        try Choices.positive(seconds, "--seconds", most: 3600)
        let (executors, threads) = try compute.several()
        let bytes = try memory.bytes()
        let wanted = try workload.flatMap { $0.components(separatedBy: ",") }.map(Workload.named)
        try refuseIgnored(wanted)
        if wanted.count == 1 {
            for executor in executors { for note in executor.notes { Output.note(note) } }
            let results = try wanted[0].measure(
                executors: executors, threads: threads, timer: StepTimer(steps: steps ?? 50, seconds: seconds),
                microBatches: microBatches.count() ?? 1, memory: bytes, compute.kernels.schedules.compileOptions())
            return try deliver(results)
        }
        var results: [BenchResult] = []
        var failure: (any Error)?
        for workload in wanted.isEmpty ? Workload.all : wanted {
            // what the others took is not lost
            do { results += try inProcess(workload) } catch { failure = failure ?? error }
        }
        if !results.isEmpty { try deliver(results) }
        if let failure { throw failure }
    }

    /// What a workload takes of the options that were given.
    private func options(of workload: Workload) -> [(name: String, value: String, isTaken: Bool)] {
        let (isStep, isTimedByStep, hasThreads) =
            switch workload.kind {
            case .augmentation: (false, false, true)
            case .effects: (false, true, false)
            case .loss, .training, .inference, .embedding: (true, true, true)
            }
        let parts = microBatches.microBatches.map(String.init)
        return [
            ("--executor", compute.executor, isStep), ("--schedules", compute.kernels.schedules.schedules, isStep),
            ("--micro-batches", parts, workload.isTraining), ("--memory", memory.memory, isStep),
            ("--steps", steps.map(String.init), isTimedByStep),
            ("--threads", compute.kernels.threads.map(String.init), hasThreads), ("--seconds", "\(seconds)", true),
        ].compactMap { name, value, isTaken in value.map { (name, $0, isTaken) } }
    }

    /// What none of them takes is a mistake.
    private func refuseIgnored(_ workloads: [Workload]) throws {
        let all = workloads.map(options)
        for (place, option) in (all.first ?? []).enumerated() where !all.contains(where: { $0[place].isTaken }) {
            let reason =
                option.name == "--micro-batches"
                ? "is no step of training, and is not computed in parts"
                : "makes views, for which there is no \(option.name)"
            throw CommandError("\(workloads[0].name) \(reason); leave \(option.name) out")
        }
    }

    /// Each workload has a process of its own: peak memory and warm caches are then its own too.
    private func inProcess(_ workload: Workload) throws -> [BenchResult] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("invar-bench-\(getpid()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        let words =
            [CommandLine.arguments.first ?? "invar", "bench", "--workload", workload.name, "--json", file.path]
            + options(of: workload).filter(\.isTaken).flatMap { [$0.name, $0.value] }
        let status = try ChildProcess.run("/proc/self/exe", words.map(\.pathBytes), streams: [STDOUT_FILENO: nowhere])
        guard status == 0, let data = try? Data(contentsOf: file) else {
            throw CommandError("the workload \(workload.name) ended with status \(status)")
        }
        return try BenchResult.results(json: data)
    }

    private func deliver(_ results: [BenchResult]) throws {
        if let json { try Output.write(BenchResult.json(results), to: json) }
        if json != "-" { Output.lines(BenchResult.table(results)) }
    }
}
