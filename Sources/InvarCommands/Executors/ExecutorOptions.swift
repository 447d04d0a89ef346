import ArgumentParser
import InvarRuntime

/// What computes, and on how many threads: of every command that trains or runs an encoder.
struct ExecutorOptions: ParsableArguments {
    @Option(help: "Which executor computes: \(ExecutorChoice.help)")
    var executor = ExecutorChoice.standard.rawValue
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads of the executor; one for each core unless given.")
    var threads: Int?

    /// - Throws: `CommandError` for an executor that there is not, or an impossible number of threads; `ScheduleError` for
    ///   schedules that cannot be read.
    func chosen() throws -> (executor: any Executor, threads: Int) {
        (try Choices.executor(executor), try Choices.threads(threads))
    }
}
