import Foundation
import InvarCompiler
import InvarDump
import InvarGraph
import InvarTraining
import Testing

@Suite struct HistoryTests {
    @Test(arguments: Histories.names)
    func theLastRowIsTheProgram(name: String) throws {
        let history = Histories.of(name)
        let statistics = history.statistics
        let last = try #require(statistics.rows.last)
        #expect(last.pass == history.passNames.last)
        #expect(last.nodes == history.snapshots.last?.graph.nodes.count)
        #expect(last.kernels == history.program.steps.count)
        #expect(last.flops == history.program.flops)
        #expect(last.bytes == history.program.bytes)
        #expect(last.arenaBytes == history.program.arenaByteCount)
        #expect(statistics.table.count == statistics.rows.count + 1)
        let passes = try #require(object(statistics.json())["passes"] as? [[String: Any]])
        #expect(passes.map { $0["kernels"] as? Int } == statistics.rows.map(\.kernels))
    }

    @Test func itsProgramIsTheCompilers() throws {
        let model = Histories.model("vicreg-mlp")
        let step = try TrainingStep.build(model, optimizer: .adamW(AdamW()), batch: 4)
        #expect(Histories.of("vicreg-mlp").program == step.program)
    }

    @Test func theGraphBeforeDifferentiationIsTheTrainers() throws {
        let history = Histories.of("vicreg-mlp")
        let simplified = try TrainingStep.forward(Histories.model("vicreg-mlp"), batch: 4).simplified().builder.finish()
        #expect(try history.dump("simplified", as: .text) == simplified.description)
    }

    @Test func aPassThatChangesNothingSaysSo() throws {
        let text = try Self.difference(Self.small(), Self.small())
        #expect(text.contains("3 nodes before, 3 after: 3 unchanged, 0 with other inputs"))
        #expect(text.hasSuffix("\nnothing changed"))
    }

    @Test func differencesAreByValue() throws {
        let before = Self.small()
        // one more node in front: everything after it has another number, and only the new one differs
        var after = Graph("small")
        let x = after.insert(Node(.input("x"), type: TensorType([3])))
        let y = after.insert(Node(.unary(.negate), [x], type: TensorType([3]), name: "new"))
        let a = after.insert(Node(.unary(.exp), [x], type: TensorType([3]), name: "a"))
        let b = after.insert(Node(.unary(.sqrt), [a], type: TensorType([3]), name: "b"))
        after.output("y", b)
        after.output("z", y)
        let text = try Self.difference(before, after)
        #expect(text.contains("3 unchanged, 0 with other inputs, 0 computed by another op, 0 gone, 1 new"))
        #expect(text.hasSuffix("@@ new @@\n+ %1 = negate(%0) : f32[3] in \"new\""))
        let back = try Self.difference(after, before)
        #expect(back.contains("1 gone, 0 new") && back.hasSuffix("- %1 = negate(%0) : f32[3] in \"new\""))
    }

    @Test func changedInputsAreShownBeforeAndAfter() throws {
        var after = Graph("small")
        let x = after.insert(Node(.input("x"), type: TensorType([3])))
        let a = after.insert(Node(.unary(.tanh), [x], type: TensorType([3]), name: "a"))
        let b = after.insert(Node(.unary(.sqrt), [a], type: TensorType([3]), name: "b"))
        after.output("y", b)
        let text = try Self.difference(Self.small(), after)
        #expect(text.contains("1 with other inputs") && text.contains("1 gone, 1 new"))
        #expect(text.contains("- %2 = sqrt(%1) : f32[3] in \"b\"\n+ %2 = sqrt(%1) : f32[3] in \"b\""))
    }

    @Test func aKernelIsSeenThrough() throws {
        let history = Histories.of("vicreg-small")
        let text = try history.difference(pass: "fuse elementwise")
        let counts = try #require(
            text.firstMatch(of: /(\d+) unchanged, (\d+) with other inputs, (\d+) computed by another op/))
        // convolutions and products stay what they are, and reductions and chains are kernels now
        #expect(try #require(Int(counts.1)) > 50)
        #expect(try #require(Int(counts.3)) > 50)
        #expect(!text.contains("- %2 = convolution("))
        #expect(try history.difference(pass: "fuse-elementwise") == text)
    }

    @Test func aBrokenGraphNamesThePass() throws {
        var broken = Graph("small")
        let x = broken.insert(Node(.input("x"), type: TensorType([3])))
        broken.output("y", broken.insert(Node(.unary(.exp), [x], type: TensorType([4]))))
        let small = Self.small()
        func make(_ differentiated: Graph, verifying: Bool) throws {
            _ = try History(captured: small, differentiated: differentiated, passes: [], verifying: verifying)
        }
        let error = #expect(throws: Diagnostic.self) { try make(broken, verifying: true) }
        #expect(error?.message.hasPrefix("the pass differentiate broke the graph: %1") ?? false)
        #expect(throws: Never.self) { try make(small, verifying: true) }
        #expect(throws: Never.self) { try Histories.make(Histories.model("vicreg-small"), verifying: true) }
    }

    /// x, exp in layer a, sqrt in layer b.
    static func small() -> Graph {
        var graph = Graph("small")
        let x = graph.insert(Node(.input("x"), type: TensorType([3])))
        let a = graph.insert(Node(.unary(.exp), [x], type: TensorType([3]), name: "a"))
        graph.output("y", graph.insert(Node(.unary(.sqrt), [a], type: TensorType([3]), name: "b")))
        return graph
    }

    private static func difference(_ before: Graph, _ after: Graph) throws -> String {
        try History(captured: before, differentiated: after, capturedPasses: [], passes: [])
            .difference(pass: "differentiate")
    }
}
