import Foundation
import InvarCompiler
import InvarRuntime

/// Looks for faster schedules of a program's contractions by measuring: from each the best neighbour, and from there on.
package struct ScheduleTuner {
    /// What became of one contraction.
    package struct Outcome: Sendable {
        package let key: String
        /// The steps that compute it, by number.
        package let steps: [Int]
        package var standing, best: ContractionSchedule
        /// Medians of the last race between the two, in seconds.
        package var standingSeconds, bestSeconds: Double
        /// How many schedules were measured beside the standing one.
        package var trials = 0

        package var isFaster: Bool { standing != best }
        package var gain: Double { 1 - bestSeconds / max(standingSeconds, 1e-12) }
    }

    /// How far it is.
    package struct Progress: Sendable {
        package let key: String
        package let done, count: Int
        package let fraction: Double
    }

    private let executor: JITExecutor
    private let session: any Session
    private let pool: WorkerPool
    private let seconds: Double
    private let begin = ContinuousClock.now
    private let stops: () -> Bool

    /// - Parameters:
    ///   - session: the program as it stands, with values in its memory; they are lost.
    ///   - seconds: all of it may take, about.
    ///   - stops: whether somebody wants it to end now.
    package init(
        _ session: any Session, _ executor: JITExecutor, threads: Int, seconds: Double, stops: @escaping () -> Bool
    ) {
        (self.session, self.executor, self.seconds, self.stops) = (session, executor, seconds, stops)
        pool = WorkerPool(threads: threads)
    }

    private var elapsed: Double { begin.duration(to: .now) / .seconds(1) }

    /// One outcome for each different contraction, those that take longest first; fewer where it was stopped or time ran out.
    package func run(_ report: (Progress) -> Void) throws -> [Outcome] {
        // The arena is then full of numbers such as the steps meet.
        session.run()
        let program = session.program
        let all = try executor.schedules(of: program, steps: Array(program.steps.indices)).map {
            contraction in (contraction, cost: cost(of: contraction))
        }.sorted { $0.cost > $1.cost }
        var outcomes: [Outcome] = []
        // What takes four times as long gets twice the time.
        var weight = all.reduce(0) { $0 + $1.cost.squareRoot() }
        for (index, (contraction, cost)) in all.enumerated() {
            if stops() || elapsed > seconds { break }
            let share = (seconds - elapsed) * cost.squareRoot() / max(weight, 1e-12)
            weight -= cost.squareRoot()
            let end = elapsed + share
            let outcome = try tune(contraction, until: end) {
                report(
                    Progress(
                        key: contraction.site.key, done: index, count: all.count,
                        fraction: min(1, elapsed / max(seconds, 1e-9))))
            }
            outcomes.append(outcome)
        }
        return outcomes
    }

    /// Seconds that a program's run spends on it.
    private func cost(of contraction: JITExecutor.Scheduled) -> Double {
        func once(_ step: Int) -> Double {
            let begin = ContinuousClock.now
            session.run(step: step)
            return begin.duration(to: .now) / .seconds(1)
        }
        guard let step = contraction.steps.first else { return 0 }
        return min(once(step), once(step)) * Double(contraction.steps.count)
    }

    private func tune(
        _ contraction: JITExecutor.Scheduled, until end: Double, _ report: () -> Void
    ) throws -> Outcome {
        let site = contraction.site
        let start = contraction.choice.schedule
        let code = self.code(contraction, start)
        let first = try trial(contraction, start, code)
        var seconds = min(first.time(runs: 1), first.time(runs: 1))
        var outcome = Outcome(
            key: site.key, steps: contraction.steps, standing: start, best: start,
            standingSeconds: seconds, bestSeconds: seconds)
        let ends = { stops() || elapsed > end }
        var best = first
        var seen: Set<String> = [code.trace(start, site)]
        search: while true {
            let standing = best.schedule
            for candidate in site.neighbours(of: standing, by: CostModel(executor.target)) {
                report()
                if ends() { break search }
                let code = self.code(contraction, candidate)
                guard seen.insert(code.trace(candidate, site)).inserted else { continue }
                let next = try trial(contraction, candidate, code)
                let race = TrialRace(best, next, standing: seconds, until: ends)
                outcome.trials += 1
                if race.secondWins { (best, seconds) = (next, race.secondSeconds) }
            }
            if best.schedule == standing { break }
        }
        guard best !== first else { return outcome }
        // The winner of many races is lucky, too: once more against where it began.
        let last = TrialRace(first, best, standing: seconds, until: { false })
        (outcome.standingSeconds, outcome.bestSeconds) = (last.firstSeconds, last.secondSeconds)
        if last.secondWins { outcome.best = best.schedule } else { outcome.bestSeconds = last.firstSeconds }
        return outcome
    }

    private func code(_ contraction: JITExecutor.Scheduled, _ schedule: ContractionSchedule) -> StepCode {
        let program = session.program
        guard let step = contraction.steps.first,
            let parts = ContractionParts(
                of: program.steps[step], constants: program.constantOperands[step], program.element)
        else { preconditionFailure("internal: a contraction without a step") }
        return parts.lowered(schedule, for: executor.target)
    }

    private func trial(
        _ contraction: JITExecutor.Scheduled, _ schedule: ContractionSchedule, _ code: StepCode
    ) throws -> StepTrial {
        let step = session.program.steps[contraction.steps.first ?? 0]
        return try StepTrial(step, code, schedule, session.memory, pool, target: executor.target)
    }
}
