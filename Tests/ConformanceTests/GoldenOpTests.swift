import Invar
import InvarBLAS
import InvarGraph
import TestSupport
import Testing

/// Layers, compositions and their gradients against the golden values, in both precisions.
@Suite struct GoldenOpTests {
    static func names(_ kinds: String...) throws -> [String] {
        let golden = try Golden()
        return kinds.flatMap { golden.cases($0).map(\.name) }
    }

    /// Computes `out` from the inputs by `function`, and the gradients of Σ out · grad_out; compares what the case has.
    ///
    /// - Parameters:
    ///   - inputs: name, value and whether there is a gradient for it, in our order of axes.
    ///   - back: brings a result or gradient into the order of the case.
    private func check(
        _ golden: GoldenCase, _ element: ElementType, _ inputs: [(name: String, value: HostTensor)],
        weights: String? = "grad_out", back: (String, HostTensor) -> HostTensor = { $1 },
        _ function: (GraphBuilder, [String: Tensor]) throws -> [String: Tensor]
    ) throws {
        let builder = GraphBuilder(golden.name)
        var tensors: [String: Tensor] = [:]
        for (name, value) in inputs { tensors[name] = builder.input(name, TensorType(value.shape, element)) }
        let outputs = try function(builder, tensors)
        for (name, output) in outputs { builder.output(name, output) }
        if let main = outputs["out"] ?? outputs["total"] ?? outputs["loss"] {
            let loss = weights.flatMap { tensors[$0] }.map { (main * $0).sum() } ?? main.sum()
            let wanted = inputs.map(\.name).filter { golden.gradients.contains("grad_\($0)") }
            let gradients = builder.gradients(of: loss, withRespectTo: wanted.compactMap { tensors[$0] })
            for (name, gradient) in zip(wanted, gradients) { builder.output("grad_\(name)", gradient) }
        }
        let values = Dictionary(uniqueKeysWithValues: inputs.map { ($0.name, $0.value) })
        let found = try run(try builder.finish(), on: BLASExecutor(), threads: 2, inputs: values).outputs
        for name in golden.outputs + golden.gradients {
            let value = try #require(found[name], "\(golden.name) has \(name)")
            let complaint = try golden.complaint(name, back(name, value), element == .float32 ? "float32" : "float64")
            #expect(complaint == nil)
        }
        #expect(golden.gradients.filter { found[$0] == nil } == [], "gradients that nothing was compared with")
    }

    private func images(_ golden: GoldenCase) throws -> [(name: String, value: HostTensor)] {
        try golden.inputs.map { name in
            let value = try golden.tensor(name)
            return (name, name == "weight" ? value.kernelOutputsLast : value.channelsLast)
        }
    }

    private func imagesBack(_ name: String, _ value: HostTensor) -> HostTensor {
        name == "grad_weight" ? value.kernelOutputsFirst : value.channelsFirst
    }

