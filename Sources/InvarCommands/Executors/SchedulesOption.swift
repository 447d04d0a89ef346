import ArgumentParser
import Foundation
internal import InvarJIT

/// `--schedules`, for every command that compiles.
struct SchedulesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Schedules of contractions, as \(programName) tune writes them; off: the cost model's alone. "
                + "INVAR_SCHEDULES does the same. (default: those that tune kept for this machine)",
            valueName: "file"))
    var schedules: String?

    /// Says it to this process and to those that it starts: bench has one for each workload.
    func validate() throws {
        if let schedules { setenv("INVAR_SCHEDULES", schedules, 1) }
    }
}

extension JITExecutor {
    /// With the schedules of `--schedules`, of `INVAR_SCHEDULES`, or those that were kept.
    static func chosen() throws -> JITExecutor {
        let target = JITExecutor().target
        return JITExecutor(schedules: try ScheduleTable(.current, target: target))
    }
}
