import ArgumentParser
import InvarRuntime
import InvarTraining

/// What computes, and on how many threads: of every command that trains or runs an encoder.
struct ExecutorOptions: ParsableArguments {
    @Option(help: "Which executor computes: \(ExecutorChoice.help) (default: \(ExecutorChoice.standard.rawValue))")
    var executor: String?
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads of the executor; one for each core unless given.")
    var threads: Int?

    /// - Parameter before: what a run that is resumed was asked for: it decides where nothing is given, and it decides the last bits.
    /// - Throws: `CommandError` for an executor that there is not, or an impossible number of threads; `ScheduleError` for
    ///   schedules that cannot be read.
    func chosen(before: RunRecord.Asked = RunRecord.Asked()) throws -> (executor: any Executor, threads: Int) {
        schedules.use(before: before)
        // one that another checks is named by both: `jit checked by blas`
        let earlier = before.executor?.split(separator: " ").first.map(String.init)
        let wanted = threads ?? before.threads.flatMap { $0 == 0 ? nil : $0 }
        return (
            try Choices.executor(executor ?? earlier ?? ExecutorChoice.standard.rawValue), try Choices.threads(wanted)
        )
    }
}
