import Foundation
import InvarBLAS
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// Classes around random centres.
private func blobs(_ count: Int, width: Int, classes: Int, seed: UInt64, spread: Float = 1) -> Features {
    var centres = CounterRandom(seed: 99, stream: width, item: classes)
    let centre = (0..<(classes * width)).map { _ in centres.normal() }
    var random = CounterRandom(seed: seed, stream: count)
    let labels = (0..<count).map { Int32($0 % classes) }
    let values = labels.flatMap { label in
        (0..<width).map { centre[Int(label) * width + $0] + spread * random.normal() + 0.5 }
    }
    return Features(values: values, width: width, labels: labels, classes: classes)
}

@Suite struct EvaluationNeighboursTests {
    /// Sorts all similarities, in Double.
    private func naive(_ bank: Features, _ queries: Features, k: Int, temperature: Double) -> [Int] {
        func row(_ f: Features, _ i: Int) -> [Double] {
            let values = f.values[(i * f.width)..<((i + 1) * f.width)].map(Double.init)
            let norm = max(values.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-12)
            return values.map { $0 / norm }
        }
        let bankRows = (0..<bank.count).map { row(bank, $0) }
        return (0..<queries.count).map { q in
            let query = row(queries, q)
            let similarity = bankRows.map { zip($0, query).reduce(0) { $0 + $1.0 * $1.1 } }
            let best = similarity.indices.sorted { (-similarity[$0], $0) < (-similarity[$1], $1) }.prefix(k)
            var votes = [Double](repeating: 0, count: bank.classes)
            for index in best { votes[Int(bank.labels[index])] += exp(similarity[index] / temperature) }
            var winner = 0
            for c in votes.indices where votes[c] > votes[winner] { winner = c }
            return winner
        }
    }

    @Test(arguments: [
        (501, 67, 13, 20, 7, 11), (100, 10, 1, 5, 100, 100), (97, 31, 5, 1, 13, 31), (5, 9, 3, 20, 2, 4),
        (300, 50, 64, 20, 1000, 1000),
    ])
    func agreesWithSorting(bank: Int, queries: Int, width: Int, k: Int, bankBlock: Int, queryBlock: Int) throws {
        let (a, b) = (
            blobs(bank, width: width, classes: 4, seed: 1, spread: 2),
            blobs(queries, width: width, classes: 4, seed: 2, spread: 2)
        )
        var neighbours = NearestNeighbours()
        (neighbours.k, neighbours.bankBlock, neighbours.queryBlock) = (k, bankBlock, queryBlock)
        let found = try neighbours.classify(bank: a, queries: b, executor: BLASExecutor(), threads: 2)
        let wanted = naive(a, b, k: k, temperature: 0.07)
        #expect(found.count == queries)
        // float32 may order two nearly equal similarities otherwise; numbers alone have the similarities 1 and −1
        let differing = zip(found, wanted).count { $0 != $1 }
        #expect(differing <= (width == 1 ? 0 : queries / 50))
        if width > 1 { #expect(Double(zip(found, b.labels).count { $0 == Int($1) }) > 0.3 * Double(queries)) }
    }

    /// All equally similar: the first k of the bank decide; all votes equal: the smallest class.
    @Test func tiesGoToTheFirst() throws {
        let labels: [Int32] = [2, 2, 1, 1, 0, 0, 0, 0]
        let bank = Features(values: [Float](repeating: 1, count: 16), width: 2, labels: labels, classes: 3)
        let query = Features(values: [3, 3], width: 2, labels: [1], classes: 3)
        func classOf(k: Int, block: Int) throws -> Int {
            var neighbours = NearestNeighbours()
            (neighbours.k, neighbours.bankBlock) = (k, block)
            return try neighbours.classify(bank: bank, queries: query, executor: BLASExecutor(), threads: 1)[0]
        }
        for block in [1, 3, 8] {
            #expect(try classOf(k: 2, block: block) == 2)
            #expect(try classOf(k: 3, block: block) == 2)
            #expect(try classOf(k: 4, block: block) == 1)
            #expect(try classOf(k: 8, block: block) == 0)
        }
    }

    @Test func blocksAndThreadsChangeNothing() throws {
        let (a, b) = (
            blobs(211, width: 17, classes: 5, seed: 3, spread: 2), blobs(83, width: 17, classes: 5, seed: 4, spread: 2)
        )
        func classes(_ bankBlock: Int, _ queryBlock: Int, _ threads: Int) throws -> [Int] {
            var neighbours = NearestNeighbours()
            (neighbours.bankBlock, neighbours.queryBlock) = (bankBlock, queryBlock)
            return try neighbours.classify(bank: a, queries: b, executor: BLASExecutor(), threads: threads)
        }
        let whole = try classes(1000, 1000, 1)
        #expect(try classes(1000, 1000, 2) == whole)
        #expect(try classes(50, 20, 2) == whole)
    }
}

@Suite struct EvaluationLinearProbeTests {
    private func objective(_ probe: LinearProbe.Classifier, _ data: Features, l2: Double) -> Double {
        let s = Standardization(data)
        var total = 0.0
        for row in 0..<data.count {
            let logits = (0..<data.classes).map { c in
                (0..<data.width).reduce(probe.biases[c]) {
                    $0 + probe.weights[c * data.width + $1] * Double(data.values[row * data.width + $1])
                }
            }
            let highest = logits.max() ?? 0
            total += highest + log(logits.reduce(0) { $0 + exp($1 - highest) }) - logits[Int(data.labels[row])]
        }
        var squares = 0.0
        for c in 0..<data.classes {
            for j in 0..<data.width {
                let weight = probe.weights[c * data.width + j] * s.scales[j]
                squares += weight * weight
            }
        }
        return total / Double(data.count) + l2 * squares
    }

