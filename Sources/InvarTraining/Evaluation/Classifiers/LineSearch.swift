/// A step along a descent direction that satisfies the strong Wolfe conditions
///
///     f(x + t·d) ≤ f(x) + c1·t·f'(x)·d     and     |f'(x + t·d)·d| ≤ c2·|f'(x)·d|
///
/// by bracketing and then narrowing with cubic interpolation (Nocedal and Wright, Algorithms 3.5 and 3.6). Where
/// rounding leaves no such step, the best one found.
package struct LineSearch: Sendable {
    package var c1 = 1e-4
    package var c2 = 0.9
    package var evaluations = 25

    package init() {}

    private struct Trial {
        var step: Double
        var point: LBFGS.Point
        /// f'(x + t·d)·d
        var slope: Double
        var value: Double { point.value }
    }

    func along(
        _ direction: [Double], from start: LBFGS.Point, firstStep: Double,
        _ evaluate: ([Double]) throws -> LBFGS.Point
    ) rethrows -> LBFGS.Point {
        func trial(_ step: Double) throws -> Trial {
            let point = try evaluate(zip(start.x, direction).map { $0 + step * $1 })
            return Trial(step: step, point: point, slope: dot(point.gradient, direction))
        }
        let origin = Trial(step: 0, point: start, slope: dot(start.gradient, direction))
        func isTooHigh(_ t: Trial) -> Bool { !(t.value <= origin.value + c1 * t.step * origin.slope) }
        func isFlat(_ t: Trial) -> Bool { abs(t.slope) <= -c2 * origin.slope }

        var previous = origin
        var current = try trial(firstStep)
        var left = evaluations - 1
        while left > 0 {
            if isTooHigh(current) || (previous.step > 0 && current.value >= previous.value) {
                return try narrow(previous, current, &left, trial, isTooHigh, isFlat).point
            }
            if isFlat(current) { return current.point }
            if current.slope >= 0 {
                return try narrow(current, previous, &left, trial, isTooHigh, isFlat).point
            }
            let (low, high) = (2 * current.step - previous.step, 10 * current.step)
            let next = min(max(cubicMinimum(previous, current) ?? high, low), high)
            previous = current
            current = try trial(next)
            left -= 1
        }
        return current.value <= origin.value ? current.point : start
    }

    /// `best` satisfies the first condition and has the lowest value; between it and `other` there is a good step.
    private func narrow(
        _ best: Trial, _ other: Trial, _ left: inout Int, _ trial: (Double) throws -> Trial,
        _ isTooHigh: (Trial) -> Bool, _ isFlat: (Trial) -> Bool
    ) rethrows -> Trial {
        var (best, other) = (best, other)
        while left > 0, abs(other.step - best.step) > 1e-9 * max(best.step, other.step) {
            let (low, high) = (min(best.step, other.step), max(best.step, other.step))
            // Away from the ends, so that the bracket shrinks.
            let margin = 0.1 * (high - low)
            let wanted = cubicMinimum(best, other) ?? (low + high) / 2
            let current = try trial(min(max(wanted, low + margin), high - margin))
            left -= 1
            if isTooHigh(current) || current.value >= best.value {
                other = current
                continue
            }
            if isFlat(current) { return current }
            if current.slope * (other.step - best.step) >= 0 { other = best }
            best = current
        }
        return best
    }

    /// Where the cubic with the two trials' values and slopes is lowest (Nocedal and Wright, 3.59).
    private func cubicMinimum(_ a: Trial, _ b: Trial) -> Double? {
        guard a.value.isFinite, b.value.isFinite, a.step != b.step else { return nil }
        let d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step)
        let square = d1 * d1 - a.slope * b.slope
        guard square >= 0 else { return nil }
        let d2 = (b.step > a.step ? 1 : -1) * square.squareRoot()
        let minimum = b.step - (b.step - a.step) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
        return minimum.isFinite ? minimum : nil
    }
}
