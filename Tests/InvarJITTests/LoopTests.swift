import InvarGraph
import TestSupport
import Testing

/// Compiled loops compute what the ops are defined to be, with vectors of any width, and the same bits on any number of threads.
@Suite struct LoopTests {
    /// Both element types, and how far off a result may be by rounding.
    static let elements: [(ElementType, Double)] = [(.float32, 4e-6), (.float64, 4e-14)]
    static let shapes = [
        [], [1], [7], [16], [257], [3, 5], [1, 33], [33, 1], [17, 31], [64, 65], [2, 3, 4, 5], [300, 301],
    ]

    @Test func elementwise() throws {
        for (element, relative) in Self.elements {
            for shape in Self.shapes {
                let example = try LoopCase([shape, shape], element) { [relu($0[0]) * $0[1] + 2] }
                #expect(try example.complaints(relative: relative) == [], "\(shape)")
            }
        }
    }

    /// Every subset of the axes, and what is reduced is stored as well.
    @Test(arguments: 1..<16) func reductions(_ subset: Int) throws {
        let axes = (0..<4).filter { subset >> $0 & 1 == 1 }
        for (element, relative) in Self.elements {
            for shape in [[3, 5, 7, 33], [1, 4, 1, 9], [8, 16, 16, 24], [5, 70, 3, 2]] {
                let example = try LoopCase([shape], element, shift: 3) { x in
                    let y = x[0] * 2
                    return [y.sum(axes), y.max(axes), y.variance(axes), y]
                }
                #expect(try example.complaints(relative: relative) == [], "\(shape)")
            }
        }
    }

    /// Sums that are cut into parts in each of the ways there are.
    @Test func largeReductions() throws {
        let cases: [([Int], [Int])] = [
            ([100_000], [0]), ([256, 100], [1]), ([60_000, 3], [0]), ([256, 2048], [0]), ([5000, 64], [0]),
            ([4, 40_000], [1]), ([3, 200, 300], [1, 2]), ([2, 3000, 20], [1]), ([2000, 40, 3], [0, 2]),
        ]
        for (element, relative) in Self.elements {
            for (shape, axes) in cases {
                let example = try LoopCase([shape], element, shift: 3) {
                    [$0[0].sum(axes), $0[0].variance(axes), $0[0].max(axes)]
                }
                #expect(try example.complaints(relative: relative) == [], "\(shape) over \(axes)")
            }
        }
    }
}
