import Foundation
import InvarCompiler
import InvarGraph
import InvarRuntime

/// Classification by the nearest labelled neighbours, weighted: each of the `k` most similar (by cosine) votes for its
/// class with exp(similarity / temperature) (Wu et al. 2018). Equal similarities: the one that comes first in the
/// bank; equal votes: the smaller class.
package struct NearestNeighbours: Sendable {
    package var k = 20
    package var temperature = 0.07
    /// Rows of the bank and of the queries that are multiplied at a time.
    package var bankBlock = 10_000
    package var queryBlock = 500

    package init() {}

    /// Percent of the queries that get their own label.
    package func accuracy(
        bank: Features, queries: Features, executor: any Executor, threads: Int
    ) throws -> Double {
        queries.percentRight(try classify(bank: bank, queries: queries, executor: executor, threads: threads))
    }

    /// The same for several numbers of neighbours and temperatures; the similarities are computed once.
    package func accuracies(
        _ choices: [NeighbourChoice], bank: Features, queries: Features, executor: any Executor, threads: Int
    ) throws -> [Double] {
        let most = choices.map(\.k).max() ?? k
        let nearest = try nearest(most, bank: bank, queries: queries, executor: executor, threads: threads)
        return choices.map { choice in
            queries.percentRight(nearest.map { vote($0.found.prefix(choice.k), bank, choice.temperature) })
        }
    }

    /// A class for each query.
    package func classify(
        bank: Features, queries: Features, executor: any Executor, threads: Int
    ) throws -> [Int] {
        try nearest(k, bank: bank, queries: queries, executor: executor, threads: threads).map {
            vote($0.found[...], bank, temperature)
        }
    }

    /// The k most similar of the bank for each query.
    private func nearest(
        _ k: Int, bank: Features, queries: Features, executor: any Executor, threads: Int
    ) throws -> [Nearest] {
        precondition(bank.width == queries.width, "internal: features of \(bank.width) and \(queries.width)")
        let width = bank.width
        let (bankRows, queryRows) = (min(bankBlock, bank.count), min(queryBlock, queries.count))
        let session = try executor.prepare(
            similarityProgram(queries: queryRows, bank: bankRows, width: width), threads: threads)
        let normalBank = normalized(bank)
        let normalQueries = normalized(queries)
        var nearest = [Nearest](repeating: Nearest(k: min(k, bank.count)), count: queries.count)
        for bankStart in stride(from: 0, to: bank.count, by: bankRows) {
            let bankCount = min(bankRows, bank.count - bankStart)
            unsafe fill(session.memory.input("bank"), normalBank, from: bankStart * width)
            for queryStart in stride(from: 0, to: queries.count, by: queryRows) {
                unsafe fill(session.memory.input("queries"), normalQueries, from: queryStart * width)
                session.run()
                guard let similarity = unsafe session.memory.outputElements("similarity") else {
                    internalError("the product has no result")
                }
                for query in 0..<min(queryRows, queries.count - queryStart) {
                    let row = unsafe UnsafeBufferPointer(
                        rebasing: similarity[(query * bankRows)..<(query * bankRows + bankCount)])
                    unsafe nearest[queryStart + query].offer(row, firstIndex: bankStart)
                }
            }
        }
        return nearest
    }

    private func similarityProgram(queries: Int, bank: Int, width: Int) throws -> Program {
        let builder = GraphBuilder("nearest-neighbours")
        let a = builder.input("queries", TensorType([queries, width]))
        let b = builder.input("bank", TensorType([bank, width]))
        builder.output("similarity", matmul(a, b, transposeB: true))
        return compile(try builder.finish())
    }

    /// Copies what there is; the rest of the block keeps what it had, and is not looked at.
    private func fill(_ target: UnsafeMutableBufferPointer<Float>?, _ values: [Float], from start: Int) {
        guard let target = unsafe target else { return }
        let count = min(target.count, values.count - start)
        _ = unsafe target.update(fromContentsOf: values[start..<(start + count)])
    }

    private func normalized(_ features: Features) -> [Float] {
        var values = features.values
        let width = features.width
        for row in 0..<features.count {
            let range = (row * width)..<((row + 1) * width)
            let norm = range.reduce(0.0) { $0 + Double(values[$1]) * Double(values[$1]) }.squareRoot()
            let scale = Float(1 / max(norm, 1e-12))
            for index in range { values[index] *= scale }
        }
        return values
    }

    private func vote(
        _ found: ArraySlice<(similarity: Float, index: Int)>, _ bank: Features, _ temperature: Double
    ) -> Int {
        var votes = [Double](repeating: 0, count: bank.classes)
        for neighbour in found {
            // against the best one, so that a low temperature does not overflow
            let difference = Double(neighbour.similarity - (found.first?.similarity ?? 0))
            votes[Int(bank.labels[neighbour.index])] += exp(difference / temperature)
        }
        return votes.indices.max { votes[$0] < votes[$1] || (votes[$0] == votes[$1] && $0 > $1) } ?? 0
    }
}
