import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// Σ(x − x̄)² in one sweep.
@Suite struct CentredTests {
    private func step(_ x: HostTensor, over axes: [Int]) -> StepCase {
        let nest = LoopNest.plain(x.shape, over: axes, results: [(0, .sum), (0, .centredSquares)])
        return StepCase(
            kernel: .loop(nest), element: .float32, operands: [x], results: nest.resultShapes.map { .own($0) })
    }

    @Test(arguments: [1, 3, 17, 64, 1000])
    func largeMeansCostNothing(channels: Int) throws {
        var random = SplitMix(seed: channels)
        for (shape, axes) in [
            ([97, channels], [0]), ([3, 31, channels], [1]), ([3, 31, channels], [0, 1]),
            ([7, 3, 5, channels], [0, 2]), ([channels, 121], [1]), ([9, channels, 11], [0, 2]),
            ([2, channels, 23], [1]),
        ] {
            var x = random.tensor(shape)
            for i in x.values.indices { x.values[i] = Double(Float(1e4 + x.values[i])) }
            try step(x, over: axes).check(limit: 1e-6)
        }
    }

    /// The pivot may be far from everything that follows.
    @Test(arguments: [5, 400, 1000]) func aFirstRowFarFromTheRest(channels: Int) throws {
        var random = SplitMix(seed: 8)
        var x = random.tensor([300, channels])
        for i in 0..<channels { x.values[i] -= 5e4 }
        try step(x, over: [0]).check(limit: 1e-6)
    }

    @Test func oneElementIsItsOwnMean() throws {
        let x = [3e7, -1, 0.1, 5]
        for (shape, axes) in [([4], []), ([1, 4], [0]), ([4, 1], [1]), ([2, 1, 2], [1])] as [([Int], [Int])] {
            #expect(try step(HostTensor(shape: shape, x), over: axes).found()[1] == [0, 0, 0, 0])
        }
        let equal = HostTensor(shape: [50_000], filledWith: 0.1)
        #expect(try step(equal, over: [0]).found(threads: 2)[1][0] < 1e-12)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNotANumberSpreads(value: Double) throws {
        for (shape, axes) in [
            ([20_030], [0]), ([900, 3], [0]), ([5, 700], [1]), ([3, 40, 17], [1]), ([300, 33], [0]),
        ] {
            let count = shape.reduce(1, *)
            for position in [0, count / 2, count - 1] {
                var x = HostTensor(shape: shape, filledWith: 1)
                x.values[position] = value
                let found = try step(x, over: axes).found(threads: 2)[1]
                #expect(found.filter { $0.isNaN }.count == 1 && found.filter { $0 == 0 }.count == found.count - 1)
            }
        }
    }
}
