import InvarCompiler
import InvarDump
internal import InvarJIT
import InvarRuntime

/// What `tune` found, as a table: a row for each contraction.
enum TuneTable {
    static func text(_ outcomes: [ScheduleTuner.Outcome], _ program: Program) -> String {
        let heading = ["CONTRACTION", "SITE", "STEPS", "STANDING", "BEST", "GAIN", "TRIED", "SCHEDULE"]
        return Format.table([heading] + outcomes.map { row($0, program) }, leftAligned: [0, 1, 7])
    }

    private static func row(_ outcome: ScheduleTuner.Outcome, _ program: Program) -> [String] {
        [
            outcome.key, outcome.steps.first.map { site(program.steps[$0]) } ?? "", "\(outcome.steps.count)",
            Format.milliseconds(outcome.standingSeconds), Format.milliseconds(outcome.bestSeconds),
            outcome.isFaster ? Format.percent(outcome.gain) : "-", "\(outcome.trials)",
            outcome.best.description,
        ]
    }

    /// `∂encoder.conv4, Invar/Zoo.swift:48`
    private static func site(_ step: Step) -> String {
        let path = step.name.isEmpty ? "" : (step.isBackward ? "∂" : "") + step.name
        return [path, step.site.map(\.description) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
