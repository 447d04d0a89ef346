import Foundation
import InvarDump
import InvarGraph
import Testing

@Suite struct ViewerTests {
    @Test(arguments: Histories.names)
    func thePageNeedsNothingElse(name: String) throws {
        let page = try Histories.of(name).dump("optimized", as: .html)
        #expect(!page.contains("http") && !page.contains("import(") && !page.contains("src="))
        // the data, the program, and nothing between that ends a script early
        #expect(page.components(separatedBy: "</script>").count == 3)
        #expect(page.components(separatedBy: "<script").count == 3)
    }

    @Test(arguments: Histories.shallow)
    func itsDataHasEveryStage(name: String) throws {
        let history = Histories.of(name)
        let data = try Self.data(history.dump("differentiated", as: .html, DumpOptions(depth: 2)))
        #expect(data["name"] as? String == name)
        #expect(data["start"] as? Int == history.snapshots.firstIndex { $0.name == "differentiate" })
        #expect(data["depth"] as? Int == 2)
        let stages = try #require(data["stages"] as? [[String: Any]])
        #expect(stages.compactMap { $0["name"] as? String } == history.snapshots.map(\.name) + ["program"])
        let words = try #require(data["words"] as? [String])
        for (stage, snapshot) in zip(stages, history.snapshots) {
            let nodes = try #require(stage["nodes"] as? [[Int]])
            #expect(nodes.count == snapshot.graph.nodes.count)
            for (row, node) in zip(nodes, snapshot.graph.nodes) {
                #expect(words[row[1]] == node.op.mnemonic)
                #expect(words[row[3]] == node.type.description)
                #expect(Array(row[13...]) == node.inputs.map(\.index))
            }
        }
    }

    @Test func aNameCannotEndTheData() throws {
        var graph = Graph("</script><b>")
        graph.output("y", graph.insert(Node(.input("</script>"), type: TensorType([1]))))
        let page = try History(captured: graph, differentiated: graph, capturedPasses: [], passes: [])
            .dump("captured", as: .html)
        #expect(page.components(separatedBy: "</script>").count == 3)
        #expect(!page.contains("<b>"))
        #expect(try Self.data(page)["name"] as? String == "</script><b>")
    }

    private static func data(_ page: String) throws -> [String: Any] {
        let parts = page.components(separatedBy: "id=\"data\">\n")
        return try object(try #require(parts.last?.components(separatedBy: "\n</script>").first))
    }
}
