import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// What layers draw for each step: from the seed, the step and the name alone.
@Suite struct RandomInputTests {
    static let model = JointEmbedding("dropping", image: Image(channels: 1, height: 8, width: 8)) {
        Views { HorizontalFlip(probability: 0.5) }
        Encoder {
            Conv(4, kernel: 3, stride: 2); BatchNorm(); SiLU()
            Dropout(0.2)
            GlobalAveragePool()
            Linear(16); Sigmoid(); Dropout(0.3)
        }
        Expander {
            Linear(16); Softmax(); Dropout(0.5); Identity()
            Linear(8, bias: false)
        }
        Loss {
            25 * Invariance(); 25 * Variance(); Covariance()
        }
    }

    private func step(batch: Int = 9) throws -> TrainingStep {
        try TrainingStep.build(
            Self.model, optimizer: .sgd(SGD()), batch: batch, exposing: [.embeddings, .gradients])
    }

    /// The values of all random inputs in one step, by name.
    private func drawn(_ step: TrainingStep, seed: UInt64, number: Int) throws -> [String: [Float]] {
        let memory = try ProgramMemory(step.program)
        step.randomInputs.fill(memory, seed: seed, step: number)
        let names = memory.inputNames.filter { $0.hasSuffix(".random") }
        return Dictionary(uniqueKeysWithValues: names.map { ($0, memory.input($0).map(Array.init) ?? []) })
    }

