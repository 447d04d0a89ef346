import Foundation
import InvarBLAS
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

private func blobs(_ count: Int, width: Int, classes: Int, seed: UInt64) -> Features {
    var centres = CounterRandom(seed: 99)
    let centre = (0..<(classes * width)).map { _ in centres.normal() }
    var random = CounterRandom(seed: seed)
    let values = (0..<count).flatMap { row in
        (0..<width).map { centre[row % classes * width + $0] + 0.7 * random.normal() }
    }
    return Features(
        values: values, width: width, labels: (0..<count).map { numericCast($0 % classes) }, classes: classes)
}

@Suite struct SGDProbeTests {
    /// The same recipe written out in Double: momentum, decay of weights and biases, a last short batch, the cosine.
    private func plain(_ data: Features, _ settings: SGDProbe.Settings, start: LinearClassifier) -> LinearClassifier {
        let (width, classes) = (data.width, start.biases.count)
        var w = start.weights + start.biases
        var velocity = [Double](repeating: 0, count: w.count)
        for epoch in 0..<settings.epochs {
            let rate = settings.learningRate * 0.5 * (1 + cos(Double.pi * Double(epoch) / Double(settings.epochs)))
            let order = CounterRandom.permutation(of: data.count, seed: settings.seed, epoch: epoch)
            for first in stride(from: 0, to: data.count, by: settings.batch) {
                let part = order[first..<min(first + settings.batch, data.count)]
                var gradient = w.map { settings.weightDecay * $0 }
                for place in part {
                    let x = (0..<width).map { Double(data.values[Int(place) * width + $0]) }
                    let logits = (0..<classes).map { c in
                        w[classes * width + c] + (0..<width).reduce(0) { $0 + w[c * width + $1] * x[$1] }
                    }
                    let total = logits.reduce(0) { $0 + exp($1) }
                    for c in 0..<classes {
                        let wanted = Int(data.labels[Int(place)]) == c ? 1.0 : 0
                        let error = (exp(logits[c]) / total - wanted) / Double(part.count)
                        for column in 0..<width { gradient[c * width + column] += error * x[column] }
                        gradient[classes * width + c] += error
                    }
                }
                for i in w.indices {
                    velocity[i] = settings.momentum * velocity[i] + gradient[i]
                    w[i] -= rate * velocity[i]
                }
            }
        }
        return LinearClassifier(
            weights: Array(w[..<(classes * width)]), biases: Array(w[(classes * width)...]), width: width)
    }

    @Test func agreesWithPlainArithmetic() throws {
        let data = blobs(70, width: 5, classes: 3, seed: 1)
        var settings = SGDProbe.Settings()
        (settings.epochs, settings.batch, settings.weightDecay, settings.learningRate) = (4, 32, 1e-2, 0.1)
        let probe = try SGDProbe(width: 5, classes: 3, settings: settings, executor: BLASExecutor(), threads: 1)
        let scores = try probe.fit(test: data) { _ in data }
        var beginning = settings
        beginning.learningRate = 0
        let still = try SGDProbe(width: 5, classes: 3, settings: beginning, executor: BLASExecutor(), threads: 1)
        _ = try still.fit(test: data) { _ in data }
        let wanted = plain(data, settings, start: still.classifier)
        #expect(largestDifference(probe.classifier.weights, wanted.weights) < 1e-5)
        #expect(largestDifference(probe.classifier.biases, wanted.biases) < 1e-5)
        #expect(scores.accuracies.count == 4)
        #expect(scores.last == probe.classifier.accuracy(data))
        #expect(still.classifier.weights.allSatisfy { abs($0) < 0.06 && $0 != 0 })
    }

    @Test func bestAndLastAreBothStated() throws {
        let (a, b) = (blobs(300, width: 8, classes: 4, seed: 1), blobs(200, width: 8, classes: 4, seed: 2))
        var settings = SGDProbe.Settings()
        settings.epochs = 15
        let probe = try SGDProbe(width: 8, classes: 4, settings: settings, executor: BLASExecutor(), threads: 2)
        let scores = try probe.fit(test: b) { _ in a }
        #expect(scores.last > 80)
        #expect(scores.best == scores.accuracies.max() && scores.accuracies[scores.bestEpoch - 1] == scores.best)
        let text = try JSONEncoder().encode(scores)
        #expect(try JSONDecoder().decode(EpochScores.self, from: text) == scores)
        let object = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        #expect(object["best"] as? Double == scores.best && object["last"] as? Double == scores.last)
        // a second fit begins anew
        #expect(try probe.fit(test: b) { _ in a } == scores)
    }

    /// The whole recipe of augmentation: each epoch has its own crops, the same ones again for the same seed.
    @Test func augmentationReachesTheTable() throws {
        let model = Workshop.model()
        var evaluator = EncoderEvaluator(
            model: model, seed: 7, training: try Workshop.dataset(40), test: try Workshop.dataset(20, seed: 2),
            executor: BLASExecutor(), threads: 1)
        evaluator.settings.fewPerClass = 3
        evaluator.settings.iterations = 5
        var sgd = SGDProbe.Settings()
        (sgd.epochs, sgd.batch, sgd.isAugmented) = (3, 16, true)
        evaluator.settings.sgd = sgd
        evaluator.settings.tryNeighbours(NeighbourChoice.all(k: [5, 1], temperatures: [0.07, 0.5]))
        let values = Dictionary(
            try model.captureEncoder(batch: 1).states.map { ($0.name, $0.initialValues(seed: 7)) },
            uniquingKeysWith: { first, _ in first })
        let found = try evaluator.evaluate(values)
        #expect(found.trained.sgd?.accuracies.count == 3)
        #expect(found.trained == found.untrained, "they are the same encoder here")
        #expect(found.pixels.neighbours?.count == 3)
        #expect(try evaluator.evaluate(values) == found)
        for part in ["SGD probe", "kNN (k = 5)", "kNN, k = 1, T = 0.07", "kNN, k = 5, T = 0.5"] {
            #expect(found.table.contains(part), "\(found.table)")
        }
        #expect(try JSONDecoder().decode(Evaluation.self, from: Data(found.json().utf8)) == found)
    }
}

@Suite struct NeighbourChoiceTests {
    /// Once with all choices together, and each by itself.
    @Test func manyChoicesAtOnceAreEachByItself() throws {
        let (a, b) = (blobs(400, width: 6, classes: 5, seed: 3), blobs(150, width: 6, classes: 5, seed: 4))
        let choices = NeighbourChoice.all(k: [20, 1, 5, 200, 1000], temperatures: [0.07, 0.5, 0.001])
        #expect(choices.count == 13, "one neighbour decides alone, whatever the temperature")
        let found = try NearestNeighbours().accuracies(
            choices, bank: a, queries: b, executor: BLASExecutor(), threads: 2)
        for (choice, accuracy) in zip(choices, found) {
            var one = NearestNeighbours()
            (one.k, one.temperature) = (choice.k, choice.temperature)
            #expect(
                try one.accuracy(bank: a, queries: b, executor: BLASExecutor(), threads: 1) == accuracy, "\(choice)")
        }
        #expect(Set(found).count > 2)
    }
}
