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
        let classes = try classify(bank: bank, queries: queries, executor: executor, threads: threads)
        let hits = zip(classes, queries.labels).count { $0 == Int($1) }
        return 100 * Double(hits) / Double(max(queries.count, 1))
    }

    /// A class for each query.
    package func classify(
        bank: Features, queries: Features, executor: any Executor, threads: Int
    ) throws -> [Int] {
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
            fill(session.memory.input("bank"), normalBank, from: bankStart * width)
            for queryStart in stride(from: 0, to: queries.count, by: queryRows) {
                fill(session.memory.input("queries"), normalQueries, from: queryStart * width)
                session.run()
                guard let similarity = session.memory.outputElements("similarity") else {
                    internalError("the product has no result")
                }
                for query in 0..<min(queryRows, queries.count - queryStart) {
                    let row = UnsafeBufferPointer(
                        rebasing: similarity[(query * bankRows)..<(query * bankRows + bankCount)])
                    nearest[queryStart + query].offer(row, firstIndex: bankStart)
                }
            }
        }
        return nearest.map { vote($0, labels: bank.labels, classes: bank.classes) }
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
        guard let target else { return }
        let count = min(target.count, values.count - start)
        _ = target.update(fromContentsOf: values[start..<(start + count)])
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

    private func vote(_ nearest: Nearest, labels: [Int32], classes: Int) -> Int {
        var votes = [Double](repeating: 0, count: classes)
        for neighbour in nearest.found {
            votes[Int(labels[neighbour.index])] += exp(Double(neighbour.similarity) / temperature)
        }
        return votes.indices.max { votes[$0] < votes[$1] || (votes[$0] == votes[$1] && $0 > $1) } ?? 0
    }
}

/// The k most similar seen so far, best first.
struct Nearest {
    private(set) var found: [(similarity: Float, index: Int)] = []
    private let k: Int
    /// What a candidate must exceed. Candidates come in the order of their index, so an equal one is later and loses.
    private var threshold = -Float.infinity

    init(k: Int) {
        self.k = k
        found.reserveCapacity(k + 1)
    }

    /// Most candidates are below the threshold: whole groups are refused by one comparison that the compiler vectorizes.
    mutating func offer(_ similarities: UnsafeBufferPointer<Float>, firstIndex: Int) {
        let group = 64
        var start = 0
        while start < similarities.count {
            let end = min(start + group, similarities.count)
            var above: Int32 = 0
            for index in start..<end { above |= similarities[index] > threshold ? 1 : 0 }
            if above != 0 {
                for index in start..<end where similarities[index] > threshold {
                    insert(similarities[index], firstIndex + index)
                }
            }
            start = end
        }
    }

    private mutating func insert(_ similarity: Float, _ index: Int) {
        guard k > 0 else { return }
        var place = found.count
        while place > 0 && found[place - 1].similarity < similarity { place -= 1 }
        found.insert((similarity, index), at: place)
        if found.count > k { found.removeLast() }
        if found.count == k { threshold = found[k - 1].similarity }
    }
}
