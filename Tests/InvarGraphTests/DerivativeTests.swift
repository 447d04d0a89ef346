import InvarGraph
import TestSupport
import Testing

/// The derivative of every op against central differences at smooth points.
@Suite struct DerivativeTests {
    /// Away from 0, where |x|, sign and 1/x are not smooth; of both signs or positive.
    private static func away(_ shape: [Int], positive: Bool, seed: Int) -> HostTensor {
        var random = SplitMix(seed: seed)
        var tensor = random.tensor(shape)
        for index in tensor.values.indices {
            let value = tensor.values[index].magnitude + 0.3
            tensor.values[index] = positive || index % 2 == 0 ? value : -value
        }
        return tensor
    }

    @Test(arguments: Unary.allCases) func unary(_ kind: Unary) throws {
        let isPositive = [.log, .sqrt, .rsqrt].contains(kind)
        let x = Self.away([3, 5], positive: isPositive, seed: 3)
        #expect(try derivativeComplaints([[3, 5]], values: [x]) { $0.emit(.unary(kind), [$1[0]]) } == [])
    }

    @Test(arguments: Binary.allCases) func binary(_ kind: Binary) throws {
        let values = [
            Self.away([7], positive: kind == .power, seed: 4), Self.away([7], positive: false, seed: 5),
        ]
        #expect(try derivativeComplaints([[7], [7]], values: values) { Tensor.binary(kind, $1[0], $1[1]) } == [])
    }

    @Test func theSameOperandTwice() throws {
        #expect(try derivativeComplaints([[5]]) { $1[0] * $1[0] + $1[0] / (1 + $1[0] * $1[0]) } == [])
    }

