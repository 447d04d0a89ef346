import InvarGraph
import TestSupport
import Testing

@Suite struct GraphTests {
    let type = TensorType([2, 3])

    @Test func equalNodesAreOne() {
        let builder = GraphBuilder()
        let x = builder.input("x", type)
        builder.name = "first"
        let a = exp(x) + 1.0
        builder.name = "second"
        let b = exp(x) + 1.0
        #expect(a.id == b.id)
        #expect(builder.graph.nodes.last?.name == "first")
        #expect((exp(x) + 2.0).id != a.id)
        #expect(builder.constant(0, type).id != builder.constant(-0.0, type).id)
        #expect(builder.constant(0, type).id != builder.constant(0, TensorType([3, 2])).id)
    }

    @Test func operandsBroadcast() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([4, 1, 3]))
        let y = builder.input("y", TensorType([2, 1]))
        #expect((x + y).shape == [4, 2, 3])
        #expect(select(y, x, y).shape == [4, 2, 3])
        #expect((x * 2.0).shape == x.shape)
        #expect(try builder.finish().problems() == [])
    }

    @Test func aMistakeIsKeptWithItsLine() {
        let builder = GraphBuilder()
        builder.site = Site("My/Net.swift", 12)
        let wrong = builder.input("x", TensorType([2])) + builder.input("y", TensorType([3]))
        builder.site = Site("My/Net.swift", 13)
        _ = exp(wrong).sum()
        #expect {
            try builder.finish()
        } throws: {
            "\($0)" == "My/Net.swift:12: error: add: operands differ: f32[2] and f32[3]"
        }
        #expect(builder.diagnostics.count == 1)
    }

    static let mistakes: [(String, @Sendable (GraphBuilder) -> Void)] = [
        ("state w is f32[2], but f32[3] is assigned to it", { builder in
            _ = builder.state("w", TensorType([2]))
            builder.assign("w", builder.input("x", TensorType([3])))
        }),
        ("state w is assigned twice", { builder in
            builder.assign("w", builder.input("x", TensorType([3])))
            builder.assign("w", builder.input("x", TensorType([3])))
        }),
        ("input x is f32[2], and cannot be f32[3] as well", { builder in
            _ = builder.input("x", TensorType([2]))
            _ = builder.input("x", TensorType([3]))
        }),
        ("state x is f32[2], and cannot be f64[2] as well", { builder in
            _ = builder.state("x", TensorType([2]))
            _ = builder.state("x", TensorType([2], .float64))
        }),
        ("two outputs are named y", { builder in
            builder.output("y", builder.input("x", TensorType([2])))
            builder.output("y", builder.input("x", TensorType([2])))
        }),
        ("exp: an operand, f32[2], is a tensor of another graph", { builder in
            _ = builder.emit(.unary(.exp), [GraphBuilder().input("x", TensorType([2]))])
        }),
        ("gradients are taken of a scalar, found f32[2]", { builder in
            let x = builder.input("x", TensorType([2]))
            _ = builder.gradients(of: x, withRespectTo: [x])
        }),
        ("pad takes sizes of 0 or more for each axis of f32[2], found [1] before and [-1] after", { builder in
            _ = builder.input("x", TensorType([2])).pad(low: [1], high: [-1])
        }),
        ("transposed takes at least two axes, found f32[2]", { builder in
            _ = builder.input("x", TensorType([2])).transposed
        }),
        ("slice: f32[2] has no axis 1", { builder in
            _ = builder.input("x", TensorType([2])).slice(axis: 1, 0..<1)
        }),
    ]

    @Test(arguments: mistakes.indices) func reports(_ index: Int) {
        let (message, make) = Self.mistakes[index]
        let builder = GraphBuilder()
        make(builder)
        #expect { try builder.finish() } throws: { ($0 as? Diagnostic)?.message == message }
    }

    // MARK: Verifier

    static let damage: [(String, @Sendable (inout Graph) -> Void)] = [
        ("%1 uses %5, which does not come before it", {
            _ = $0.insert(Node(.unary(.exp), [NodeID(5)], type: TensorType([2])))
        }),
        ("%1 exp here: gives f32[2], not f32[3]", {
            _ = $0.insert(Node(.unary(.exp), [NodeID(0)], type: TensorType([3]), name: "here"))
        }),
        ("output y is %9, which does not exist", { $0.output("y", NodeID(9)) }),
        ("two outputs have one name", {
            $0.output("y", NodeID(0))
            $0.output("y", NodeID(0))
        }),
        ("%3: state w is assigned twice", {
            let y = $0.insert(Node(.unary(.exp), [NodeID(0)], type: TensorType([2])))
            _ = $0.insert(Node(.assign("w"), [NodeID(0)], type: TensorType([2])))
            _ = $0.insert(Node(.assign("w"), [y], type: TensorType([2])))
        }),
        ("%1: input x is both f32[2] and f32[3]", { _ = $0.insert(Node(.input("x"), type: TensorType([3]))) }),
        ("%2: state w is f32[3] but is assigned f32[2]", {
            _ = $0.insert(Node(.state("w"), type: TensorType([3])))
            _ = $0.insert(Node(.assign("w"), [NodeID(0)], type: TensorType([2])))
        }),
        ("%1 is the adjoint of %1, which does not come before it", {
            _ = $0.insert(Node(.unary(.exp), [NodeID(0)], type: TensorType([2]), adjointOf: NodeID(1)))
        }),
        ("%1 is f64[2] in a graph of f32", { _ = $0.insert(Node(.input("y"), type: TensorType([2], .float64))) }),
        ("inside %1: %1 reshape cannot be part of a kernel", {
            var inner = Graph()
            let x = inner.insert(Node(.input("0"), type: TensorType([2])))
            inner.output("0", inner.insert(Node(.reshape, [x], type: TensorType([2, 1]))))
            _ = $0.insert(Node(.fused(Fused(inner)), [NodeID(0)], type: TensorType([2, 1])))
        }),
        ("inside %1: %1 reduce.sum cannot be part of a kernel", {
            var inner = Graph()
            let x = inner.insert(Node(.input("0"), type: TensorType([2])))
            let sum = inner.insert(Node(.reduce(.sum, axes: [0]), [x], type: TensorType([1])))
            inner.output("0", inner.insert(Node(.unary(.exp), [sum], type: TensorType([1]))))
            _ = $0.insert(Node(.fused(Fused(inner)), [NodeID(0)], type: TensorType([1])))
        }),
    ]

    @Test(arguments: damage.indices) func verifierFinds(_ index: Int) {
        let (problem, harm) = Self.damage[index]
        var graph = Graph("damaged")
        _ = graph.insert(Node(.input("x"), type: TensorType([2])))
        #expect(graph.problems() == [])
        harm(&graph)
        #expect(graph.problems() == [problem])
    }

    @Test(arguments: 0..<40) func randomGraphsAreSound(_ seed: Int) throws {
        var options = RandomGraphOptions()
        options.isDifferentiated = seed % 2 == 0
        #expect(try RandomGraph.make(seed: seed, options).problems() == [])
    }
}
