import InvarKit
import Testing

@Suite struct RepresentationsTests {
    private let rows = Representations(
        values: [3, 4, 0, /**/ 0, 0, 2, /**/ -3, -4, 0, /**/ 6, 8, 0.5, /**/ 0, 0, 0], width: 3,
        names: ["a", "b", "c", "d", "e"])

    @Test func distancesAreTheirFormulas() {
        #expect(Distance.cosine([3, 4], [6, 8]) == 0)
        #expect(Distance.cosine([1, 0], [0, 5]) == 1)
        #expect(Distance.cosine([1, 0], [-2, 0]) == 2)
        #expect(Distance.cosine([0, 0], [0, 0]) == 1)
        #expect(Distance.euclidean([1, 2, 3], [1, -2, 6]) == 5)
        // more than a vector of eight, and a rest
        let (x, y) = ((0..<19).map { Float($0) }, (0..<19).map { Float($0 % 3) })
        let (product, first, second) = (
            zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }, x.reduce(0) { $0 + $1 * $1 }, y.reduce(0) { $0 + $1 * $1 }
        )
        #expect(abs(Distance.cosine(x, y) - (1 - product / (first * second).squareRoot())) < 1e-6)
        #expect(Distance.euclidean(x[2..<4], x[4..<6]) == Float(8).squareRoot())
    }

    @Test func theNearestComeFirst() {
        #expect(rows.nearest(3, to: rows[0]).map(\.name) == ["a", "d", "b"])
        #expect(rows.nearest(9, to: rows[0]).map(\.row) == [0, 3, 1, 4, 2], "equally near ones in their own order")
        #expect(rows.nearest(2, to: [0, 0, 1.5] as [Float], by: .euclidean).map(\.name) == ["b", "e"])
        #expect(rows.nearest(0, to: rows[0]).isEmpty && rows.nearest(-1, to: rows[0]).isEmpty)
        #expect(Array(rows[3]) == [6, 8, 0.5] && rows.count == 5)
    }
}
