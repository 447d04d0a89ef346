import ArgumentParser
import InvarKit
import InvarRuntime
import InvarTraining

/// What computes, and on how many threads: of every command that trains or runs an encoder.
struct ExecutorOptions: ParsableArguments {
    @Option(
        help: "Which executor computes: \(ExecutorKind.help) (default: \(ExecutorKind.standard.rawValue))",
        completion: .executors)
    var executor: String?
    @OptionGroup var kernels: KernelOptions

    /// - Parameter before: what a run that is resumed was asked for: it decides where nothing is given, and it decides the last bits.
    /// - Throws: `CommandError` for an executor that there is not, or an impossible number of threads; `ScheduleError` for
    ///   schedules that cannot be read.
    func chosen(before: RunRecord.Asked = RunRecord.Asked()) throws -> (executor: any Executor, threads: Int) {
        // one that another checks is named by both: `jit checked by blas`
        let earlier = before.executor?.split(separator: " ").first.map(String.init)
        let name = executor ?? earlier ?? ExecutorKind.standard.rawValue
        return (try Choices.executor(name, kernels.schedules.said(before: before)), try kernels.count(before: before))
    }

    /// Several with commas between, each once: of the command that compares them.
    func several() throws -> (executors: [any Executor], threads: Int) {
        var seen: Set<String> = []
        let names = (executor ?? ExecutorKind.standard.rawValue).split(
            separator: ",", omittingEmptySubsequences: false)
        let executors = try names.map(String.init).filter { seen.insert($0).inserted }.map {
            try Choices.executor($0, kernels.schedules.said())
        }
        return (executors, try kernels.count())
    }
}

/// What kernels are compiled by, and for how many threads: of every command that runs a program.
struct KernelOptions: ParsableArguments {
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "Threads of the executor; one for each core unless given.")
    var threads: Int?

    /// How many there will be.
    func count(before: RunRecord.Asked = RunRecord.Asked()) throws -> Int {
        try Choices.threads(threads ?? before.threads.flatMap { $0 == 0 ? nil : $0 })
    }
}
