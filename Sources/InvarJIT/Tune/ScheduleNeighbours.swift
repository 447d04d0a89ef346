import Foundation

/// What is worth trying beside a schedule.
extension ContractionSite {
    /// Other methods and micro-kernels, and each size doubled and halved: all possible here.
    package func neighbours(of schedule: ContractionSchedule, by model: CostModel) -> [ContractionSchedule] {
        var found = methods.filter { $0 != schedule.method }.map { model.choice(self, $0).schedule }
        for size in sizes(schedule.method) {
            for value in [schedule[size] * 2, schedule[size] / 2] {
                var other = schedule
                other[size] = min(max(value, size.limits.lowerBound), size.limits.upperBound)
                found.append(other)
            }
        }
        for (rows, vectors) in Self.microKernels(registers: model.target.registers) {
            var other = schedule
            (other.rows, other.vectors) = (rows, vectors)
            found.append(other)
        }
        var seen: Set<ContractionSchedule> = [schedule]
        return found.filter { problem(with: $0) == nil && seen.insert($0).inserted }
    }

    /// Rows and vectors whose sums fill the registers, but for those of b and of the row's number.
    private static func microKernels(registers: Int) -> [(Int, Int)] {
        (1...4).flatMap { vectors in
            let most = min((registers - vectors - 1) / vectors, ContractionSchedule.rowLimits.upperBound)
            return [most, most - 1, most / 3 * 2].filter { $0 > 0 }.map { ($0, vectors) }
        }
    }
}

extension StepCode {
    /// The code that a schedule makes, as text: equal where two schedules come to the same, because a limit does not bind.
    func trace(_ schedule: ContractionSchedule, _ site: ContractionSite) -> String {
        let depth = min(schedule.depth, site.inputs * site.taps)
        let kept = "\(schedule.rows)x\(schedule.vectors) \(depth)"
        return (once + phases).map { phase in
            let parts = phase.kernel.key.components(separatedBy: schedule.description)
            return "\(parts.joined(separator: kept)) \(phase.tiles)"
        }.joined(separator: "\n")
    }
}
