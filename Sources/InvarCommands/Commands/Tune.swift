import ArgumentParser
import Foundation
import InvarCompiler
import InvarDump
internal import InvarJIT
import InvarRuntime
import InvarTraining

struct Tune: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune",
        abstract: "Measure faster schedules for the contractions of a training step.",
        usage: "\(programName) tune [<architecture>] [<options>]",
        discussion: """
            Runs each different contraction (matrix products, convolutions and their
            gradients) by the schedule that it has, and by neighbouring ones: another
            method, another micro-kernel, half and twice of each size. Two are measured in
            turns; what is faster in the median by 2%, and in three rounds of four, stays,
            and is searched from in turn. What remains runs once more against where the
            search began.

            What was found is kept for this machine ($XDG_CACHE_HOME/invar/schedules, or
            ~/.cache/invar/schedules) and used by every later run; --output writes a file
            instead, for --schedules. Delete the file, or give --schedules off, to be back
            at the cost model's choices (\(programName) dump ARCHITECTURE --stage schedule).

            Another schedule adds in another order: results then differ in their last bits,
            and two runs have the same bits only with the same schedules. run.json names
            those that a run had. Ctrl-C ends the search and keeps what was found.

            Examples:

              \(programName) tune vicreg-small --seconds 120
              \(programName) tune --workload resnet18-cifar --output r18.txt
              \(programName) bench --workload resnet18-cifar --schedules r18.txt
            """.flowing)

    @OptionGroup var options: WorkloadOptions
    @Option(help: "A file for the schedules, instead of keeping them for this machine.", transform: PathOption.parse)
    var output: String?
    @Option(help: "The search takes so long, about.")
    var seconds = 60.0
    @OptionGroup var kernels: KernelOptions
    @OptionGroup var display: DisplayOption

    func run() throws {
        try Choices.positive(seconds, "--seconds", most: 86400)
        let workload = try options.chosen()
        let threads = try kernels.count()
        let executor = try JITExecutor(schedules: kernels.schedules.place())
        let store = try ScheduleStore(output: output, executor)
        let planned = try workload.plan(
            for: [executor], threads: threads, microBatches: options.microBatches.count() ?? 1,
            memory: options.memory.bytes(), kernels.schedules.compileOptions())
        let (session, _) = try planned.prepare(executor, threads: threads)
        for note in executor.notes { Output.note(note) }
        let stop = StopRequest()
        let interrupts = Interrupts(stop, notice: "\nstopping; again: at once, and nothing is kept\n")
        let outcomes = try withExtendedLifetime(interrupts) {
            try search(ScheduleTuner(session, executor, threads: threads, seconds: seconds) { stop.isRequested })
        }
        Output.lines(TuneTable.text(outcomes, planned.program))
        Output.line()
        Output.line(try store.save(outcomes))
        if stop.isRequested { throw ExitCode(130) }
    }

    private func search(_ tuner: ScheduleTuner) throws -> [ScheduleTuner.Outcome] {
        let display = ProgressDisplay(plain: display.plain)
        defer { display.finish(clearing: true) }
        let begin = ContinuousClock.now
        return try tuner.run { progress in
            let left = seconds - begin.duration(to: .now) / .seconds(1)
            display.show(
                "contraction \(progress.done + 1)/\(progress.count)", progress.fraction,
                ["ETA \(Format.duration(left))", progress.key])
        }
    }
}