    /// Gradient descent in Double, long enough to be at the minimum of this convex objective.
    private func descend(_ data: Features, l2: Double) -> Double {
        let s = Standardization(data)
        let (n, d, k) = (data.count, data.width, data.classes)
        let x = (0..<(n * d)).map { (Double(data.values[$0]) - s.means[$0 % d]) / s.scales[$0 % d] }
        var (w, b) = ([Double](repeating: 0, count: k * d), [Double](repeating: 0, count: k))
        var value = 0.0
        for _ in 0..<4000 {
            var (gw, gb) = (w.map { 2 * l2 * $0 }, [Double](repeating: 0, count: k))
            value = l2 * w.reduce(0) { $0 + $1 * $1 }
            for row in 0..<n {
                let logits = (0..<k).map { c in (0..<d).reduce(b[c]) { $0 + w[c * d + $1] * x[row * d + $1] } }
                let highest = logits.max() ?? 0
                let total = logits.reduce(0) { $0 + exp($1 - highest) }
                value += (highest + log(total) - logits[Int(data.labels[row])]) / Double(n)
                for c in 0..<k {
                    let error = (exp(logits[c] - highest) / total - (Int(data.labels[row]) == c ? 1 : 0)) / Double(n)
                    gb[c] += error
                    for j in 0..<d { gw[c * d + j] += error * x[row * d + j] }
                }
            }
            for i in w.indices { w[i] -= 0.5 * gw[i] }
            for c in b.indices { b[c] -= 0.5 * gb[c] }
        }
        return value
    }

    @Test(arguments: [(60, 5, 3, 0.01), (31, 1, 2, 0.1), (47, 7, 4, 0.001)])
    func reachesTheMinimum(count: Int, width: Int, classes: Int, l2: Double) throws {
        let data = blobs(count, width: width, classes: classes, seed: 5, spread: 1.5)
        let probe = try LinearProbe(rows: count, width: width, classes: classes, executor: BLASExecutor(), threads: 1)
        let fitted = try probe.fit(data, l2: l2)
        let wanted = descend(data, l2: l2)
        #expect(abs(fitted.objective - wanted) < 1e-4 * max(1, wanted))
        #expect(abs(objective(fitted, data, l2: l2) - fitted.objective) < 1e-5)
    }

    /// Each column is divided by its own standard deviation: what was measured in metres or millimetres is one probe, whose weights are
    /// 1000 times larger in one of them. The standard deviation has 1e-6 added, so that this holds for columns that vary by far more.
    @Test(arguments: [1000, 0.01]) func theScaleOfAColumnIsOfNoConcern(scale: Float) throws {
        let (training, test) = (
            blobs(120, width: 6, classes: 4, seed: 5, spread: 1.5),
            blobs(200, width: 6, classes: 4, seed: 6, spread: 1.5)
        )
        func scaled(_ data: Features, _ columns: Set<Int>) -> Features {
            var data = data
            for i in data.values.indices where columns.contains(i % 6) { data.values[i] *= scale }
            return data
        }
        var optimizer = LBFGS()
        (optimizer.iterations, optimizer.gradientTolerance, optimizer.changeTolerance) = (500, 1e-7, 0)
        func fit(_ columns: Set<Int>) throws -> (probe: LinearProbe.Classifier, classes: [Int]) {
            var probe = try LinearProbe(rows: 120, width: 6, classes: 4, executor: BLASExecutor(), threads: 1)
            probe.optimizer = optimizer
            let fitted = try probe.fit(scaled(training, columns), l2: 0.01)
            return (fitted, fitted.classify(scaled(test, columns)))
        }
        let plain = try fit([])
        for columns in [Set(0..<6), [2], [0, 5]] as [Set<Int>] {
            let found = try fit(columns)
            #expect(abs(found.probe.objective - plain.probe.objective) < 1e-5)
            let weights = found.probe.weights.enumerated().map { columns.contains($0 % 6) ? $1 * Double(scale) : $1 }
            #expect(largestDifference(weights, plain.probe.weights) < 2e-3)
            #expect(largestDifference(found.probe.biases, plain.probe.biases) < 2e-2)
            let differing = zip(found.classes, plain.classes).count { $0 != $1 }
            #expect(differing <= 1, "an image at the edge of two classes at most")
        }
    }

