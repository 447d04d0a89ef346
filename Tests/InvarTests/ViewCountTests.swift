import Foundation
import Invar
import InvarGraph
import TestSupport
import Testing

/// More than two views of an image, and small ones beside whole ones.
@Suite struct ViewCountTests {
    private let image = Image(channels: 1, height: 4, width: 3)

    private func model(_ views: Views, @JointEmbeddingBuilder _ rest: () -> [Part]) -> JointEmbedding {
        let rest = rest()
        return JointEmbedding("views", image: image) {
            views
            Encoder {
                Conv(3, kernel: 3); ReLU(); GlobalAveragePool()
            }
            Expander { Linear(4) }
            rest
        }
    }

    private let multiCrop = Views(locals: 3, size: 2) {
        HorizontalFlip()
    } local: {
        HorizontalFlip()
    }

    private func inputs(_ model: JointEmbedding) throws -> [String: [Int]] {
        let graph = try model.captureTraining(batch: 5).builder.finish()
        return graph.nodes.reduce(into: [:]) { found, node in
            if case .input(let name) = node.op { found[name] = node.type.shape }
        }
    }

    @Test func eachViewIsAnInput() throws {
        let two = try inputs(model(Views { HorizontalFlip() }) { Loss.vicreg() })
        #expect(two == ["view1": [5, 4, 3, 1], "view2": [5, 4, 3, 1]])
        let four = try inputs(model(Views(count: 4) { HorizontalFlip() }) { Loss.vicreg() })
        #expect(four.keys.sorted() == ["view1", "view2", "view3", "view4"])
        let five = try inputs(model(multiCrop) { Loss.vicreg() })
        #expect(five["view2"] == [5, 4, 3, 1] && five["view3"] == [5, 2, 2, 1] && five["view5"] == [5, 2, 2, 1])
        #expect(try model(multiCrop) { Loss.vicreg() }.viewSizes() == [12, 12, 4, 4, 4])
    }

    // MARK: The loss

