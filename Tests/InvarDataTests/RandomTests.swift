import InvarRuntime
import Testing

@Suite struct RandomTests {
    /// The known answers of the authors' Random123 library.
    @Test func philoxKnownAnswers() {
        let all = UInt32.max
        #expect(
            Philox.block(counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0))
                == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        #expect(
            Philox.block(counter: SIMD4(repeating: all), key: SIMD2(repeating: all))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        #expect(
            Philox.block(
                counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: SIMD2(0xa409_3822, 0x299f_31d0)
            )
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test func sameKeySameNumbers() {
        func draw(_ seed: UInt64, _ stream: Int, _ item: Int, _ view: Int, _ purpose: CounterRandom.Purpose = .views)
            -> [UInt32]
        {
            var random = CounterRandom(seed: seed, stream: stream, item: item, view: view, purpose: purpose)
            return (0..<9).map { _ in random.bits() }
        }
        let one = draw(1, 2, 3, 1)
        #expect(one == draw(1, 2, 3, 1))
        let others = [
            draw(2, 2, 3, 1), draw(1 << 40, 2, 3, 1), draw(1, 3, 3, 1), draw(1, 2, 4, 1), draw(1, 2, 3, 0),
            draw(1, 2, 3, 1, .order),
        ]
        for other in others { #expect(other != one) }
        #expect(Set(others).count == others.count)
    }

    @Test func uniformMoments() {
        var random = CounterRandom(seed: 7)
        let values = (0..<100_000).map { _ in Double(random.uniform()) }
        #expect(values.allSatisfy { (0..<1).contains($0) })
        let mean = values.reduce(0, +) / 100_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
        #expect(abs(mean - 0.5) < 0.005)
        #expect(abs(variance - 1 / 12.0) < 0.002)
    }

    @Test func normalMoments() {
        var values = [Float](repeating: 0, count: 100_000)
        var random = CounterRandom(seed: 7, name: "encoder.conv1.weight")
        values.withUnsafeMutableBufferPointer { random.fillNormal($0, mean: 1, standardDeviation: 2) }
        let mean = values.reduce(0.0) { $0 + Double($1) } / 100_000
        let variance = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 100_000
        #expect(abs(mean - 1) < 0.03)
        #expect(abs(variance - 4) < 0.08)
        #expect(values.allSatisfy { $0.isFinite })
    }

    @Test func namesSeparateTensors() {
        var (a, b) = ([Float](repeating: 0, count: 8), [Float](repeating: 0, count: 8))
        var (first, second) = (CounterRandom(seed: 1, name: "a.weight"), CounterRandom(seed: 1, name: "b.weight"))
        a.withUnsafeMutableBufferPointer { first.fillUniform($0, from: -1, to: 1) }
        b.withUnsafeMutableBufferPointer { second.fillUniform($0, from: -1, to: 1) }
        #expect(a != b)
        #expect(a.allSatisfy { (-1..<1).contains($0) })
    }

    @Test(arguments: [1, 2, 3, 7, 1000]) func integersAreEven(bound: Int) {
        var random = CounterRandom(seed: 5)
        var counts = [Int](repeating: 0, count: bound)
        let draws = 100 * bound
        for _ in 0..<draws { counts[random.integer(below: bound)] += 1 }
        #expect(counts.allSatisfy { $0 > 30 && $0 < 200 })
    }

    @Test(arguments: [0, 1, 2, 5, 257, 60_000]) func permutationHoldsEachOnce(count: Int) {
        let order = CounterRandom.permutation(of: count, seed: 3, epoch: 4)
        #expect(order.sorted() == (0..<count).map(Int32.init))
        #expect(order == CounterRandom.permutation(of: count, seed: 3, epoch: 4))
        if count > 100 {
            #expect(order != CounterRandom.permutation(of: count, seed: 3, epoch: 5))
            #expect(order != CounterRandom.permutation(of: count, seed: 4, epoch: 4))
        }
    }

    @Test func chanceAtItsEnds() {
        var random = CounterRandom(seed: 1)
        #expect((0..<10_000).allSatisfy { _ in !random.chance(0) })
        #expect((0..<10_000).allSatisfy { _ in random.chance(1) })
    }
}
