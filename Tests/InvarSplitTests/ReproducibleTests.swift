import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Four ranks make the same bits whether they are threads of one process, of two, or four processes.
@Suite struct ReproducibleTests {
    /// As so many processes of so many threads each: here processes are ranks of one meeting, and threads of another.
    static func communicators(processes: Int, threads: Int, overlaps: Bool = false) -> [any Communicator] {
        LocalRanks(processes).communicators.flatMap {
            LocalRanks(threads, across: $0, overlaps: overlaps).communicators
        }
    }

    static let divisions = [(1, 4), (2, 2), (4, 1)]

    @Test(arguments: [SharedModels.gram, SharedModels.simclr, SharedModels.byol])
    func stepsHaveTheSameBits(_ model: JointEmbedding) throws {
        for (shards, limit) in [(false, nil), (true, nil), (true, 0.02)] {
            let step = try TrainingStep.build(
                model, optimizer: .lars(), gradientNormLimit: limit, batch: 12, ranks: 4, shardsOptimizer: shards)
            let values = WholeValues(
                try TrainingStep.build(model, optimizer: .lars(), gradientNormLimit: limit, batch: 12), seed: 6)
            for executor in [interpreter, jit] {
                let want = try run(step.program, on: executor, ranks: 4, values, parts: step.parts, steps: 3)
                for (processes, threads) in Self.divisions {
                    for overlaps in [false, true] {
                        let found = try run(
                            step.program, on: executor, ranks: 4, values, parts: step.parts, steps: 3,
                            among: Self.communicators(processes: processes, threads: threads, overlaps: overlaps))
                        #expect(found == want, "\(processes) processes of \(threads) on \(executor.name)")
                    }
                }
            }
        }
    }

    /// Each exchange by itself, of more numbers than go between processes at once, and of few.
    @Test(arguments: [1, 7, 300_001]) func exchangesHaveTheSameBits(_ count: Int) {
        var random = SplitMix(seed: count)
        let own = (0..<4).map { _ in (0..<count).map { _ in Float(random.normal()) } }
        let wide = (0..<4).map { _ in (0..<(4 * count)).map { _ in Float(random.normal()) } }
        let tree = (0..<count).map { (own[0][$0] + own[1][$0]) + (own[2][$0] + own[3][$0]) }
        let parts = (0..<4).map { rank in
            (0..<count).map { index in
                let place = rank * count + index
                return (wide[0][place] + wide[1][place]) + (wide[2][place] + wide[3][place])
            }
        }
        for (processes, threads) in Self.divisions {
            let communicators = Self.communicators(processes: processes, threads: threads)
            #expect(communicators.map(\.rank) == [0, 1, 2, 3] && communicators.allSatisfy { $0.ranks == 4 })
            let found = together(communicators) { rank, communicator in
                var (sum, whole) = (own[rank], [Float](repeating: 0, count: 4 * count))
                var (part, said) = ([Float](repeating: 0, count: count), [[Float]]())
                sum.withUnsafeMutableBytes { communicator.allReduce($0, of: .float32) }
                own[rank].withUnsafeBytes { part in
                    whole.withUnsafeMutableBytes { communicator.allGather(part, into: $0) }
                }
                wide[rank].withUnsafeBytes { whole in
                    part.withUnsafeMutableBytes { communicator.reduceScatter(whole, into: $0, of: .float32) }
                }
                for root in 0..<4 {
                    var bytes = own[rank]
                    bytes.withUnsafeMutableBytes { communicator.broadcast($0, from: root) }
                    said.append(bytes)
                }
                return (sum, whole, part, said)
            }
            for (rank, result) in found.enumerated() {
                #expect(result.0 == tree, "sum of \(processes) × \(threads)")
                #expect(result.1 == own.flatMap(\.self), "gathered by \(processes) × \(threads)")
                #expect(result.2 == parts[rank], "scattered to \(processes) × \(threads)")
                #expect(result.3 == own, "said in \(processes) × \(threads)")
            }
        }
    }

    private func together<Value>(
        _ communicators: [any Communicator], _ body: (Int, any Communicator) -> Value
    ) -> [Value] {
        var found = [Value?](repeating: nil, count: communicators.count)
        found.withUnsafeMutableBufferPointer { found in
            let found = found
            inParallel(communicators.count) { found[$0] = body($0, communicators[$0]) }
        }
        return found.compactMap(\.self)
    }

    /// Sums of any number of ranks are one tree.
    @Test(arguments: [2, 3, 5, 6, 8]) func treesOfAnySize(_ count: Int) {
        var random = SplitMix(seed: count)
        let own = (0..<count).map { _ in (0..<1000).map { _ in random.normal() } }
        func sum(_ ranks: Range<Int>, _ index: Int) -> Double {
            if ranks.count == 1 { return own[ranks.lowerBound][index] }
            var half = 1
            while 2 * half < ranks.count { half *= 2 }
            let middle = ranks.lowerBound + half
            return sum(ranks.lowerBound..<middle, index) + sum(middle..<ranks.upperBound, index)
        }
        let found = together(LocalRanks(count).communicators) { rank, communicator in
            var numbers = own[rank]
            numbers.withUnsafeMutableBytes { communicator.allReduce($0, of: .float64) }
            return numbers
        }
        for numbers in found { #expect(numbers == (0..<1000).map { sum(0..<count, $0) }) }
    }
}
