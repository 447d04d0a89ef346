import Foundation

/// What one workload took: the JSON that comparisons with other frameworks read.
struct BenchResult: Codable {
    var workload: String
    var executor: String
    var threads: Int
    /// Of the timed steps, in seconds.
    var median_s: Double
    var min_s: Double
    /// How many were timed.
    var steps: Int
    /// From the description to a program that can run, in seconds.
    var compile_s: Double
    var first_step_s: Double
    /// The process's peak resident memory.
    var peak_rss_mib: Double
    var parameters: Int
    var flops_per_step: Int
    /// Of the last step; the mean of the representations where the encoder runs alone.
    var loss: Double
    /// Source images a second, each with two views unless the encoder runs alone; nothing where the workload has none.
    var images_per_s: Double?

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    static var peakMemoryMiB: Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) / 1024
    }
}

/// Runs a step again and again, and keeps how long each took.
struct StepTimer {
    /// At most so many timed steps,
    var steps: Int
    /// and no more after so many seconds, once three are timed.
    var seconds = 10.0
    var warmUp = 2

    struct Times {
        let first: Double
        let all: [Double]
        var minimum: Double { all.min() ?? 0 }
        var median: Double {
            let sorted = all.sorted()
            let middle = sorted.count / 2
            if sorted.isEmpty { return 0 }
            return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        }
    }

    func measure(_ step: () -> Void) -> Times {
        func time() -> Double {
            let begin = ContinuousClock.now
            step()
            return begin.duration(to: .now) / .seconds(1)
        }
        let first = time()
        var begin = ContinuousClock.now
        for _ in 0..<warmUp where begin.duration(to: .now) < .seconds(seconds) { step() }
        var all: [Double] = []
        begin = .now
        while all.count < steps {
            all.append(time())
            if all.count >= 3 && begin.duration(to: .now) > .seconds(seconds) { break }
        }
        return Times(first: first, all: all)
    }
}
