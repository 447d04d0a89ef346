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

            A second table sums up the steps by family, and in its last row the whole step:
            ROOFLINE is the part of the possible speed that they reach together. --scaling
            runs the step on one thread too, and says how many times as fast each family is
            on all. --simulate-threads times every tile of work on one thread, and plays
            these times on so many: a forecast for machines that are not at hand, without
            what threads wait for each other's memory and for being woken.

            --trace writes what was recorded for chrome://tracing or ui.perfetto.dev.

            Examples:

              \(programName) profile vicreg-small --top 20
              \(programName) profile --workload mlp-fmnist --threads 1
              \(programName) profile vicreg-small --executor jit --trace trace.json
              \(programName) profile vicreg-resnet18 --scaling --simulate-threads 16,64 --top 0
            """.flowing)

    @OptionGroup var options: WorkloadOptions
    @OptionGroup var compute: ExecutorOptions
    @Option(help: "Profiled steps.")
    var steps = 10
    @Option(help: "Show so many rows; 0 for the families alone.")
    var top: Int?
    @Flag(help: "Run on one thread too, and say how many times as fast each family of steps is on all.")
    var scaling = false
    @Option(help: "Forecast the step on so many threads, with commas between.")
    var simulateThreads: String?
    @Option(
        help:
            "GB/s that all simulated threads have together. (default: as many times those of one thread)")
    var simulateBandwidth: Double?
    @Option(help: "A file for the table as JSON; - for the terminal.", transform: PathOption.parse)
    var json: String?
    @Option(help: "A file for the recorded times as a Chrome trace.", transform: PathOption.parse)
    var trace: String?

    func run() throws {
        try Choices.atLeastOne(steps, "--steps")
        if let top, top < 0 { throw CommandError("--top \(top): give 0 or more") }
        let simulated = try simulatedThreads()
        guard json != "-" || top == nil else { throw CommandError("--json - has all rows; leave --top out") }
        let workload = try options.chosen()
        let (executor, threads) = try compute.chosen()
        let planned = try workload.plan(
            for: [executor], threads: threads, microBatches: options.microBatches.count() ?? 1,
            memory: options.memory.bytes(),
            compute.kernels.schedules.compileOptions())
        // before there is a session: both take memory
        let peaks = try (threads == 1 ? [1] : [1, threads]).map { try MachinePeak.measure(threads: $0) }
        for note in executor.notes { Output.note(note) }
        let profile = try recorded(planned, executor, threads, tiles: false) { session, recorder in
            if let trace { try Output.write(compactJSON(ChromeTrace(session, recorder)) + "\n", to: trace) }
            return Profile(session, recorder, limits: peaks.last?.limits)
        }
        let more = try columns(planned, executor, simulated, one: peaks[0])
        let report = ProfileReport(
            workload: planned.name, executor: executor.name, threads: threads, steps: steps, seconds: profile.seconds,
            peaks: peaks.map {
                ProfileReport.Peak(
                    flops_per_s: $0.flopsPerSecond, bytes_per_s: $0.bytesPerSecond, threads: $0.threads)
            }, rows: profile.rows.map(ProfileReport.Row.init),
            families: ProfileReport.families(profile, threads: threads, more))
        if let json { try Output.write(compactJSON(report) + "\n", to: json) }
        if json == "-" { return }
        Output.line(heading(report))
        for peak in peaks { Output.line(Self.line(peak)) }
        Output.line()
        if top != 0 {
            Output.lines(profile.table(top: top))
            Output.line()
        }
        Output.lines(FamilyTable.text(profile, more))
        if let trace { Output.note("\(trace): open it in chrome://tracing or ui.perfetto.dev") }
    }

    private func simulatedThreads() throws -> [Int] {
        if let simulateBandwidth {
            guard simulateThreads != nil else { throw CommandError("--simulate-bandwidth needs --simulate-threads") }
            guard simulateBandwidth > 0, simulateBandwidth.isFinite else {
                throw CommandError("--simulate-bandwidth \(simulateBandwidth): give GB/s above 0")
            }
        }
        guard let simulateThreads else { return [] }
        return try Choices.list(simulateThreads, "--simulate-threads", "whole numbers from 1 on") { part in
            Int(part).flatMap { (1...4096).contains($0) ? $0 : nil }
        }
    }

    /// The workload's step, warmed up and recorded. Its memory is free again afterwards.
    private func recorded<Result>(
        _ planned: PlannedWorkload, _ executor: any Executor, _ threads: Int, tiles: Bool,
        _ body: (any Session, ProfileRecorder) throws -> Result
    ) throws -> Result {
        let (session, _) = try planned.prepare(executor, threads: threads)
        var recorder = ProfileRecorder(tiles: tiles)
        for _ in 0..<2 { session.run() }
        for _ in 0..<steps { session.run(recording: &recorder) }
        return try body(session, recorder)
    }

    /// What the table of families has beside the profile: one thread, and forecasts.
    private func columns(
        _ planned: PlannedWorkload, _ executor: any Executor, _ simulated: [Int], one: MachinePeak
    ) throws -> [FamilyTable.Column] {
        guard scaling || !simulated.isEmpty else { return [] }
        return try recorded(planned, executor, 1, tiles: !simulated.isEmpty) { session, recorder in
            let alone = FamilyTable.Column(
                threads: 1, isForecast: false, profile: Profile(session, recorder, limits: one.limits))
            return [alone]
                + simulated.map { threads in
                    let limits = Profile.Limits(
                        flopsPerSecond: one.flopsPerSecond * Double(threads),
                        bytesPerSecond: simulateBandwidth.map { $0 * 1e9 } ?? one.bytesPerSecond * Double(threads))
                    return FamilyTable.Column(
                        threads: threads, isForecast: true,
                        profile: .forecast(session, recorder, threads: threads, limits: limits))
                }
        }
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
