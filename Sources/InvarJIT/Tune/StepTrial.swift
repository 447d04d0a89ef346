import InvarCompiler
import InvarRuntime

/// One step of a program, compiled by some schedule, to be run again and again.
final class StepTrial {
    let schedule: ContractionSchedule
    private let prepared: PreparedSteps
    private let pool: WorkerPool

    init(
        _ step: Step, _ code: StepCode, _ schedule: ContractionSchedule, _ memory: ProgramMemory, _ pool: WorkerPool,
        target: CodeTarget
    ) throws {
        (self.schedule, self.pool) = (schedule, pool)
        // What loses is not worth keeping on disk.
        prepared = try PreparedSteps(
            [(step, code)], memory, try Exchanges(memory, Alone()), threads: pool.threads, target: target, cache: nil)
    }

    /// Seconds of one run, the mean of several.
    func time(runs: Int) -> Double {
        let begin = ContinuousClock.now
        for _ in 0..<runs { prepared.run(on: pool) }
        return begin.duration(to: .now) / .seconds(1) / Double(runs)
    }
}

/// Two trials in turns, so that what slows the machine meanwhile slows both.
struct TrialRace {
    /// Seconds of each, by round.
    private var first: [Double] = []
    private var second: [Double] = []

    static let rounds = 9
    /// So long is one measurement, about.
    private static let sample = 0.002

    /// - Parameters:
    ///   - standing: seconds that the first takes, about.
    ///   - ends: asked after each round; what is known by then counts.
    init(_ one: StepTrial, _ other: StepTrial, standing: Double, rounds: Int = Self.rounds, until ends: () -> Bool) {
        let runs = max(1, Int(Self.sample / max(standing, 1e-9)))
        _ = other.time(runs: 1)
        for round in 0..<rounds {
            // Whoever comes first finds the other's data in the caches: by turns.
            if round % 2 == 0 {
                first.append(one.time(runs: runs))
                second.append(other.time(runs: runs))
            } else {
                second.append(other.time(runs: runs))
                first.append(one.time(runs: runs))
            }
            if round == 2, ratio > 1.1 { break }
            if ends() { break }
        }
    }

    private var ratios: [Double] { zip(first, second).map { $1 / max($0, 1e-12) } }
    private var ratio: Double { median(ratios) }

    var firstSeconds: Double { median(first) }
    var secondSeconds: Double { median(second) }

    /// Whether the second is faster by more than noise: 2% in the median round, and in three rounds of four.
    var secondWins: Bool {
        let sorted = ratios.sorted()
        return sorted.count >= 7 && ratio < 0.98 && sorted[sorted.count * 3 / 4] < 1
    }
}