    @Test(arguments: try names("op/conv2d"), ElementType.allCases)
    func convolutions(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let window = try Window(
            Int(golden.number("kernel")), stride: Int(golden.number("stride")), padding: Int(golden.number("padding")),
            groups: Int(golden.number("groups")))
        try check(golden, element, images(golden), back: imagesBack) { _, x in
            let y = convolution(try #require(x["x"]), try #require(x["weight"]), window)
            return ["out": x["bias"].map { y + $0 } ?? y]
        }
    }

    /// A layer of the DSL applied to `x`, with parameters and statistics given by name.
    private func checkLayer(
        _ golden: GoldenCase, _ element: ElementType, _ stages: [Stage], mode: Capture.Mode = .training
    ) throws {
        let capture = Capture(golden.name, mode: mode, element: element)
        let x = try golden.tensor("x").channelsLast
        let gradOut = try golden.tensor("grad_out").channelsLast
        let input = capture.builder.input("x", TensorType(x.shape, element))
        let weights = capture.builder.input("grad_out", TensorType(gradOut.shape, element))
        let out = try capture.walk(stages, path: "layer", site: nil, from: input)
        capture.assignStatistics()
        capture.builder.output("out", out)
        var states: [String: HostTensor] = [:]
        var wanted = [("x", input)]
        for spec in capture.states {
            let short = String(spec.name.split(separator: ".").last ?? "")
            states[spec.name] = try golden.tensor(short)
            if spec.role == .parameter { wanted.append((short, capture.builder.state(spec.name, spec.type))) }
        }
        let gradients = capture.builder.gradients(of: (out * weights).sum(), withRespectTo: wanted.map(\.1))
        for ((short, _), gradient) in zip(wanted, gradients) { capture.builder.output("grad_\(short)", gradient) }
        let found = try run(
            try capture.builder.finish(), on: BLASExecutor(), threads: 2, inputs: ["x": x, "grad_out": gradOut],
            states: states)
        var results = found.outputs
        for (name, value) in found.states { results["new_" + (name.split(separator: ".").last ?? "")] = value }
        for name in golden.outputs + golden.gradients {
            let value = try #require(results[name], "\(golden.name) has \(name)")
            let complaint = try golden.complaint(name, value.channelsFirst, element == .float32 ? "float32" : "float64")
            #expect(complaint == nil)
        }
    }

    @Test(arguments: try names("op/batchnorm-train"), ElementType.allCases)
    func batchNorm(_ name: String, _ element: ElementType) throws {
        try checkLayer(Golden().named(name), element, Expander { BatchNorm() }.stages)
    }

    @Test(arguments: try names("op/batchnorm-eval"), ElementType.allCases)
    func batchNormInEvaluation(_ name: String, _ element: ElementType) throws {
        try checkLayer(Golden().named(name), element, Expander { BatchNorm() }.stages, mode: .evaluation)
    }

    @Test(arguments: try names("op/maxpool", "op/avgpool", "op/global-avg-pool"), ElementType.allCases)
    func pools(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        if golden.kind == "op/global-avg-pool" {
            return try checkLayer(golden, element, Encoder { GlobalAveragePool() }.stages)
        }
        let (kernel, stride) = try (Int(golden.number("kernel")), Int(golden.number("stride")))
        let padding = try Int(golden.number("padding"))
        let layers =
            golden.kind == "op/maxpool"
            ? Encoder {
                MaxPool(kernel, stride: stride, padding: padding); GlobalAveragePool()
            }
            : Encoder {
                AveragePool(kernel, stride: stride, padding: padding); GlobalAveragePool()
            }
        try checkLayer(golden, element, Array(layers.stages.dropLast()))
    }

    @Test(arguments: try names("op/linear"), ElementType.allCases)
    func linear(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let width = try golden.tensor("weight").shape[0]
        try checkLayer(golden, element, Expander { Linear(width, bias: golden.inputs.contains("bias")) }.stages)
    }

    @Test(arguments: try names("op/gelu", "op/relu"), ElementType.allCases)
    func activations(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let layer =
            switch name {
            case "relu": Expander { ReLU() }
            case "gelu-tanh": Expander { GELU(approximate: .tanh) }
            default: Expander { GELU() }
            }
        try checkLayer(golden, element, layer.stages)
    }

    @Test(arguments: try names("op/layernorm"), ElementType.allCases)
    func layerNorm(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let layer = LayerNorm(epsilon: try golden.number("eps"), affine: golden.inputs.contains("weight"))
        // Normalised over the last axis, whatever the others are: rows, so that no axis is taken for the channels.
        let rank = try golden.tensor("x").shape.count
        if rank == 2 { return try checkLayer(golden, element, Expander { layer }.stages) }
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs) { builder, x in
            let input = try #require(x["x"])
            let centred = input - input.mean([3], keepingAxes: true)
            let y = try centred * rsqrt(centred.squared().mean([3], keepingAxes: true) + golden.number("eps"))
            return ["out": y * (try #require(x["weight"])) + (try #require(x["bias"]))]
        }
    }

    @Test(
        arguments: try names("op/sqrt", "op/sum", "op/mean", "op/max", "op/var-unbiased", "op/var-biased"),
        ElementType.allCases)
    func reductions(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs) { _, tensors in
            let x = try #require(tensors["x"])
            let axes = (try? golden.integers("axes")) ?? []
            let out =
                switch golden.kind {
                case "op/sqrt": sqrt(x + ((try? golden.number("added")) ?? 0))
                case "op/sum": x.sum(axes)
                case "op/mean": x.mean(axes)
                case "op/max": x.max(axes)
                case "op/var-biased": x.variance(axes, correction: 0)
                default: x.variance(axes)
                }
            return ["out": out]
        }
    }

    /// log softmax in the usual stable form, and the labels as rows of 0 and 1.
    @Test(arguments: try names("op/softmax-cross-entropy"), ElementType.allCases)
    func softmaxCrossEntropy(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let smoothing = try golden.number("label_smoothing")
        let labels = try golden.tensor("labels")
        let inputs = [("x", try golden.tensor("x")), ("labels", labels.reshaped([labels.shape[0], 1]))]
        try check(golden, element, inputs, weights: nil) { builder, tensors in
            let x = try #require(tensors["x"])
            let shifted = x - x.max([1], keepingAxes: true).stopGradient()
            let logarithms = shifted - log(exp(shifted).sum([1], keepingAxes: true))
            let classes = builder.emit(.iota(axis: 1), [], x.type)
            let oneHot = classes.compare(.equal, try #require(tensors["labels"]))
            let wanted = oneHot * (1 - smoothing) + smoothing / Double(x.shape[1])
            return [
                "loss": -(wanted * logarithms).sum([1]).mean(), "probabilities": exp(logarithms),
                "log_probabilities": logarithms,
            ]
        }
    }

    // MARK: Losses

    private func embeddings(_ x: [String: Tensor]) throws -> Embeddings {
        Embeddings(first: try #require(x["x"]), second: try #require(x["y"]))
    }

    @Test(arguments: try names("loss/vicreg"), ElementType.allCases)
    func vicreg(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs, weights: nil) { builder, x in
            let embeddings = try embeddings(x)
            let terms: [(String, Tensor)] = [
                ("invariance", try Invariance().value(of: embeddings)),
                ("variance", try Variance().value(of: embeddings)),
                ("covariance", try Covariance().value(of: embeddings)),
            ]
            var outputs = Dictionary(uniqueKeysWithValues: terms)
            outputs["total"] = terms[0].1 * 25 + terms[1].1 * 25 + terms[2].1
            for (term, value) in terms {
                let gradients = builder.gradients(of: value, withRespectTo: embeddings.views)
                for (side, gradient) in zip("xy", gradients) { outputs["grad_\(term)_\(side)"] = gradient }
            }
            return outputs
        }
    }

    /// Rows of length 1.
    private func normalized(_ x: Tensor) -> Tensor { x * rsqrt(x.squared().sum([1], keepingAxes: true)) }

    @Test(arguments: try names("loss/byol", "loss/simsiam"), ElementType.allCases)
    func predictive(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let coefficient = try golden.number("variance_coefficient")
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs, weights: nil) { _, x in
            func cosine(_ a: String, _ b: String) throws -> Tensor {
                (normalized(try #require(x[a])) * normalized(try #require(x[b]).stopGradient())).sum([1])
            }
            let isBYOL = golden.kind == "loss/byol"
            let similarity =
                isBYOL
                ? (2 - 2 * (try cosine("p1", "t2"))).mean() + (2 - 2 * (try cosine("p2", "t1"))).mean()
                : (try cosine("p1", "z2").mean() + cosine("p2", "z1").mean()) * -0.5
            let variance = try Variance().value(
                of: Embeddings(first: try #require(x["z1"]), second: try #require(x["z2"])))
            var outputs = ["similarity": similarity, "total": similarity + variance * coefficient]
            if coefficient > 0 { outputs["variance"] = variance }
            return outputs
        }
    }

    @Test(arguments: try names("loss/barlow-twins"), ElementType.allCases)
    func barlowTwins(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs, weights: nil) { builder, x in
            func standardized(_ z: Tensor) -> Tensor {
                let centred = z - z.mean([0])
                return centred * rsqrt(centred.squared().mean([0]) + 1e-5)
            }
            let embeddings = try embeddings(x)
            let product = matmul(standardized(embeddings.first), standardized(embeddings.second), transposeA: true)
            let correlation = product * (1 / Double(embeddings.batch))
            let rows = builder.emit(.iota(axis: 0), [], correlation.type)
            let diagonal = rows.compare(.equal, builder.emit(.iota(axis: 1), [], correlation.type))
            return [
                "cross_correlation": correlation, "on_diagonal": (diagonal * (correlation - 1).squared()).sum(),
                "off_diagonal": ((1 - diagonal) * correlation.squared()).sum(),
                "total": try BarlowTwins().value(of: embeddings),
            ]
        }
    }

    @Test(arguments: try names("loss/nt-xent"), ElementType.allCases)
    func ntXent(_ name: String, _ element: ElementType) throws {
        let golden = try Golden().named(name)
        let inputs = try golden.inputs.map { ($0, try golden.tensor($0)) }
        try check(golden, element, inputs, weights: nil) { _, x in
            ["total": try NTXent(temperature: golden.number("temperature")).value(of: embeddings(x))]
        }
    }
}
