import ArgumentParser
import InvarData
internal import InvarJIT
import InvarKit
import InvarTraining

/// `--schedules`, for every command that compiles.
struct SchedulesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Schedules of contractions, as \(programName) tune writes them; off: the cost model's alone. "
                + "INVAR_SCHEDULES does the same. (default: those that tune kept for this machine)",
            valueName: "file"), completion: .file(), transform: PathOption.parse)
    var schedules: String?

    private static let variable = "INVAR_SCHEDULES"

    /// What is said here, or else by the environment, or else was said when a run was begun: a file or `off`.
    func said(before: RunRecord.Asked = RunRecord.Asked()) -> String? {
        schedules ?? ProcessEnvironment.variables[Self.variable] ?? before.schedules
    }

    /// For a run's record; from elsewhere it still says the same.
    func asked(before: RunRecord.Asked) -> String? {
        said(before: before).map { $0.isEmpty || $0 == "off" ? "off" : Choices.absolute($0) }
    }

    /// Where they come from: also where nobody said anything.
    func place() -> SchedulePlace { SchedulePlace(said: said()) }

    /// Where those are that are kept for this machine.
    static var kept: SchedulePlace {
        var environment = ProcessEnvironment.variables
        environment[variable] = nil
        return SchedulePlace(environment: environment)
    }

    /// What the environment asks of every compiled step, with the code of these kernels.
    /// - Throws: a `Diagnostic` that names the variable that means nothing.
    func compileOptions(before: RunRecord.Asked = RunRecord.Asked()) throws -> CompileOptions {
        try .ofJIT(schedules: said(before: before))
    }
}
