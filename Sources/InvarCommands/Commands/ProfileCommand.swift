import ArgumentParser
import Foundation
import Invar
import InvarDump
internal import InvarJIT
import InvarRuntime
import InvarTraining

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Say where the time of a step goes, kernel by kernel.",
        usage: "\(programName) profile [<architecture>] [<options>]",
        discussion: """
            Runs the training step of an architecture, or a workload of bench, on
            synthetic images: some steps to warm up, then --steps whose every kernel is
            timed. The table has one row for each step of the program, the ones that take
            longest first:

              TIME     the median over the profiled steps
              SHARE    of all of them
              GFLOP/S  arithmetic a second
              GB/S     bytes that must be read and written at least, a second
              LIMIT    the least time that this machine allows for that arithmetic and
                       those bytes, as a part of the time that it took: 100% cannot be
                       beaten by operands that come from memory, more means that they
                       came from a cache
              STEP     its number in the program
              PATH     the layer (∂: its backward half); LINE the line of your program
              KIND     what it is; below it its kernels, where it has several

            The machine's limits are measured on the spot, for about a second: multiply-
            adds in registers, and streams through arrays larger than the caches.

            --trace writes what was recorded for chrome://tracing or ui.perfetto.dev.

            Examples:

              \(programName) profile vicreg-small --top 20
              \(programName) profile --workload mlp-fmnist --threads 1
              \(programName) profile vicreg-small --executor jit --trace trace.json
            """.flowing)

    @OptionGroup var options: WorkloadOptions
    @OptionGroup var compute: ExecutorOptions
    @Option(help: "Profiled steps.")
    var steps = 10
    @Option(help: "Show so many rows.")
    var top: Int?
    @Option(help: "A file for the table as JSON; - for the terminal.", transform: PathOption.parse)
    var json: String?
    @Option(help: "A file for the recorded times as a Chrome trace.", transform: PathOption.parse)
    var trace: String?

    func run() throws {
        try Choices.atLeastOne(steps, "--steps")
        try Choices.atLeastOne(top, "--top")
        guard json != "-" || top == nil else { throw CommandError("--json - has all rows; leave --top out") }
        let workload = try options.chosen()
        let (executor, threads) = try compute.chosen()
        let planned = try workload.plan(
            for: [executor], threads: threads, microBatches: options.microBatches.count() ?? 1,
            memory: options.memory.bytes(),
            compute.kernels.schedules.compileOptions())
        // before there is a session: both take memory
        let peaks = try (threads == 1 ? [1] : [1, threads]).map { try MachinePeak.measure(threads: $0) }
        let (session, _) = try planned.prepare(executor, threads: threads)
        for note in executor.notes { Output.note(note) }
        var recorder = ProfileRecorder()
        for _ in 0..<2 { session.run() }
        for _ in 0..<steps { session.run(recording: &recorder) }
        let profile = Profile(session, recorder, limits: peaks.last?.limits)
        if let trace { try Output.write(compactJSON(ChromeTrace(session, recorder)) + "\n", to: trace) }
        let report = ProfileReport(
            workload: planned.name, executor: executor.name, threads: threads, steps: steps, seconds: profile.seconds,
            peaks: peaks.map {
                ProfileReport.Peak(
                    flops_per_s: $0.flopsPerSecond, bytes_per_s: $0.bytesPerSecond, threads: $0.threads)
            }, rows: profile.rows.map(ProfileReport.Row.init))
        if let json { try Output.write(compactJSON(report) + "\n", to: json) }
        if json == "-" { return }
        Output.line(heading(report))
        for peak in peaks { Output.line(Self.line(peak)) }
        Output.line()
        Output.lines(profile.table(top: top))
        if let trace { Output.note("\(trace): open it in chrome://tracing or ui.perfetto.dev") }
    }

    private func heading(_ report: ProfileReport) -> String {
        "\(report.workload) by \(report.executor) on \(Format.count(report.threads, "thread")): "
            + "\(Format.milliseconds(report.seconds)) in \(report.rows.count) steps, "
            + "medians of \(Format.count(report.steps, "run"))"
    }

    private static func line(_ peak: MachinePeak) -> String {
        "the machine's limits on \(Format.count(peak.threads, "thread")): "
            + "\(Format.fixed(peak.flopsPerSecond / 1e9, 0)) GFLOP/s, "
            + "\(Format.fixed(peak.bytesPerSecond / 1e9, 1)) GB/s"
    }
}
