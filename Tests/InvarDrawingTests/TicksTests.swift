import Foundation
import InvarDrawing
import Testing

/// What an axis shows: every number that there is, with ticks that a person would choose.
@Suite struct TicksTests {
    static let spans: [(Double, Double)] = [
        (0, 1), (0.1, 0.9), (-3, 5), (1e-9, 3e-9), (0, 123_456), (-1e12, 4e13), (999, 1001), (5, 5), (0, 0), (-2, -2),
        (1e15, 1e15 + 2), (-1e299, 1e299),
    ]

    @Test(arguments: spans) func ticksAreRoundAndInside(low: Double, high: Double) {
        let domain = Domain([low, high], Axis("x"))
        #expect(domain.low <= low && domain.high >= high && domain.low < domain.high)
        for count in [1, 2, 5, 9] {
            let ticks = domain.ticks(atMost: count)
            #expect(ticks.values.count <= count + 1 && ticks.labels.count == ticks.values.count)
            #expect(ticks.values.allSatisfy { domain.low <= $0 && $0 <= domain.high })
            #expect(Set(ticks.labels).count == ticks.labels.count, "\(ticks.labels)")
            for (a, b) in zip(ticks.values, ticks.values.dropFirst()) {
                let step = b - a
                let leading = step / pow(10, (log10(step) + 1e-9).rounded(.down))
                #expect([1, 2, 5].contains { abs(leading - $0) < 1e-3 }, "a step of \(step)")
            }
        }
    }

    @Test func labelsSayWhatTheyStandAt() {
        #expect(Domain(low: 0, high: 10).ticks(atMost: 6).labels == ["0", "2", "4", "6", "8", "10"])
        #expect(Domain(low: -0.6, high: 0.6).ticks(atMost: 3).labels == ["−0.5", "0.0", "0.5"])
        #expect(Domain(low: 0, high: 20_000).ticks(atMost: 2).labels == ["0", "10,000", "20,000"])
        let large = Domain(low: 0, high: 5e7).ticks(atMost: 5)
        #expect(large.labels == ["0", "10", "20", "30", "40", "50"] && large.power == 6)
        let small = Domain(low: 0, high: 2e-5).ticks(atMost: 2)
        #expect(small.labels == ["0", "10", "20"] && small.power == -6)
    }

    @Test func whatIsCountedHasNothingBetween() {
        let axis = Axis("step", isWhole: true)
        #expect(Domain([1, 3], axis).ticks(atMost: 9).labels == ["1", "2", "3"])
        #expect(Domain([7], axis).ticks(atMost: 9).labels == ["6", "7", "8"])
    }

    @Test func barsStandOnZero() {
        let axis = Axis("x", includesZero: true)
        #expect(Domain([3, 5], axis).low == 0)
        #expect(Domain([-3, -5], axis).high == 0)
        let both = Domain([-3, 5], axis)
        #expect(both.low < -3 && both.high > 5)
    }

    @Test func logarithms() {
        let axis = Axis("x", isLogarithmic: true)
        let wide = Domain([1e-9, 1e8], axis)
        #expect(abs(wide.place(0.316227766e0) - 0.5) < 0.01 && wide.place(1e-9) > 0 && wide.place(1e8) < 1)
        #expect(wide.ticks(atMost: 6).labels == ["10⁻⁹", "10⁻⁶", "0.001", "1", "1000", "10⁶"])
        #expect(Domain([0.5, 60], axis).ticks(atMost: 9).labels == ["0.5", "1", "2", "5", "10", "20", "50"])
        #expect(Domain([0.5, 60], axis).ticks(atMost: 3).labels == ["1", "10"])
        // less than a decade: as a linear axis has them
        #expect(Domain([5.1, 5.9], axis).ticks(atMost: 4).values.count > 1)
        // what is not above 0 has no logarithm, and is shown all the same
        let mixed = Domain([0, 10], axis)
        #expect(!mixed.isLogarithmic && mixed.low <= 0)
    }
}
