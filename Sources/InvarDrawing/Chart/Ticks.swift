import Foundation

/// A direction of a chart.
package struct Axis: Sendable, Hashable {
    /// What its numbers are, with their unit.
    package var title: String
    /// Only where all values are above 0: a chart with others has a linear axis.
    package var isLogarithmic: Bool
    package var includesZero: Bool
    /// Its numbers are counted, so that there is nothing between two of them.
    package var isWhole: Bool

    package init(_ title: String, isLogarithmic: Bool = false, includesZero: Bool = false, isWhole: Bool = false) {
        (self.title, self.isLogarithmic) = (title, isLogarithmic)
        (self.includesZero, self.isWhole) = (includesZero, isWhole)
    }
}

/// The numbers that an axis shows: all that there are, and a little room.
package struct Domain: Sendable, Hashable {
    package private(set) var low: Double
    package private(set) var high: Double
    package private(set) var isLogarithmic: Bool
    private var isWhole = false

    /// - Parameter values: finite.
    package init(_ values: [Double], _ axis: Axis, margin: Double = 0.04) {
        // differences of numbers beyond this overflow
        let values = values.map { min(max($0, -1e300), 1e300) }
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        (isLogarithmic, isWhole) = (axis.isLogarithmic && low > 0, axis.isWhole)
        if isLogarithmic {
            let room = max(margin * Foundation.log10(high / low), 0.02)
            (self.low, self.high) = (low * pow(10, -room), high * pow(10, room))
            return
        }
        let (least, most) = (low, high)
        if axis.includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        let tiny = 1e-9 * max(abs(low), abs(high))
        let alone = isWhole ? 1 : max(0.05 * abs(high), tiny, 1e-12)
        let room = high - low > tiny ? margin * (high - low) : alone
        // bars stand on 0, and nothing that cannot be negative seems to be
        self.low = axis.includesZero && least >= 0 ? 0 : low - room
        self.high = axis.includesZero && most <= 0 ? 0 : high + room
        if self.low == self.high { self.high = self.low + 1 }
    }

    package init(low: Double, high: Double) { (self.low, self.high, isLogarithmic) = (low, high, false) }

    /// 0 at the lower end, 1 at the higher.
    package func place(_ value: Double) -> Double {
        let share =
            isLogarithmic
            ? Foundation.log(value / low) / Foundation.log(high / low) : (value - low) / (high - low)
        return share.isNaN ? 0 : min(max(share, 0), 1)
    }

    /// Ticks at 1, 2 or 5 times a power of ten.
    package func ticks(atMost count: Int) -> Ticks {
        if isLogarithmic { return logarithmicTicks(count) }
        return Ticks(low: low, high: high, atMost: max(count, 1), leastStep: isWhole ? 1 : 0)
    }

    private func logarithmicTicks(_ count: Int) -> Ticks {
        let (first, last) = (Int(Foundation.log10(low).rounded(.up)), Int(Foundation.log10(high).rounded(.down)))
        for factors in [[1.0, 2, 5], [1.0, 3], [1.0]] {
            let values = ((first - 1)...max(last, first - 1)).flatMap { power in
                factors.map { $0 * pow(10, Double(power)) }
            }.filter { (low...high).contains($0) }
            if values.count < 2 { break }
            if values.count <= max(count, 2) { return Ticks(values: values, labels: values.map(Ticks.powerLabel)) }
        }
        let powers = first <= last ? last - first + 1 : 0
        guard powers >= 2 else { return Ticks(low: low, high: high, atMost: max(count, 1)) }
        let every = (powers + max(count, 1) - 1) / max(count, 1)
        let values = stride(from: first, through: last, by: every).map { pow(10, Double($0)) }
        return Ticks(values: values, labels: values.map(Ticks.powerLabel))
    }
}

package struct Ticks: Sendable, Hashable {
    package let values: [Double]
    package let labels: [String]
    /// The labels are to be multiplied by this power of ten.
    package private(set) var power = 0

    init(values: [Double], labels: [String]) { (self.values, self.labels) = (values, labels) }

    /// Of a linear axis.
    init(low: Double, high: Double, atMost count: Int, leastStep: Double = 0) {
        let raw = (high - low) / Double(count)
        let scale = pow(10, Foundation.log10(raw).rounded(.down))
        let step = max(([1, 2, 5].first { $0 * scale >= raw * (1 - 1e-9) } ?? 10) * scale, leastStep)
        let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
        // numbers so close to each other that doubles hardly tell them apart have no ticks between
        values = first <= last && last - first < 1000 ? stride(from: first, through: last, by: 1).map { $0 * step } : []
        let largest = values.map(abs).max() ?? 0
        if largest >= 1e6 || largest < 1e-3, largest > 0 {
            power = Int((Foundation.log10(largest) / 3).rounded(.down)) * 3
        }
        let unit = pow(10, Double(power))
        let digits = max(0, -Int(Foundation.log10(step / unit * 1.0001).rounded(.down)))
        labels = values.map { Ticks.fixed($0 / unit, min(digits, 12)) }
    }

    /// ` (×10⁻⁶)` behind an axis's title.
    var unit: String { power == 0 ? "" : " (×10\(Ticks.raised(power)))" }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        let text = String(format: "%.\(digits)f", value)
        // no "-0"; a true minus
        let isZero = !text.contains { "123456789".contains($0) }
        let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
        let whole = magnitude.prefix { $0 != "." }
        guard whole.count > 4 else { return (text.hasPrefix("-") && !isZero ? "−" : "") + magnitude }
        var grouped = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return (text.hasPrefix("-") ? "−" : "") + grouped + magnitude.dropFirst(whole.count)
    }

    /// `0.02`, `500`, `2·10⁻⁷`
    static func powerLabel(_ value: Double) -> String {
        let power = Int((Foundation.log10(value) + 1e-9).rounded(.down))
        if (-3...5).contains(power) { return fixed(value, max(0, -power)) }
        let factor = Int((value / pow(10, Double(power))).rounded())
        return (factor == 1 ? "" : "\(factor)·") + "10\(raised(power))"
    }

    private static func raised(_ power: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (power < 0 ? "⁻" : "") + String("\(abs(power))".compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
}
