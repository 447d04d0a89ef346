import Invar
import InvarBLAS
import InvarCompiler
import TestSupport
import Testing

/// Values and gradients of the losses and of a whole model, against PyTorch's.
@Suite struct GoldenTests {
    /// Runs a graph once and returns its outputs; `states` without a value keep zeros.
    func outputs(
        _ graph: Graph, inputs: [String: HostTensor], states: [String: HostTensor] = [:],
        on executor: TestedExecutor = interpreter
    ) throws -> [String: HostTensor] {
        #expect(graph.problems() == [])
        let session = try executor.prepare(compile(graph), threads: 1)
        for (name, value) in inputs { session.memory.setInput(name, value.values) }
        for (name, value) in states { session.memory.setState(name, value.values) }
        session.run()
        var found: [String: HostTensor] = [:]
        for output in graph.outputs {
            let values = try #require(session.memory.output(output.name))
            found[output.name] = HostTensor(shape: graph[output.node].type.shape, values)
        }
        for state in graph.assignments {
            guard case .assign(let name) = graph[state].op, let values = session.memory.stateValues(name) else {
                continue
            }
            found[name] = HostTensor(shape: graph[state].type.shape, values)
        }
        return found
    }

    func checkLoss(_ golden: GoldenCase, _ loss: Loss) throws {
        let x = try golden.tensor("x"), y = try golden.tensor("y")
        let builder = GraphBuilder()
        let embeddings = Embeddings(
            first: builder.input("x", TensorType(x.shape)), second: builder.input("y", TensorType(y.shape)))
        let terms = try loss.terms.map { ($0, try $0.term.value(of: embeddings)) }
        for (weighted, value) in terms where golden.outputs.contains(weighted.term.name) {
            builder.output(weighted.term.name, value)
        }
        let values = terms.map { $0.1 * $0.0.coefficient }
        let total = values.dropFirst().reduce(values[0], +)
        builder.output("total", total)
        let gradients = builder.gradients(of: total, withRespectTo: [embeddings.first, embeddings.second])
        builder.output("grad_x", gradients[0])
        builder.output("grad_y", gradients[1])
        for executor in [interpreter, jit] {
            for (name, value) in try outputs(try builder.finish(), inputs: ["x": x, "y": y], on: executor) {
                let complaint = try golden.complaint(name, value)
                #expect(complaint == nil, "\(executor.name)")
            }
        }
    }

