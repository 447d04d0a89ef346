import InvarCompiler
import InvarGraph

/// Where the time of a program goes: its steps with what they took, in the order of the program.
package struct Profile: Sendable {
    /// What the machine can do at most, measured: a step needs at least `flops / flopsPerSecond` and `bytes /
    /// bytesPerSecond` where its operands are in memory.
    package struct Limits: Hashable, Sendable {
        package var flopsPerSecond: Double
        package var bytesPerSecond: Double

        package init(flopsPerSecond: Double, bytesPerSecond: Double) {
            (self.flopsPerSecond, self.bytesPerSecond) = (flopsPerSecond, bytesPerSecond)
        }

        /// The least time that so much work can take.
        package func seconds(flops: Int, bytes: Int) -> Double {
            max(Double(flops) / flopsPerSecond, Double(bytes) / bytesPerSecond)
        }
    }

    package struct Row: Hashable, Sendable {
        /// The step's number in the program.
        package let step: Int
        package let kind: String
        package let family: StepFamily
        package let name: String
        package let site: Site?
        package let isBackward: Bool
        package let flops: Int
        package let bytes: Int
        /// Median over the runs, of all its kernels together.
        package let seconds: Double
        /// Of the sum over all steps: 0 to 1.
        package let share: Double
        /// The least time that the machine's limits allow, divided by the time that it took; more than 1 where operands come
        /// from a cache.
        package let ofLimit: Double?
        /// Each kernel with the median of its time.
        package let kernels: [Kernel]

        package var flopsPerSecond: Double { Double(flops) / max(seconds, 1e-12) }
        package var bytesPerSecond: Double { Double(bytes) / max(seconds, 1e-12) }
    }

    package struct Kernel: Hashable, Sendable {
        package let name: String
        package let seconds: Double
    }

    package let rows: [Row]
    /// The sum of the steps' medians.
    package let seconds: Double

    /// The rows that take longest, first.
    package var byShare: [Row] { rows.sorted { ($1.seconds, $0.step) < ($0.seconds, $1.step) } }

    /// - Parameter kernels: the names of each step's kernels.
    package init(_ program: Program, kernels: [[String]], _ recorder: ProfileRecorder, limits: Limits?) {
        let times = program.steps.indices.map { step in
            median(recorder.runs.map { run in run[step].reduce(0) { $0 + $1.seconds } })
        }
        let total = times.reduce(0, +)
        seconds = total
        rows = program.steps.enumerated().map { index, step in
            let parts = kernels[index].enumerated().map { place, name in
                Kernel(name: name, seconds: median(recorder.runs.map { $0[index][place].seconds }))
            }
            let least = limits?.seconds(flops: step.flops, bytes: step.bytes)
            return Row(
                step: index, kind: step.kind, family: StepFamily(step, in: program), name: step.name, site: step.site,
                isBackward: step.isBackward,
                flops: step.flops, bytes: step.bytes, seconds: times[index],
                share: total > 0 ? times[index] / total : 0, ofLimit: least.map { $0 / max(times[index], 1e-12) },
                kernels: parts)
        }
    }

    /// Of a session that has run with the recorder.
    package init(_ session: any Session, _ recorder: ProfileRecorder, limits: Limits?) {
        let program = session.program
        self.init(
            program, kernels: program.steps.indices.map(session.kernels(of:)), recorder, limits: limits)
    }
}

/// The value in the middle, or the mean of the two there; 0 of nothing.
package func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.isEmpty { return 0 }
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
