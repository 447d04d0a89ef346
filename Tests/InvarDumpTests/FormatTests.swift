import Foundation
import InvarCompiler
import InvarDump
import InvarGraph
import Testing

private let stages = ["captured", "simplified", "differentiated", "optimized", "program"]

@Suite struct FormatTests {
    @Test(arguments: DumpFormat.allCases.filter { $0 != .svg })
    func theBytesAreTheSameEachTime(format: DumpFormat) throws {
        for stage in stages {
            let dumps = try (0..<2).map { _ in
                try Histories.make(Histories.model("vicreg-small")).dump(stage, as: format)
            }
            #expect(dumps[0] == dumps[1])
            #expect(!dumps[0].isEmpty)
        }
    }

    @Test func aPassIsAStage() throws {
        let history = Histories.of("vicreg-small")
        let last = try #require(history.passNames.last)
        #expect(try history.dump(last, as: .text) == history.dump("optimized", as: .text))
        for pass in history.passNames { #expect(try Graph(parsing: history.dump(pass, as: .text)).nodes.count > 0) }
    }

    @Test(arguments: Histories.names)
    func jsonHasAsManyNodes(name: String) throws {
        let graph = try #require(Histories.of(name).snapshots.last).graph
        #expect((try object(graph.json())["nodes"] as? [Any])?.count == graph.nodes.count)
    }

    @Test(arguments: Histories.shallow)
    func jsonHasEveryNode(name: String) throws {
        let history = Histories.of(name)
        for snapshot in history.snapshots {
            let object = try object(snapshot.graph.json())
            let nodes = try #require(object["nodes"] as? [[String: Any]])
            #expect(nodes.count == snapshot.graph.nodes.count)
            for (index, node) in nodes.enumerated() {
                let original = snapshot.graph.nodes[index]
                #expect(node["id"] as? Int == index)
                #expect(node["op"] as? String == original.op.mnemonic)
                #expect(node["inputs"] as? [Int] == original.inputs.map(\.index))
                #expect((node["type"] as? [String: Any])?["shape"] as? [Int] == original.type.shape)
                #expect(node["name"] as? String ?? "" == original.name)
                #expect(node["site"] as? String == original.site?.description)
                #expect(node["adjointOf"] as? Int == original.adjointOf?.index)
                #expect(node["copy"] as? Int ?? 0 == original.copy)
                #expect((node["attributes"] as? [String: Any])?.count == original.op.attributes.count)
                guard case .fused(let fused) = original.op else { continue }
                let inner = node["fused"] as? [String: Any]
                #expect((inner?["nodes"] as? [Any])?.count == fused.graph.nodes.count)
                #expect((inner?["outputs"] as? [Any])?.count == fused.graph.outputs.count)
            }
            #expect((object["outputs"] as? [Any])?.count == snapshot.graph.outputs.count)
        }
    }

    @Test(arguments: Histories.names)
    func jsonHasEveryStep(name: String) throws {
        let program = Histories.of(name).program
        let object = try object(program.json())
        let steps = try #require(object["steps"] as? [[String: Any]])
        #expect(steps.count == program.steps.count)
        #expect((object["buffers"] as? [Any])?.count == program.buffers.count)
        #expect((object["inputs"] as? [Any])?.count == program.inputs.count)
        #expect((object["states"] as? [Any])?.count == program.states.count)
        #expect(object["arenaBytes"] as? Int == program.arenaByteCount)
        #expect(steps.reduce(0) { $0 + ($1["flops"] as? Int ?? 0) } == program.flops)
        #expect(steps.reduce(0) { $0 + ($1["bytes"] as? Int ?? 0) } == program.bytes)
        for (step, original) in zip(steps, program.steps) {
            #expect((step["operands"] as? [Any])?.count == original.operands.count)
            #expect((step["results"] as? [Any])?.count == original.results.count)
        }
    }

    /// What JSON has no sign for.
    @Test func oddNamesAndNumbersAreJSON() throws {
        var graph = Graph("a \"quoted\"\n</script> name")
        let x = graph.insert(Node(.input("tab\t\u{1}"), type: TensorType([1])))
        for value in [Double.infinity, -.infinity, .nan, -0.0, 1e300, 5e-324] {
            _ = graph.insert(Node(.constant(value), type: TensorType([1])))
        }
        graph.output("é", x)
        let text = graph.json()
        #expect(!text.contains("</script>"))
        let object = try object(text)
        #expect(object["graph"] as? String == graph.name)
        let nodes = try #require(object["nodes"] as? [[String: Any]])
        func value(_ index: Int) -> Any? { (nodes[index]["attributes"] as? [String: Any])?["value"] }
        #expect((nodes[0]["attributes"] as? [String: Any])?["name"] as? String == "tab\t\u{1}")
        #expect(value(1) as? String == "inf")
        #expect(value(3) as? String == "nan")
        #expect(value(5) as? Double == 1e300)
    }

    @Test func wrongWordsListWhatThereIs() throws {
        let history = Histories.of("vicreg-small")
        func message(_ body: () throws -> Void) -> String {
            do {
                try body()
                return ""
            } catch { return "\(error)" }
        }
        let stage = message { _ = try history.dump("optimised", as: .text) }
        #expect(stage.contains("did you mean optimized?") && stage.contains("captured") && stage.contains("program"))
        let format = message { _ = try DumpFormat(named: "htlm") }
        #expect(format.contains("did you mean html?") && format.contains("json"))
        let layer = message { _ = try history.dump("captured", as: .dot, DumpOptions(node: "encoder.bn11")) }
        #expect(layer.contains("Known: encoder.bn1, encoder.bn2"))
        let node = message { _ = try history.dump("captured", as: .text, DumpOptions(node: "%99999")) }
        #expect(node.contains("%0 to %\(history.snapshots[0].graph.nodes.count - 1)"))
        let pass = message { _ = try history.difference(pass: "fuse") }
        #expect(pass.contains("did you mean fuse-elementwise?") && pass.contains("differentiate"))
        let page = message { _ = try history.dump("captured", as: .html, DumpOptions(node: "encodr")) }
        #expect(page.contains("did you mean encoder?"))
        #expect(message { _ = try history.dump("captured", as: .dot, DumpOptions(depth: 0)) }.contains("1 or more"))
    }

    @Test func unknownNamesAreAnsweredAlike() {
        #expect(
            unknownName("fruit", "appel", among: ["pear", "apple"])
                == "there is no fruit \"appel\"; did you mean apple? Known: pear, apple")
        #expect(
            unknownName("fruit", "zzzzz", among: ["pear"], orAlso: ["plum"])
                == "there is no fruit \"zzzzz\". Known: pear, and 1 more")
        let many = (0..<50).map { "name\($0)" }
        let found = unknownName("thing", "name41x", among: many)
        #expect(found.contains("did you mean name41? Known: name41, ") && found.hasSuffix(", and 38 more"))
    }

    @Test func aPartIsTheLayerAndItsNeighbours() throws {
        let history = Histories.of("vicreg-small")
        let graph = history.snapshots[0].graph
        let text = try history.dump("captured", as: .text, DumpOptions(node: "encoder.conv2"))
        let marked = text.split(separator: "\n").filter { $0.hasPrefix("> ") }
        #expect(marked.count == graph.nodes.count { $0.name == "encoder.conv2" })
        #expect(text.split(separator: "\n").dropFirst().contains { $0.hasPrefix("  %") })
        let object = try object(history.dump("captured", as: .json, DumpOptions(node: "encoder.conv2")))
        let nodes = try #require(object["nodes"] as? [[String: Any]])
        #expect(nodes.count { $0["neighbour"] == nil } == marked.count)
        #expect(nodes.count < graph.nodes.count / 4)
        let single = try history.dump("captured", as: .text, DumpOptions(node: "%2"))
        #expect(single.split(separator: "\n").count { $0.hasPrefix("> %2 = ") } == 1)
    }
}
