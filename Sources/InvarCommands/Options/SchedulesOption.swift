import ArgumentParser
import InvarData
internal import InvarJIT
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

    /// What is said here, or else by the environment, or else was said when a run was begun.
    private func said(before: RunRecord.Asked) -> String? {
        schedules ?? ProcessEnvironment.variables[Self.variable] ?? before.schedules
    }

    /// For a run's record; from elsewhere it still says the same.
    func asked(before: RunRecord.Asked) -> String? {
        said(before: before).map { $0.isEmpty || $0 == "off" ? "off" : Choices.absolute($0) }
    }

    /// Where they come from: also where nobody said anything.
    func place(before: RunRecord.Asked = RunRecord.Asked()) -> SchedulePlace {
        var environment = ProcessEnvironment.variables
        environment[Self.variable] = said(before: before)
        return SchedulePlace(environment: environment)
    }

    /// Where those are that are kept for this machine.
    static var kept: SchedulePlace {
        var environment = ProcessEnvironment.variables
        environment[variable] = nil
        return SchedulePlace(environment: environment)
    }

    /// What the environment asks of every compiled step, with the code of these kernels.
    /// - Throws: a `Diagnostic` that names the variable that means nothing.
    func compileOptions(before: RunRecord.Asked = RunRecord.Asked()) throws -> CompileOptions {
        try CompileOptions.fromEnvironment(code: compiledKernels(place(before: before)))
    }
}

extension JITExecutor {
    /// With the cache of kernels that the environment names.
    /// - Throws: `DataError` or `ScheduleError` for a file that cannot be read.
    init(schedules place: SchedulePlace) throws {
        let cache = KernelCache(CachePlace(environment: ProcessEnvironment.variables))
        switch place {
        // through the system's own calls: a path need not be UTF-8
        case .file(let path):
            let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
            self.init(cache: cache, schedules: try ScheduleTable(parsing: text, name: path))
        case .kept, .off:
            self.init(cache: cache, schedules: try ScheduleTable(place, target: JITExecutor().target))
        }
    }
}
