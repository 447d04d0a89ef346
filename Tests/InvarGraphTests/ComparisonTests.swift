import InvarGraph
import TestSupport
import Testing

/// What the tests compare by: what is not a number, is infinite, or is missing never passes for near.
@Suite struct ComparisonTests {
    private static let inf = Double.infinity

    @Test(
        arguments: [
            (1, 1, 0), (1, 3, 2), (-1, 1, 2), (0, -0.0, 0), (inf, inf, 0), (-inf, -inf, 0), (inf, -inf, inf),
            (1, inf, inf),
            (inf, 1, inf), (.nan, 1, inf), (1, .nan, inf), (.nan, .nan, inf), (.nan, inf, inf),
        ] as [(Double, Double, Double)])
    func differences(got: Double, want: Double, apart: Double) {
        #expect(difference(got, want) == apart)
        #expect(largestDifference([got], [want]) == apart)
        // wherever it stands
        #expect(largestDifference([got, 5, 5], [want, 5, 5]) == apart)
        #expect(largestDifference([5, 5, got], [5, 5, want]) == apart)
        #expect(largestDifference([Float(got)], [want]) == apart)
    }

    @Test func theLargestCounts() {
        #expect(largestDifference([1.0, 2, 3], [1.5, 0, 3]) == 2)
        #expect(largestDifference([Double](), [Double]()) == 0)
    }

    @Test func whatIsMissingIsFar() {
        #expect(largestDifference([Double](), [1.0]) == .infinity)
        #expect(largestDifference([1.0, 2], [1.0]) == .infinity)
    }

    /// Tensors of executors: there a NaN has to meet a NaN.
    @Test(
        arguments: [
            (1, 1, true), (1, 1.2, true), (1, 2, false), (.nan, 1, false), (1, .nan, false), (.nan, .nan, true),
            (inf, inf, true),
            (inf, -inf, false), (inf, 1, false), (1, inf, false),
        ] as [(Double, Double, Bool)])
    func tensors(got: Double, want: Double, isNear: Bool) {
        func complaint(_ got: [Double], _ want: [Double]) -> String? {
            HostTensor(shape: [got.count], got).complaint(
                against: HostTensor(shape: [want.count], want), relative: 0, absolute: 0.5)
        }
        #expect((complaint([got], [want]) == nil) == isNear)
        #expect((complaint([3, got], [3, want]) == nil) == isNear)
        #expect((complaint([got, 3], [want, 3]) == nil) == isNear)
        #expect(complaint([got, 3], [want]) != nil)
    }

    @Test func aMissingOutputIsAComplaint() {
        let one = HostTensor(1)
        let (none, some) = (RunResult(outputs: [:], states: [:]), RunResult(outputs: ["y": one], states: ["s": one]))
        #expect(none.complaints(against: some, relative: 1) == ["output y is missing", "state s is missing"])
    }
}
