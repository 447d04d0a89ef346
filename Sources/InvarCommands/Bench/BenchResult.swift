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
    /// From the description to a program that can run, in seconds,
    var compile_s: Double
    /// and the executor's part of it: what comes after the plan.
    var prepare_s: Double
    var first_step_s: Double
    /// The process's peak resident memory: of all executors that it ran.
    var peak_rss_mib: Double
    var parameters: Int
    var flops_per_step: Int
    /// Of the last step; the mean of the representations where the encoder runs alone.
    var loss: Double
    /// Source images a second, each with two views unless the encoder runs alone or an effect makes one; nothing where the workload has none.
    var images_per_s: Double?

    static var peakMemoryMiB: Double {
        var usage = rusage()
        guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) / 1024
    }
}
