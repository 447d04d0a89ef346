import InvarGraph
import InvarRuntime
import Testing

@Suite struct LocalRanksTests {
    /// Rank r's number i is 10·r + i; sums and parts are known.
    @Test(arguments: [1, 2, 3, 5]) func ranksExchange(_ count: Int) throws {
        try check(count, Float.self, .float32)
        try check(count, Double.self, .float64)
    }

    private func check<Scalar: BinaryFloatingPoint & Sendable>(
        _ count: Int, _: Scalar.Type, _ element: ElementType
    ) throws {
        let ranks = LocalRanks(count).communicators
        #expect(ranks.map(\.rank) == Array(0..<count) && ranks.allSatisfy { $0.ranks == count })
        let size = 2 * count
        var numbers = (0..<count).map { rank in (0..<size).map { Scalar(10 * rank + $0) } }
        var wholes = numbers.map { _ in [Scalar](repeating: 0, count: size * count) }
        var parts = numbers.map { _ in [Scalar](repeating: 0, count: 2) }
        let arrays = (0..<count).map { rank in
            (
                UnsafeMutableBufferPointer<Scalar>.allocate(capacity: size),
                UnsafeMutableBufferPointer<Scalar>.allocate(capacity: size * count),
                UnsafeMutableBufferPointer<Scalar>.allocate(capacity: 2)
            )
        }
        for rank in 0..<count { _ = arrays[rank].0.update(from: numbers[rank]) }
        inParallel(count) { rank in
            let (own, whole, part) = arrays[rank]
            for _ in 0..<20 {
                ranks[rank].allGather(UnsafeRawBufferPointer(own), into: UnsafeMutableRawBufferPointer(whole))
                ranks[rank].reduceScatter(
                    UnsafeRawBufferPointer(own), into: UnsafeMutableRawBufferPointer(part), of: element)
            }
            ranks[rank].allReduce(UnsafeMutableRawBufferPointer(own), of: element)
        }
        let gathered = numbers.flatMap { $0 }
        let sum = (0..<size).map { index in (0..<count).reduce(Scalar(0)) { $0 + Scalar(10 * $1 + index) } }
        for rank in 0..<count {
            (numbers[rank], wholes[rank], parts[rank]) = (
                Array(arrays[rank].0), Array(arrays[rank].1), Array(arrays[rank].2)
            )
            #expect(numbers[rank] == sum)
            #expect(wholes[rank] == gathered)
            #expect(parts[rank] == Array(sum[(2 * rank)..<(2 * rank + 2)]))
            arrays[rank].0.deallocate()
            arrays[rank].1.deallocate()
            arrays[rank].2.deallocate()
        }
    }
}