    @Test func aConstantColumnDoesNoHarm() throws {
        var data = blobs(60, width: 4, classes: 3, seed: 6, spread: 0.3)
        for row in 0..<60 { data.values[row * 4 + 2] = 7 }
        let probe = try LinearProbe(rows: 60, width: 4, classes: 3, executor: BLASExecutor(), threads: 1)
        let fitted = try probe.fit(data, l2: 1e-3)
        #expect(fitted.accuracy(data) > 90)
        for weight in fitted.weights { #expect(weight.isFinite) }
    }

    @Test func theWrongNumberOfRowsIsAnError() throws {
        let probe = try LinearProbe(rows: 10, width: 4, classes: 3, executor: BLASExecutor(), threads: 1)
        #expect(throws: EvaluationError.self) { try probe.fit(blobs(9, width: 4, classes: 3, seed: 6), l2: 1) }
    }

    @Test func aProbeCanBeFittedAgain() throws {
        let probe = try LinearProbe(rows: 40, width: 6, classes: 4, executor: BLASExecutor(), threads: 1)
        let (a, b) = (blobs(40, width: 6, classes: 4, seed: 7), blobs(40, width: 6, classes: 4, seed: 8))
        let first = try probe.fit(a, l2: 0.01)
        _ = try probe.fit(b, l2: 0.1)
        #expect(try probe.fit(a, l2: 0.01).weights == first.weights)
    }
}

@Suite struct EvaluationFewLabelsTests {
    @Test func drawsAreBalancedAndRepeatable() {
        let data = blobs(500, width: 3, classes: 5, seed: 1)
        var few = FewLabels()
        few.perClass = 12
        for draw in 0..<3 {
            let places = few.places(draw, data)
            #expect(Set(places).count == 60)
            for c in 0..<5 {
                let members = places.filter { data.labels[$0] == Int32(c) }
                #expect(members.count == 12)
            }
            #expect(places == few.places(draw, data))
        }
        #expect(few.places(0, data) != few.places(1, data))
    }

    @Test func aSmallClassGivesWhatItHas() {
        let data = Features(values: [1, 2, 3], width: 1, labels: [0, 1, 1], classes: 3)
        #expect(Set(FewLabels().places(0, data)) == [0, 1, 2])
    }

    @Test func meanAndSpread() throws {
        let (a, b) = (blobs(400, width: 8, classes: 4, seed: 1), blobs(200, width: 8, classes: 4, seed: 2))
        var few = FewLabels()
        few.perClass = 5
        let outcome = try few(training: a, test: b, executor: BLASExecutor(), threads: 1)
        #expect(outcome.accuracies.count == 5)
        let mean = outcome.accuracies.reduce(0, +) / 5
        let squares = outcome.accuracies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(abs(outcome.mean - mean) < 1e-12)
        #expect(abs(outcome.spread - (squares / 4).squareRoot()) < 1e-12)
        #expect(outcome.mean > 60)
    }

    @Test func theFileIsWhatItSays() throws {
        let scores = Evaluation.Scores(knn: 84.6, linear: 84.25, few: 77.9, fewSpread: 0.5)
        let evaluation = Evaluation(trained: scores, untrained: scores, pixels: scores, settings: Evaluation.Settings())
        let text = try evaluation.json()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        for kind in ["trained", "untrained", "pixels"] {
            let row = try #require(object[kind] as? [String: Any])
            for key in ["knn", "linear", "few"] { #expect(row[key] is Double) }
        }
        #expect(try JSONDecoder().decode(Evaluation.self, from: Data(text.utf8)) == evaluation)
        #expect(evaluation.table.contains("77.9 ± 0.5"))
    }
}