    /// Losses of predictions p, embeddings z and, for BYOL, the target's t.
    @Test(arguments: try cases("loss/byol") + cases("loss/simsiam")) func predictive(name: String) throws {
        let golden = try Golden().named(name)
        let builder = GraphBuilder()
        let values = try Dictionary(uniqueKeysWithValues: golden.inputs.map { ($0, try golden.tensor($0)) })
        func input(_ name: String) throws -> Tensor {
            builder.input(name, TensorType(try #require(values[name]).shape))
        }
        let isBYOL = golden.kind == "loss/byol"
        let embeddings = Embeddings(
            views: [try input("z1"), try input("z2")], predictions: [try input("p1"), try input("p2")],
            targets: isBYOL ? [try input("t1"), try input("t2")] : nil)
        let similarity =
            isBYOL ? try PredictionDistance().value(of: embeddings) : try NegativeCosine().value(of: embeddings)
        var total = similarity
        builder.output("similarity", similarity)
        let coefficient = try golden.number("variance_coefficient")
        if coefficient > 0 {
            let variance = try Variance().value(of: embeddings)
            builder.output("variance", variance)
            total = total + variance * coefficient
        }
        builder.output("total", total)
        let names = ["p1", "p2", "z1", "z2"]
        let gradients = builder.gradients(of: total, withRespectTo: try names.map(input))
        for (name, gradient) in zip(names, gradients) { builder.output("grad_\(name)", gradient) }
        for executor in [interpreter, jit] {
            let found = try outputs(try builder.finish(), inputs: values, on: executor)
            for name in golden.outputs + golden.gradients {
                let complaint = try golden.complaint(name, try #require(found[name], "\(name)"))
                #expect(complaint == nil, "\(executor.name)")
            }
        }
    }

    static func cases(_ kind: String) throws -> [String] { try Golden().cases(kind).map(\.name) }

    @Test(arguments: try cases("loss/vicreg")) func vicreg(name: String) throws {
        try checkLoss(
            Golden().named(name),
            Loss {
                25 * Invariance(); 25 * Variance(); Covariance()
            })
    }

    @Test(arguments: try cases("loss/barlow-twins")) func barlowTwins(name: String) throws {
        try checkLoss(Golden().named(name), Loss { BarlowTwins() })
    }

    @Test(arguments: try cases("loss/nt-xent")) func ntXent(name: String) throws {
        let golden = try Golden().named(name)
        let temperature = try golden.number("temperature")
        try checkLoss(golden, Loss { NTXent(temperature: temperature) })
    }

    @Test func thePapersVarianceIsTwiceTheCodes() throws {
        let golden = try Golden().named("vicreg-8x16")
        let builder = GraphBuilder()
        let type = TensorType([8, 16])
        let embeddings = Embeddings(first: builder.input("x", type), second: builder.input("y", type))
        builder.output("sum", try Variance(halved: false).value(of: embeddings))
        let found = try outputs(builder.graph, inputs: ["x": golden.tensor("x"), "y": golden.tensor("y")])
        let want = try golden.tensor("variance").values[0]
        #expect(abs((found["sum"]?.values[0] ?? 0) / 2 - want) < 1e-5 * want)
    }

    /// Embeddings ten times as long have the same directions; those that all point one way have no variance of them.
    @Test func theVarianceOfDirectionsDoesNotSeeLengths() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([4, 2]))
        func value(_ x: Tensor) throws -> Tensor {
            try Variance(ofDirections: true).value(of: Embeddings(first: x, second: x))
        }
        builder.output("once", try value(x))
        builder.output("ten times", try value(x * 10))
        builder.output("one way", try value(x * 0 + 7))
        // columns ±√2 and 0: standard deviations √(8/3), which is enough, and 0
        let found = try outputs(
            builder.finish(), inputs: ["x": HostTensor(shape: [4, 2], [3, 0, -1, 0, 2, 0, -5, 0])])
        let want = (1 - 1e-4.squareRoot()) / 2
        #expect(abs((found["once"]?.values[0] ?? 0) - want) < 1e-5)
        #expect(abs((found["ten times"]?.values[0] ?? 0) - want) < 1e-5)
        #expect(abs((found["one way"]?.values[0] ?? 0) - 2 * want) < 1e-5)
    }

    /// Torch's name of one of our states: its expander is an `nn.Sequential`.
    func torchName(_ name: String) -> String {
        [("linear1", "0"), ("bn1", "1"), ("linear2", "3"), ("bn2", "4"), ("linear3", "6")].reduce(name) {
            $0.replacing("expander.\($1.0)", with: "expander.\($1.1)")
        }
    }

    @Test func aStepOfAWholeModel() throws {
        let golden = try Golden().named("train-sgd")
        let training = try tiny.captureTraining(batch: 8)
        let builder = training.builder
        for term in training.terms { builder.output(term.name, term.value) }
        for view in 0..<2 {
            builder.output("representation\(view + 1)", training.representations[view])
            builder.output("embedding\(view + 1)", training.embeddings[view])
        }
        builder.output("loss.0", training.loss)
        let parameters = training.states.filter { $0.role == .parameter }
        let gradients = builder.gradients(
            of: training.loss, withRespectTo: parameters.map { builder.state($0.name, $0.type) })
        for (spec, gradient) in zip(parameters, gradients) { builder.output("grad.\(spec.name)", gradient) }
        var states: [String: HostTensor] = [:]
        for spec in training.states {
            let value = try golden.tensor("initial." + torchName(spec.name))
            states[spec.name] = spec.layout == .convolution ? value.kernelOutputsLast : value
        }
        let found = try outputs(
            try builder.finish(),
            inputs: ["view1": golden.tensor("view1.0").channelsLast, "view2": golden.tensor("view2.0").channelsLast],
            states: states)
        for (name, value) in found where !name.contains("running") {
            let value = name.hasPrefix("grad.") ? value.kernelOutputsFirst : value
            let complaint = try golden.complaint(torchName(name), value)
            #expect(complaint == nil)
        }
        #expect(found.count == 8 + parameters.count + training.states.count - parameters.count)
    }

    @Test(arguments: try cases("op/gelu")) func gelu(name: String) throws {
        let golden = try Golden().named(name)
        let x = try golden.tensor("x")
        let capture = Capture("test", mode: .training, element: .float32)
        let input = capture.builder.input("x", TensorType(x.shape))
        let layer = Expander { GELU(approximate: name == "gelu-tanh" ? .tanh : .none) }
        capture.builder.output("out", try capture.walk(layer.stages, path: "test", site: nil, from: input))
        let found = try outputs(try capture.builder.finish(), inputs: ["x": x])
        let complaint = try golden.complaint("out", try #require(found["out"]))
        #expect(complaint == nil)
    }

    @Test func layerNormByHand() throws {
        let captured = try model(
            Encoder {
                LayerNorm(epsilon: 1); Flatten()
            }, height: 1, width: 1, channels: 3
        )
        .captureEncoder(batch: 2)
        let found = try outputs(
            captured.graph, inputs: ["image": HostTensor(shape: [2, 1, 1, 3], [3, 0, -3, 101, 100, 99])],
            states: [
                "encoder.ln1.weight": HostTensor(shape: [3], [1, 2, 3]),
                "encoder.ln1.bias": HostTensor(shape: [3], [0, 1, 0]),
            ])
        // Variances 6 and 2/3, so that with epsilon 1 the divisors are √7 and √(5/3).
        let (a, b) = (7.0.squareRoot(), (5.0 / 3).squareRoot())
        let want = HostTensor(shape: [2, 3], [3 / a, 1, -9 / a, 1 / b, 1, -3 / b])
        #expect(found["representation"]?.complaint(against: want, relative: 1e-5) == nil)
    }

    @Test func runningStatisticsMoveOnceForEachView() throws {
        let model = JointEmbedding("test", image: Image(channels: 1, height: 1, width: 1)) {
            Encoder {
                Flatten(); BatchNorm(momentum: 0.1, affine: false)
            }
            Loss { Invariance() }
        }
        let training = try model.captureTraining(batch: 2)
        training.builder.output("loss", training.loss)
        let found = try outputs(
            try training.builder.finish(),
            inputs: [
                "view1": HostTensor(shape: [2, 1, 1, 1], [1, 3]), "view2": HostTensor(shape: [2, 1, 1, 1], [10, 20]),
            ],
            states: [
                "encoder.bn1.running_mean": HostTensor(shape: [1], [4]),
                "encoder.bn1.running_var": HostTensor(shape: [1], [1]),
            ])
        // View 1: mean 2, unbiased variance 2. View 2: mean 15, unbiased variance 50.
        let mean = 0.9 * (0.9 * 4 + 0.1 * 2) + 0.1 * 15
        let variance = 0.9 * (0.9 * 1 + 0.1 * 2) + 0.1 * 50
        #expect(abs((found["encoder.bn1.running_mean"]?.values[0] ?? 0) - mean) < 1e-5)
        #expect(abs((found["encoder.bn1.running_var"]?.values[0] ?? 0) - variance) < 1e-5)
    }

    @Test func inEvaluationTheRunningStatisticsCount() throws {
        let captured = try model(
            Encoder {
                BatchNorm(epsilon: 0.5); Flatten()
            }, height: 1, width: 1, channels: 1
        )
        .captureEncoder(batch: 1)
        func one(_ value: Double) -> HostTensor { HostTensor(shape: [1], [value]) }
        let found = try outputs(
            captured.graph, inputs: ["image": HostTensor(shape: [1, 1, 1, 1], [7])],
            states: [
                "encoder.bn1.weight": one(3), "encoder.bn1.bias": one(-1), "encoder.bn1.running_mean": one(4),
                "encoder.bn1.running_var": one(1.75),
            ])
        #expect(abs((found["representation"]?.values[0] ?? 0) - 5) < 1e-5)
    }
}