    /// The loss and what the views came to.
    private func values(_ model: JointEmbedding, terms: Int = 1) throws -> (terms: [Double], views: [[[Double]]]) {
        let captured = try model.captureTraining(batch: 5, element: .float64)
        for (index, term) in captured.terms.enumerated() { captured.builder.output("term\(index)", term.value) }
        for (index, embedding) in captured.embeddings.enumerated() {
            captured.builder.output("embedding\(index)", embedding)
        }
        let graph = try captured.builder.finish()
        let random = graph.randomValues(seed: 3)
        let found = runNaively(graph, inputs: random.inputs, states: random.states)
        let views = try captured.embeddings.indices.map { index in
            let tensor = try #require(found.outputs["embedding\(index)"])
            return (0..<5).map { row in Array(tensor.values[(row * 4)..<(row * 4 + 4)]) }
        }
        let values = try captured.terms.indices.map { try #require(found.outputs["term\($0)"]).values[0] }
        return (values, views)
    }

    private func distance(_ x: [[Double]], _ y: [[Double]]) -> Double {
        var sum = 0.0
        for (row, other) in zip(x, y) { for (a, b) in zip(row, other) { sum += (a - b) * (a - b) } }
        return sum / Double(x.count * x[0].count)
    }

    /// Each view is compared with each whole view but itself.
    @Test func aTermOfTwoViewsIsTheMeanOverPairs() throws {
        for (views, whole) in [(Views(count: 4) { HorizontalFlip() }, 4), (multiCrop, 2)] {
            let found = try values(model(views) { Loss { Invariance() } })
            var all: [Double] = []
            for view in found.views.indices {
                for other in 0..<whole where other != view {
                    all.append(distance(found.views[view], found.views[other]))
                }
            }
            let want = all.reduce(0, +) / Double(all.count)
            #expect(abs(found.terms[0] - want) < 1e-12 * want)
        }
    }

    /// The same by the predictions and targets of directions, of which there are as many.
    @Test func predictionsAreOfWholeViews() throws {
        let plain = try values(model(multiCrop) { Loss { NegativeCosine(stopGradient: false) } })
        func cosine(_ x: [[Double]], _ y: [[Double]]) -> Double {
            func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
            let rows = zip(x, y).map { a, b in dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot() }
            return rows.reduce(0, +) / Double(x.count)
        }
        let views = plain.views
        let pairs = [(0, 1), (1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (4, 0), (4, 1)]
        let cosines = pairs.map { cosine(views[$0.0], views[$0.1]) }
        let want = -cosines.reduce(0, +) / 8
        #expect(abs(plain.terms[0] - want) < 1e-9)
        let target = model(multiCrop) {
            Predictor { Linear(4) }
            Target(momentum: 0.9)
            Loss { PredictionDistance() }
        }
        let captured = try target.captureTraining(batch: 5)
        let graph = try captured.builder.finish()
        // each view through encoder and predictor, whole ones through the target too
        #expect(graph.nodes.count { $0.op.mnemonic == "convolution" } == 5 + 2)
    }

    @Test func someTermsSeeAllViewsAtOnce() throws {
        let found = try values(model(multiCrop) { Loss { CentreDistance() } })
        let centre = zip(found.views[0], found.views[1]).map { zip($0, $1).map { ($0 + $1) / 2 } }
        let distances = found.views.map { distance($0, centre) }
        let want = distances.reduce(0, +) / 5
        #expect(abs(found.terms[0] - want) < 1e-12 * want)
        let two = try values(
            model(Views { HorizontalFlip() }) {
                Loss {
                    CentreDistance(); Invariance()
                }
            })
        #expect(abs(two.terms[0] - two.terms[1] / 4) < 1e-12)
    }

    private struct Remembering: LossTerm {
        var takesAllViews = false
        func value(of embeddings: Embeddings) throws -> Tensor {
            let seen = try embeddings.scope.statistic("seen", [4], .zeros)
            try embeddings.scope.update("seen", embeddings.first.mean([0]))
            return embeddings.views.reduce(seen.sum()) { $0 + $1.mean() }
        }
    }

    /// What is kept from step to step would be kept for each pair.
    @Test func aTermThatRemembersSaysHowManyViewsItSees() throws {
        let error = #expect(throws: Diagnostic.self) {
            try model(multiCrop) { Loss { Remembering() } }.captureTraining(batch: 5)
        }
        #expect(error?.message.contains("`takesAllViews`") == true && error?.site != nil)
        _ = try model(multiCrop) { Loss { Remembering(takesAllViews: true) } }.captureTraining(batch: 5)
        _ = try model(Views(steps: [])) { Loss { Remembering() } }.captureTraining(batch: 5)
    }

    // MARK: What changes in the course of a run

    /// What three steps make of a model's states, with inputs that stay the same: the states after each.
    private func steps(_ model: JointEmbedding) throws -> [[String: HostTensor]] {
        let captured = try model.captureTraining(batch: 5, element: .float64)
        captured.builder.output("loss", captured.loss)
        let weight = captured.states.filter { $0.name.hasSuffix("prototypes1.weight") && $0.role == .parameter }
        for spec in weight {
            let value = captured.builder.state(spec.name, spec.type)
            captured.builder.output(
                "gradient", captured.builder.gradients(of: captured.loss, withRespectTo: [value])[0])
        }
        let graph = try captured.builder.finish()
        let random = graph.randomValues(seed: 3)
        var states = random.states
        for name in states.keys where name.hasSuffix("steps") { states[name] = HostTensor(shape: [1], [0]) }
        return (0..<3).map { _ in
            let found = runNaively(graph, inputs: random.inputs, states: states)
            for (name, value) in found.states where name.hasSuffix("steps") { states[name] = value }
            return found.outputs.merging(found.states) { value, _ in value }
        }
    }

    /// A step is counted once, however many views go through the layer.
    @Test func prototypesAreFreedAfterSomeSteps() throws {
        let found = try steps(
            JointEmbedding("swav", image: image) {
                multiCrop
                Encoder {
                    Conv(3, kernel: 3); GlobalAveragePool()
                }
                Expander { Prototypes(4, frozenSteps: 2) }
                Loss { SwAV() }
            })
        #expect(try found.map { try #require($0["expander.prototypes1.steps"]).values[0] } == [1, 2, 3])
        let largest = try found.map { try #require($0["gradient"]).values.map(abs).max() ?? 0 }
        #expect(largest[0] == 0 && largest[1] == 0 && largest[2] > 0)
    }

    @Test func aTeacherWarmsUp() throws {
        func loss(_ term: DINO) throws -> [Double] {
            try steps(
                model(multiCrop) {
                    Target(momentum: 0.9)
                    Loss { term }
                }
            ).map { try #require($0["loss"]).values[0] }
        }
        let warming = try loss(DINO(teacherTemperature: 0.07, warmUp: (from: 0.03, steps: 2)))
        for (step, temperature) in [0.03, 0.05, 0.07].enumerated() {
            #expect(abs(warming[step] - (try loss(DINO(teacherTemperature: temperature)))[0]) < 1e-9)
        }
        #expect(warming[0] != warming[2])
        #expect(throws: Diagnostic.self) { try loss(DINO(warmUp: (from: 0, steps: 2))) }
        #expect(throws: Diagnostic.self) { try loss(DINO(warmUp: (from: 0.03, steps: 0))) }
    }

    // MARK: What is refused

    @Test func mistakesAreSaidWithTheirLine() throws {
        func message(_ views: Views) -> String? {
            do {
                _ = try model(views) { Loss.vicreg() }.captureTraining(batch: 5)
                return nil
            } catch let problem as Diagnostic {
                #expect(problem.site != nil, "\(problem)")
                return problem.message
            } catch { return "\(error)" }
        }
        #expect(message(Views(count: 1) {})?.contains("1 view of an image; use at least 2 whole ones") == true)
        #expect(
            message(
                Views(count: 40, locals: 30, size: 2) {
                } local: {
                })?.contains("64 in all") == true)
        #expect(
            message(
                Views(locals: 0, size: 2) {
                } local: {
                })?.contains("0 locals") == true)
        #expect(
            message(
                Views(locals: 1, size: 0) {
                } local: {
                })?.contains("local views of size 0") == true)
        #expect(
            message(
                Views(locals: 1, size: 2) {
                } local: {
                    Normalize(mean: [0.5], std: [0.5])
                })?.contains(
                    "that of the whole views serves both") == true)
        #expect(
            message(
                Views(locals: 1, size: 2) {
                } local: {
                    HorizontalFlip(); RandomResizedCrop()
                })?.contains("put it first") == true)
        #expect(
            message(
                Views(locals: 1, size: 2) {
                } local: {
                    HorizontalFlip(probability: 2)
                })?.contains("probability") == true)
        #expect(message(multiCrop) == nil)
    }

    @Test func eachOfTwoBranchesHasOneView() throws {
        let error = #expect(throws: Diagnostic.self) {
            try JointEmbedding("branches", image: image) {
                Views(count: 3) { HorizontalFlip() }
                Branches(.separateWeights)
                Encoder {
                    Flatten(); Linear(4)
                }
                Loss.vicreg()
            }.captureTraining(batch: 5)
        }
        #expect(error?.message.contains("3 views, and two branches") == true)
    }

    /// A layer whose weights fit one size says so: a transformer's places.
    @Test func aLayerOfOneSizeIsRefused() throws {
        let error = #expect(throws: Diagnostic.self) {
            try JointEmbedding("vit", image: Image(channels: 1, height: 4, width: 4)) {
                Views(locals: 1, size: 2) {
                } local: {
                }
                Encoder { vit(patch: 2, width: 4, depth: 1, heads: 1) }
                Loss.vicreg()
            }.captureTraining(batch: 5)
        }
        #expect(error?.message.contains("is shared, but is") == true)
    }

    // MARK: Files

    @Test func viewsSurviveAFile() throws {
        let plain = Views { HorizontalFlip() }
        for views in [plain, Views(count: 4) { HorizontalFlip() }, multiCrop] {
            let data = try JSONEncoder().encode(views)
            #expect(try JSONDecoder().decode(Views.self, from: data) == views)
        }
        // a run from before there were more than two
        #expect(!String(decoding: try JSONEncoder().encode(plain), as: UTF8.self).contains("count"))
        #expect(plain != Views(count: 4) { HorizontalFlip() } && plain != multiCrop)
    }
}