    @Test func selectTakesEitherWay() throws {
        #expect(
            try derivativeComplaints([[4, 3], [4, 3]]) { builder, x in
                let rows = builder.emit(.iota(axis: 0), [], x[0].type)
                return select(rows.compare(.less, 2), x[0] * x[0], exp(x[1]))
            } == [])
    }

    @Test(arguments: [[0], [1], [2], [0, 2], [0, 1, 2]]) func reductions(_ axes: [Int]) throws {
        #expect(try derivativeComplaints([[3, 4, 5]]) { $1[0].squared().sum(axes) } == [])
        #expect(try derivativeComplaints([[3, 4, 5]]) { $1[0].max(axes) } == [])
        #expect(try derivativeComplaints([[3, 4, 5]]) { exp($1[0]).mean(axes, keepingAxes: true) } == [])
        #expect(try derivativeComplaints([[3, 4, 5]]) { $1[0].variance(axes) } == [])
    }

    /// With respect to all that is read and all that is not: what stands above the diagonal has no gradient.
    @Test(arguments: [[1, 1], [2, 2], [5, 5], [2, 3, 3]]) func factorizations(_ shape: [Int]) throws {
        var matrices = Self.away(shape, positive: false, seed: 6)
        let width = shape[shape.count - 1]
        for place in matrices.values.indices where place % width == place / width % width {
            matrices.values[place] = 3 + Double(width)
        }
        let right = Array(shape.dropLast()) + [4]
        let values = [matrices, Self.away(right, positive: false, seed: 7)]
        #expect(try derivativeComplaints([shape], values: [matrices]) { cholesky($1[0]) } == [])
        for transposed in [false, true] {
            #expect(
                try derivativeComplaints([shape, right], values: values) {
                    triangularSolve($1[0], $1[1], transposed: transposed)
                } == [])
            #expect(
                try derivativeComplaints([shape, right], values: values) {
                    triangularSolve(cholesky($1[0]), $1[1].squared(), transposed: transposed)
                } == [])
        }
    }

    @Test func broadcasting() throws {
        #expect(try derivativeComplaints([[4, 1, 3], [2, 1], []]) { $1[0] * $1[1] + $1[2] * $1[1] } == [])
        #expect(try derivativeComplaints([[1, 1]]) { $1[0].squared().broadcast(to: [5, 7]) } == [])
    }

    @Test func movement() throws {
        #expect(try derivativeComplaints([[2, 3, 4]]) { $1[0].squared().reshape([6, 4]) } == [])
        #expect(try derivativeComplaints([[2, 3, 4, 5]]) { $1[0].squared().transpose([2, 0, 3, 1]) } == [])
        #expect(try derivativeComplaints([[4, 5]]) { $1[0].squared().slice(axis: 1, 1..<4) } == [])
        #expect(try derivativeComplaints([[4, 5]]) { $1[0].squared().pad(low: [1, 0], high: [0, 2]) } == [])
        #expect(
            try derivativeComplaints([[2, 3], [2, 1], [2, 4]]) { _, x in
                concatenate([x[0].squared(), x[1], exp(x[2])], axis: 1)
            } == [])
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func products(_ transposes: (a: Bool, b: Bool)) throws {
        for batch in [[], [3], [2, 3]] {
            let a = batch + (transposes.a ? [5, 4] : [4, 5])
            let b = batch + (transposes.b ? [7, 5] : [5, 7])
            #expect(
                try derivativeComplaints([a, b]) {
                    matmul($1[0], $1[1], transposeA: transposes.a, transposeB: transposes.b)
                } == [])
        }
        #expect(
            try derivativeComplaints([[4, 4]]) {
                matmul($1[0], $1[0], transposeA: transposes.a, transposeB: transposes.b)
            } == [])
    }

    static let windows = [
        Window(1), Window(3), Window(3, padding: 1), Window(3, stride: 2, padding: 1), Window(2, stride: 3, groups: 2),
        Window(3, padding: 2, groups: 4), Window(kernel: [1, 3], strides: [2, 1], padding: [0, 1, 2, 0]),
    ]

    @Test(arguments: windows) func convolutions(_ window: Window) throws {
        let (x, weight) = ([2, 6, 5, 4], window.kernel + [4 / window.groups, 4])
        #expect(try derivativeComplaints([x, weight]) { convolution($1[0], $1[1], window) } == [])
        let output = [2] + window.outputSize(6, 5) + [4]
        #expect(
            try derivativeComplaints([output, weight]) { builder, operands in
                builder.emit(.convolutionInputGradient(window), operands, TensorType(x, .float64))
            } == [])
        #expect(
            try derivativeComplaints([output, x]) { builder, operands in
                builder.emit(.convolutionWeightGradient(window), operands)
            } == [])
    }

    @Test func pooling() throws {
        for window in [Window(2, stride: 2), Window(3, stride: 2, padding: 1), Window(3)] {
            #expect(try derivativeComplaints([[2, 7, 6, 3]]) { maxPool($1[0].squared(), window) } == [])
            #expect(try derivativeComplaints([[2, 7, 6, 3]]) { averagePool($1[0].squared(), window) } == [])
        }
    }

    @Test func aSecondDerivative() throws {
        #expect(
            try derivativeComplaints([[5], [5]]) { builder, x in
                let inner = (exp(x[0]) * x[1] * x[0]).sum()
                return builder.gradients(of: inner, withRespectTo: [x[0]])[0]
            } == [])
    }

    /// Random compositions, differentiated by all inputs and states.
    @Test(arguments: 0..<60) func randomCompositions(_ seed: Int) throws {
        var options = RandomGraphOptions()
        (options.isSmooth, options.isDifferentiated, options.hasStates, options.steps) = (true, true, false, 8)
        let graph = try RandomGraph.make(seed: 1000 + seed, options)
        let values = graph.randomValues(seed: seed).inputs
        let names = values.keys.sorted().filter { (values[$0]?.values.count ?? 0) <= 40 }
        // The generator's own outputs stand for the loss: their weighted sum is differentiated again here.
        let shapes = names.compactMap { values[$0]?.shape }
        guard let output = graph.outputs.first else { return }
        let complaints = try derivativeComplaints(
            shapes, values: names.compactMap { values[$0] }, tolerance: 1e-5
        ) { builder, operands in
            builder.copy(of: graph.keepingOnlyOutput(output.name), names: names, operands: operands, values)
        }
        #expect(complaints == [], "\(graph.keepingOnlyOutput(output.name))")
    }

    // MARK: Points that are not smooth, and where nothing flows

    private func gradient(_ x: HostTensor, _ function: (Tensor) -> Tensor) throws -> [Double] {
        let builder = GraphBuilder()
        let input = builder.input("x", TensorType(x.shape, .float64))
        builder.output("g", builder.gradients(of: function(input).sum(), withRespectTo: [input])[0])
        return try #require(NaiveEvaluator(try builder.finish(), inputs: ["x": x]).outputs["g"]).values
    }

    @Test func atKinks() throws {
        let x = HostTensor(shape: [3], [-1, 0, 1])
        #expect(try gradient(x) { relu($0) } == [0, 0, 1])
        #expect(try gradient(x) { abs($0) } == [-1, 0, 1])
        #expect(try gradient(x) { sign($0) } == [0, 0, 0])
    }

    @Test func equalMaximaShare() throws {
        let x = HostTensor(shape: [2, 4], [3, 1, 3, 3, 5, 5, 0, -1])
        #expect(try gradient(x) { $0.max([1]) } == [1.0 / 3, 0, 1.0 / 3, 1.0 / 3, 0.5, 0.5, 0, 0])
    }

    @Test func theFirstMaximumOfAWindowTakesAll() throws {
        let x = HostTensor(shape: [1, 2, 2, 1], [4, 4, 4, 4])
        #expect(try gradient(x) { maxPool($0, Window(2)) } == [1, 0, 0, 0])
    }

    @Test func nothingFlowsThroughAStop() throws {
        let x = HostTensor(shape: [2], [2, 3])
        #expect(try gradient(x) { $0.stopGradient().squared() } == [0, 0])
        #expect(try gradient(x) { $0.stopGradient() * $0 } == [2, 3])
        #expect(try gradient(x) { $0.compare(.greater, 2) } == [0, 0])
    }

    @Test func whatTheLossDoesNotDependOnHasNoGradient() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([3]))
        let y = builder.input("y", TensorType([2]))
        let loss = x.sum()
        let gradients = builder.gradients(of: loss, withRespectTo: [y, loss])
        builder.output("y", gradients[0])
        builder.output("loss", gradients[1])
        let zero = HostTensor(shape: [2], [0, 0])
        let outputs = NaiveEvaluator(
            try builder.finish(), inputs: ["x": HostTensor(shape: [3], [1, 2, 3]), "y": zero]
        ).outputs
        #expect(outputs == ["y": zero, "loss": HostTensor(1)])
    }

    @Test func adjointsRememberTheirForwardNode() throws {
        let builder = GraphBuilder()
        builder.name = "encoder"
        let y = exp(builder.input("x", TensorType([3])))
        builder.name = ""
        let gradient = builder.gradients(of: y.sum(), withRespectTo: [builder.input("x", TensorType([3]))])[0]
        let id = try #require(gradient.id)
        #expect(builder.graph[id].name == "encoder")
        #expect(builder.graph[id].adjointOf == y.id)
    }
}

extension GraphBuilder {
    /// The nodes of another graph again, with `operands` for the inputs named; its first output.
    fileprivate func copy(
        of other: Graph, names: [String], operands: [Tensor], _ constants: [String: HostTensor]
    ) -> Tensor {
        var new: [Tensor] = []
        for node in other.nodes {
            if case .input(let name) = node.op {
                if let index = names.firstIndex(of: name) {
                    new.append(operands[index])
                } else {
                    // Too large to differentiate by: any fixed value will do.
                    new.append(constant(constants[name]?.values[0] ?? 0.5, node.type))
                }
            } else if case .stopGradient = node.op {
                // Differences see through it.
                new.append(new[node.inputs[0].index])
            } else {
                new.append(emit(node.op, node.inputs.map { new[$0.index] }, node.type))
            }
        }
        return new[other.outputs[0].node.index]
    }
}
