import Invar
import InvarCompiler
import InvarGraph
import TestSupport
import Testing

/// What `simplify` promises, whatever the rules.
@Suite struct RuleEngineTests {
    /// A rule that a user may write, with what is public alone.
    static let logOfExp = Rule(
        "log eˣ → x", at: .unary, example: { try scalar { log(exp($0)) } }
    ) { builder, node in
        let graph = builder.graph
        guard case .unary(.log) = graph[node].op, case .unary(.exp) = graph[graph[node].inputs[0]].op else {
            return nil
        }
        return builder.tensor(graph[graph[node].inputs[0]].inputs[0])
    }

    private static func scalar(_ y: (Tensor) -> Tensor) throws -> Graph {
        let builder = GraphBuilder()
        builder.output("y", y(builder.input("x", TensorType([3], .float64))).sum())
        return try builder.finish()
    }

    private func graph(_ write: @Sendable (Tensor) -> Tensor) throws -> Graph {
        let builder = GraphBuilder()
        builder.output("y", write(builder.input("x", TensorType([2, 3], .float64))))
        return try builder.finish()
    }

    @Test func aUsersRuleStandsBesideOurs() throws {
        let simplified = simplify(try graph { log(exp($0 + 0)) * 1 }, by: rules + [Self.logOfExp])
        #expect(simplified.graph.nodes.map(\.op) == [.input("x")])
        #expect(simplified.report.fired[Self.logOfExp.name] == 1)
        #expect(simplify(try Self.logOfExp.example(), by: [Self.logOfExp]).report.fired.count == 1)
    }

    @Test func rulesThatUndoEachOtherAreNamed() throws {
        let toProduct = Rule(
            "−x → x · (−1)", at: .unary, example: { try graph { -$0 } }
        ) { builder, node in
            guard case .unary(.negate) = builder.graph[node].op else { return nil }
            return builder.tensor(builder.graph[node].inputs[0]) * -1
        }
        let toNegative = Rule(
            "x · (−1) → −x", at: .binary, example: { try graph { $0 * -1 } }
        ) { builder, node in
            let inputs = builder.graph[node].inputs
            guard case .binary(.multiply) = builder.graph[node].op, case .constant(-1) = builder.graph[inputs[1]].op
            else { return nil }
            return -builder.tensor(inputs[0])
        }
        let subject = try graph { exp(-$0) }
        let (simplified, _, report) = simplify(subject, by: [toProduct, toNegative])
        #expect(report.unsettled == [toProduct.name, toNegative.name].sorted())
        #expect(simplified.problems() == [])
        let values = subject.randomValues(seed: 1)
        let want = runNaively(subject, inputs: values.inputs)
        #expect(runNaively(simplified, inputs: values.inputs).complaints(against: want, relative: 0) == [])
        #expect(simplify(subject, by: [toNegative]).report.unsettled == [])
    }

    /// A replacement that costs more than it saves, because what it replaces has other users, is turned down.
    @Test func whatIsUsedElsewhereIsNotComputedTwice() throws {
        func written(_ isShared: Bool) throws -> Graph {
            let builder = GraphBuilder()
            let x = builder.input("x", TensorType([10, 11]))
            let covariance = matmul(x, x, transposeA: true)
            builder.output("y", covariance.squared().sum())
            if isShared { builder.output("covariance", covariance) }
            return try builder.finish()
        }
        func shapes(_ graph: Graph) -> [[Int]] {
            graph.nodes.compactMap { if case .matmul = $0.op { $0.type.shape } else { nil } }
        }
        #expect(shapes(simplify(try written(false)).graph) == [[10, 10]])
        let shared = simplify(try written(true))
        #expect(shapes(shared.graph) == [[11, 11]])
        #expect(shared.report.refused.count == 1)
    }

