import ArgumentParser
import Foundation
internal import InvarJIT
import InvarTraining

/// `--schedules`, for every command that compiles.
struct SchedulesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Schedules of contractions, as \(programName) tune writes them; off: the cost model's alone. "
                + "INVAR_SCHEDULES does the same. (default: those that tune kept for this machine)",
            valueName: "file"), transform: PathOption.parse)
    var schedules: String?

    /// Says it to this process and to those that it starts: bench has one for each workload.
    func validate() throws {
        if let schedules { setenv(Self.variable, schedules, 1) }
    }

    private static let variable = "INVAR_SCHEDULES"

    /// Those that a run was begun with, where nothing is said now.
    func use(before: RunRecord.Asked) {
        if let earlier = before.schedules { setenv(Self.variable, earlier, 0) }
    }

    /// What is said now, or was said before, for a run's record; from elsewhere it still says the same.
    func asked(before: RunRecord.Asked) -> String? {
        guard let said = ProcessInfo.processInfo.environment[Self.variable] else { return before.schedules }
        return said.isEmpty || said == "off" ? "off" : Choices.absolute(said)
    }
}

extension JITExecutor {
    /// With the schedules of `--schedules`, of `INVAR_SCHEDULES`, or those that were kept.
    static func chosen() throws -> JITExecutor {
        try JITExecutor(environment: ProcessInfo.processInfo.environment)
    }
}
