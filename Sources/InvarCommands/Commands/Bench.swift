import ArgumentParser
import Foundation
import InvarData

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
              # compiled kernels beside the interpreter
              \(programName) bench --workload mlp-fmnist --executor jit,blas
              # JSON to the terminal: an object, or an array of one for each workload
              # and executor
              \(programName) bench --workload loss-256x8192 --json -
            """.flowing)

    @Option(help: "Only this one (see above); several with commas, or one option for each.")
    var workload: [String] = []
    @Option(help: "Which executor runs the steps: \(ExecutorChoice.help) Several with commas: jit,blas.")
    var executor = ExecutorChoice.standard.rawValue
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads; one for each core unless given.")
    var threads: Int?
    @Option(help: "Memory that a training step may take, as 500MB or 2GB; what does not fit is computed again.")
    var memory: String?
    @Option(help: "Timed steps at most.")
    var steps = 50
    @Option(help: "Timing stops after so long, once three steps are timed.")
    var seconds = 10.0
    @Option(help: "A file for the result as JSON; - for the terminal.", transform: PathOption.parse)
    var json: String?

    func run() throws {
        try Choices.atLeastOne(steps, "--steps")
        guard seconds > 0, seconds <= 3600 else { throw CommandError("--seconds \(seconds): it must be more than 0") }
        let executors = try Choices.executors(executor)
        let threads = try Choices.threads(threads)
        let bytes = try Choices.bytes(memory, "--memory")
        let wanted = try workload.flatMap { $0.components(separatedBy: ",") }.map(Workload.named)
        if wanted.count == 1 {
            for executor in executors { for note in executor.notes { Output.note(note) } }
            let results = try wanted[0].measure(
                executors: executors, threads: threads, timer: StepTimer(steps: steps, seconds: seconds), memory: bytes)
            return try deliver(results)
        }
        var results: [BenchResult] = []
        var failure: (any Error)?
        for workload in wanted.isEmpty ? Workload.all : wanted {
            // what the others took is not lost
            do { results += try inProcess(workload, threads) } catch { failure = failure ?? error }
        }
        if !results.isEmpty { try deliver(results) }
        if let failure { throw failure }
    }

    /// Each workload has a process of its own: peak memory and warm caches are then its own too.
    private func inProcess(_ workload: Workload, _ threads: Int) throws -> [BenchResult] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("invar-bench-\(getpid()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let status = try ChildProcess.run(
            [
                "bench", "--workload", workload.name, "--executor", executor, "--threads", "\(threads)", "--steps",
                "\(steps)", "--seconds", "\(seconds)", "--json", file.path,
            ] + (memory.map { ["--memory", $0] } ?? []))
        guard status == 0, let data = try? Data(contentsOf: file) else {
            throw CommandError("the workload \(workload.name) ended with status \(status)")
        }
        return try BenchResult.results(json: data)
    }

    private func deliver(_ results: [BenchResult]) throws {
        if let json {
            let text = try BenchResult.json(results)
            if json == "-" { return Output.data(text) }
            try Choices.makeDirectory(of: json)
            try AtomicFile.write(text, to: json)
        }
        Output.lines(BenchResult.table(results))
    }
}