    @Test func aReplacementOfAnotherTypeIsTurnedDown() throws {
        let wrong = Rule(
            "eˣ → Σ x", at: .unary, example: { try graph { exp($0) } }
        ) { builder, node in
            builder.tensor(builder.graph[node].inputs[0]).sum()
        }
        let simplified = simplify(try wrong.example(), by: [wrong])
        #expect(simplified.report.refused == [wrong.name: 1])
        #expect(simplified.report.fired == [:])
    }

    /// Name, line and forward node go over to what replaces a node; kept nodes and outputs are found again.
    @Test func namesAndLinesStay() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([2, 3], .float64))
        (builder.name, builder.site) = ("layer", Site("Net.swift", 7))
        let power = pow(x, 2)
        let kept = exp(x) / 1
        builder.output("y", power.sum())
        (builder.name, builder.site) = ("", nil)
        for gradient in builder.gradients(of: power.sum(), withRespectTo: [x]) { builder.output("gradient", gradient) }
        let keptID = try #require(kept.id)
        let (graph, renamed, _) = simplify(try builder.finish(), keeping: [keptID])
        let square = try #require(graph.nodes.first { $0.op == .binary(.multiply) && $0.inputs[0] == $0.inputs[1] })
        #expect(square.name == "layer" && square.site == Site("Net.swift", 7) && square.adjointOf == nil)
        let gradient = graph[try #require(graph.output(named: "gradient"))]
        #expect(gradient.name == "layer" && gradient.site == Site("Net.swift", 7) && gradient.adjointOf != nil)
        #expect(graph[try #require(renamed[keptID.index])].op == .unary(.exp))
        #expect(simplify(try builder.finish()).renamed[keptID.index] == nil)
    }

    private static func smooth(_ seed: Int) throws -> Graph {
        var options = RandomGraphOptions()
        options.steps = 4 + seed % 24
        options.isSmooth = true
        options.isDifferentiated = seed % 3 == 0
        return try RandomGraph.make(seed: seed, options)
    }

    /// Values, states and shapes stay, nothing costs more, and to simplify again finds little: one sweep is the fixed point.
    @Test func randomGraphsStayWhatTheyAre() throws {
        for seed in 0..<400 {
            let graph = try Self.smooth(seed)
            let simplified = simplify(graph)
            #expect(simplified.graph.problems() == [], "seed \(seed)")
            #expect(simplified.report.unsettled == [], "seed \(seed)")
            #expect(Measure(of: simplified.graph) <= Measure(of: graph), "seed \(seed)")
            let values = graph.randomValues(seed: seed)
            func complaints(_ graph: Graph, _ got: Graph) -> [String] {
                func result(_ graph: Graph) -> RunResult {
                    runNaively(graph, inputs: values.inputs, states: values.states, times: 2)
                }
                return result(got).complaints(against: result(graph), relative: 1e-9, absolute: 1e-9)
            }
            let found = complaints(graph, simplified.graph)
            if !found.isEmpty {
                let small = graph.shrunk { !complaints($0, simplify($0).graph).isEmpty }
                Issue.record("seed \(seed): \(found)\n\(small)\n\(simplify(small).graph)")
                return
            }
        }
    }

    /// What is not a number, and what is infinite, comes out where it did. A sum over a matrix product, or by several rules, that is taken
    /// in another order may be infinite or no number, but not finite.
    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNotFiniteStays(_ odd: Double) throws {
        for (rule, graph) in try rules.flatMap({ rule in
            try ([rule.example] + CounterExamples.of(rule).map(\.value)).map { (rule, try $0()) }
        }) {
            var values = graph.randomValues(seed: 2)
            values.inputs["x0"]?.values[0] = odd
            let isExact = !graph.nodes.contains { if case .matmul = $0.op { true } else { false } }
            for allowed in [[rule], rules] {
                func result(_ graph: Graph) -> RunResult {
                    let result = runNaively(graph, inputs: values.inputs)
                    return isExact && allowed.count == 1 ? result : result.withOneOddValue
                }
                let got = result(simplify(graph, by: allowed).graph)
                #expect(got.complaints(against: result(graph), relative: 1e-10) == [], "\(rule.name)")
            }
        }
    }
}