    @Test func numbersAreOfTheSeedTheStepAndTheName() throws {
        let step = try step(batch: 64)
        let found = try drawn(step, seed: 1, number: 3)
        #expect(found.count == 6)
        #expect(try drawn(step, seed: 1, number: 3) == found)
        for values in found.values {
            #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
            let mean = values.reduce(0, +) / Float(values.count)
            // six standard deviations of the mean of uniform numbers
            #expect(abs(mean - 0.5) < 6 * 0.2887 / Float(values.count).squareRoot())
        }
        // another step, another seed, another view, another layer: other numbers, and independent ones
        for other in [try drawn(step, seed: 1, number: 4), try drawn(step, seed: 2, number: 3)] {
            for (name, values) in found { expectIndependent(values, try #require(other[name])) }
        }
        for layer in ["encoder.dropout2", "expander.dropout1"] {
            expectIndependent(
                try #require(found["view1.\(layer).random"]), try #require(found["view2.\(layer).random"]))
        }
        expectIndependent(
            try #require(found["view1.encoder.dropout2.random"]), try #require(found["view1.expander.dropout1.random"]))
    }

    private func expectIndependent(_ x: [Float], _ y: [Float]) {
        #expect(x != y)
        let covariance = zip(x, y).reduce(Float(0)) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } / Float(x.count)
        #expect(abs(covariance * 12) < 6 / Float(x.count).squareRoot())
    }

    /// Tensors of any size are filled with what would be drawn one by one.
    @Test(arguments: [0, 1, 3, 4, 5, 8, 31, 1000]) func fillingIsDrawing(_ count: Int) {
        var one = CounterRandom(seed: 3, stream: 5, item: 7, view: 11, purpose: .layers)
        let all = [Float](unsafeUninitializedCapacity: count) { values, filled in
            one.fillUniform(UnsafeMutableBufferPointer(rebasing: values[..<count]))
            filled = count
        }
        let drawn = (0..<(count + 9)).map { _ in one.uniform() }
        #expect(all == Array(drawn[..<count]))
        for first in 1...9 {
            let rest = [Float](unsafeUninitializedCapacity: count) { values, filled in
                CounterRandom(seed: 3, stream: 5, item: 7, view: 11, purpose: .layers)
                    .fillUniform(UnsafeMutableBufferPointer(rebasing: values[..<count]), from: first)
                filled = count
            }
            #expect(rest == Array(drawn[first..<(first + count)]))
        }
    }

    /// The share that goes is the rate, and what stays is scaled: the mean stays.
    @Test(arguments: [0.1, 0.5, 0.9]) func dropoutDropsItsRate(_ rate: Double) throws {
        let capture = Capture("test", mode: .training, element: .float32)
        let x = capture.builder.input("x", TensorType([100, 100]))
        let stages = Stack<Rows, Rows>.layers { Dropout(rate) }.stages
        capture.builder.output("y", try capture.walk(stages, path: "layer", site: nil, from: x))
        let session = try interpreter.prepare(compile(try capture.builder.finish()), threads: 1)
        session.memory.setInput("x", [Double](repeating: 2, count: 10_000))
        RandomInputs(capture.randomInputs).fill(session.memory, seed: 5, step: 0)
        session.run()
        let y = try #require(session.memory.output("y"))
        let dropped = y.count { $0 == 0 }
        #expect(abs(Double(dropped) / 10_000 - rate) < 6 * (rate * (1 - rate) / 10_000).squareRoot())
        #expect(y.allSatisfy { $0 == 0 || abs($0 - 2 / (1 - rate)) < 1e-5 })
    }

    /// Both views go through one product, although each has numbers of its own.
    @Test func viewsStillShareTheirProducts() throws {
        let captured = try TrainingStep.forward(Self.model, batch: 9).simplified()
        let products = captured.builder.graph.nodes.filter { $0.op.is(.contraction) }
        // a convolution, three linear layers, the covariances of both views
        #expect(products.count == 5, "\(products.map { "\($0.op.mnemonic) \($0.type) \($0.name)" })")
    }

    @Test func executorsAgree() throws {
        let step = try step()
        var random = SplitMix(seed: 3)
        let views = (0..<2).map { _ in random.tensor([9, 8, 8, 1]).values }
        let results = try [interpreter, jit].map { executor in
            let session = try executor.prepare(step.program, threads: 2)
            StateStore(session, step.states, seed: 1).initialize()
            session.memory.setInput("learningRate", [0.01])
            for (index, view) in views.enumerated() { session.memory.setInput("view\(index + 1)", view) }
            step.randomInputs.fill(session.memory, seed: 1, step: 0)
            session.run()
            return (["loss"] + step.states.filter { $0.role == .parameter }.map { "gradient.\($0.name)" }).map {
                session.memory.output($0) ?? []
            }
        }
        for (a, b) in zip(results[0], results[1]) {
            #expect(!a.isEmpty)
            #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 1e-4 * max(1, abs($0)) })
        }
    }

    @Test func aResumedRunDrawsWhatItWouldHaveDrawn() throws {
        try Workshop.inDirectory { root in
            let whole = try Workshop.trainer("\(root)/whole", model: Self.model).numbers()
            let without = try Workshop.trainer("\(root)/without", model: Workshop.model()).numbers()
            #expect(whole != without)
            for stop in [1, 6] {
                let path = "\(root)/\(stop)"
                let before = try Workshop.trainer(path, model: Self.model).numbers(stopAfter: stop)
                let after = try Workshop.trainer(path, model: Self.model, start: .resume).numbers()
                #expect(before + after == whole, "stopped after step \(stop)")
            }
            var options = Workshop.options
            options.threads = 2
            #expect(try Workshop.trainer("\(root)/two", model: Self.model, options: options).numbers() == whole)
        }
    }

    /// Fine-tuning trains the encoder, and so draws as well.
    @Test func fineTuningDraws() throws {
        var settings = FineTuningSettings(share: 0.5)
        (settings.epochs, settings.batch) = (3, 10)
        func scores(_ model: JointEmbedding, threads: Int) throws -> EpochScores {
            var tuning = try FineTuning(
                model, training: Workshop.dataset(60), test: Workshop.dataset(60, seed: 2), settings: settings,
                executor: BLASExecutor(), threads: threads)
            let start = try model.captureEncoder(batch: 1).states.map { ($0.name, $0.initialValues(seed: 3)) }
            return try tuning(from: Dictionary(uniqueKeysWithValues: start))
        }
        #expect(try scores(Self.model, threads: 1) == scores(Self.model, threads: 2))
    }

    @Test func statesOfALossAreTrainedAndResumed() throws {
        let model = JointEmbedding("centred", image: Image(channels: 1, height: 8, width: 8)) {
            Encoder {
                Conv(4, kernel: 3, stride: 2); GlobalAveragePool()
            }
            Loss {
                25 * Variance()
                Centred()
            }
        }
        try Workshop.inDirectory { root in
            let whole = try Workshop.trainer("\(root)/whole", model: model).numbers()
            let before = try Workshop.trainer("\(root)/a", model: model).numbers(stopAfter: 5)
            let after = try Workshop.trainer("\(root)/a", model: model, start: .resume).numbers()
            #expect(before + after == whole)
        }
    }

    struct Centred: LossTerm {
        func value(of embeddings: Embeddings) throws -> Tensor {
            let centre = try embeddings.scope.statistic("centre", [embeddings.first.shape[1]], .zeros)
            let scale = try embeddings.scope.parameter("scale", [], .ones)
            try embeddings.scope.update("centre", centre * 0.9 + embeddings.first.mean([0]) * 0.1)
            return ((embeddings.first - centre) * scale - embeddings.second).squared().mean()
        }
    }
}

extension Stack {
    fileprivate static func layers(@StackBuilder _ layers: () -> Stack<Input, Output>) -> Stack<Input, Output> {
        layers()
    }
}
