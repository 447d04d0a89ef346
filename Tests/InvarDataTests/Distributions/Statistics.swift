import Foundation

/// Tests of distributions. All draws have fixed seeds, so that a bound that holds once holds always; the bounds are those
/// that a right sampler passes 999 times of 1000.
enum Statistics {
    /// The largest distance of the values' distribution from the wanted one, times √n: above 1.95 for one in a thousand.
    static func kolmogorov(_ values: [Double], _ cumulative: (Double) -> Double) -> Double {
        let n = Double(values.count)
        var largest = 0.0
        for (place, value) in values.sorted().enumerated() {
            let want = cumulative(value)
            // NaN must not pass
            guard want.isFinite else { return .infinity }
            largest = max(largest, abs(Double(place) / n - want), abs(Double(place + 1) / n - want))
        }
        return values.isEmpty ? .infinity : largest * n.squareRoot()
    }

    static func kolmogorov(_ values: [Double], uniform range: ClosedRange<Double>) -> Double {
        kolmogorov(values) {
            min(max(($0 - range.lowerBound) / (range.upperBound - range.lowerBound), 0), 1)
        }
    }

    /// The largest distance of two samples' distributions, times √(n m / (n + m)). Values may come several times.
    static func kolmogorov(_ a: [Double], _ b: [Double]) -> Double {
        guard !a.isEmpty, !b.isEmpty, (a + b).allSatisfy(\.isFinite) else { return .infinity }
        let (first, second) = (a.sorted(), b.sorted())
        var (i, j, largest) = (0, 0, 0.0)
        while i < first.count || j < second.count {
            let value = min(i < first.count ? first[i] : .infinity, j < second.count ? second[j] : .infinity)
            while i < first.count, first[i] <= value { i += 1 }
            while j < second.count, second[j] <= value { j += 1 }
            largest = max(largest, abs(Double(i) / Double(first.count) - Double(j) / Double(second.count)))
        }
        return largest * (Double(a.count) * Double(b.count) / Double(a.count + b.count)).squareRoot()
    }

    /// How many standard deviations a count is away from n·p.
    static func deviations(_ count: Int, of n: Int, probability p: Double) -> Double {
        abs(Double(count) - Double(n) * p) / (Double(n) * p * (1 - p)).squareRoot()
    }

    /// Pearson's correlation, times √n: above 3.3 for one in a thousand pairs that are independent.
    static func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let n = Double(a.count)
        let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
        var (products, squaresA, squaresB) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            products += (x - meanA) * (y - meanB)
            squaresA += (x - meanA) * (x - meanA)
            squaresB += (y - meanB) * (y - meanB)
        }
        let correlation = products / (squaresA * squaresB).squareRoot()
        // of something that does not vary there is none: that is a failure of the test
        return correlation.isFinite ? abs(correlation) * n.squareRoot() : .infinity
    }
}
