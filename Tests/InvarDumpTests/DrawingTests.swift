import Foundation
import InvarDump
import InvarGraph
import Testing

private let stages = ["captured", "differentiated", "optimized", "program"]

@Suite struct DrawingTests {
    @Test(.enabled(if: Graphviz.isInstalled), arguments: Histories.names)
    func graphvizReadsEveryStage(name: String) throws {
        let history = Histories.of(name)
        for stage in stages {
            let svg = try history.dump(stage, as: .svg)
            #expect(svg.contains("<svg") && svg.hasSuffix("</svg>\n"))
            #expect(svg.contains("closed layer"))
        }
    }

    @Test(.enabled(if: Graphviz.isInstalled)) func graphvizReadsPartsWithTheirInnerGraph() throws {
        let history = Histories.of("vicreg-small")
        let graph = try #require(history.snapshots.last).graph
        let fused = try #require(graph.ids.first { if case .fused = graph[$0].op { true } else { false } })
        let svg = try history.dump("optimized", as: .svg, DumpOptions(node: "\(fused)"))
        #expect(svg.contains("inside \(fused)"))
        #expect(try history.dump("program", as: .svg, DumpOptions(node: "encoder.bn1")).contains("<svg"))
    }

    @Test(arguments: Histories.names)
    func withoutADepthAPageIsReadable(name: String) throws {
        for stage in stages {
            let boxes = boxes(try Histories.of(name).dump(stage, as: .dot))
            #expect(boxes.count <= 150)
            #expect(boxes.count >= 12, "\(name) \(stage)")
        }
    }

    @Test func depthDecidesWhatIsOpen() throws {
        let history = Histories.of("vicreg-small")
        let outermost = boxes(try history.dump("captured", as: .dot, DumpOptions(depth: 1)))
        #expect(outermost.isSuperset(of: ["encoder", "expander", "loss", "%0"]))
        #expect(!outermost.contains("encoder.bn1"))
        let layers = boxes(try history.dump("captured", as: .dot, DumpOptions(depth: 2)))
        #expect(layers.isSuperset(of: ["encoder.conv1", "encoder.bn1", "loss.variance"]))
        let everything = boxes(try history.dump("captured", as: .dot, DumpOptions(depth: 9)))
        let graph = history.snapshots[0].graph
        let drawn = graph.ids.filter { if case .constant = graph[$0].op { false } else { true } }
        #expect(everything.isSuperset(of: drawn.map(\.description)))
        #expect(outermost.count < layers.count && layers.count < everything.count)
    }

    @Test func aClosedLayerSaysWhatItHolds() throws {
        let history = Histories.of("vicreg-mlp")
        let text = try history.dump("captured", as: .dot, DumpOptions(depth: 1))
        let graph = history.snapshots[0].graph
        let line = try #require(text.split(separator: "\n").first { $0.contains("\"encoder\" [") })
        let inside = graph.nodes.filter { $0.name.hasPrefix("encoder") }
        let count = try #require(line.firstMatch(of: /(\d+) nodes · (\d+) kernels/))
        // beside the layer's own, the assignments of its statistics
        #expect(try #require(Int(count.1)) >= inside.count)
        #expect(try #require(Int(count.2)) > 10)
        #expect(line.contains("MFLOP") && line.contains("f32[4,512]"))
    }

    @Test func withoutGraphvizTheErrorSaysWhatToInstall() throws {
        let error = #expect(throws: Diagnostic.self) { try drawn("digraph {}", searching: "/nowhere") }
        #expect(error?.message.contains("apt-get install graphviz") ?? false)
        #expect(error?.message.contains("--format dot") ?? false)
    }

    /// Names of the boxes, without those of the legend and of the outputs.
    private func boxes(_ dot: String) -> Set<String> {
        Set(
            dot.matches(of: /(?m)^\s*"((?:[^"\\]|\\.)*)" \[label=/).map { String($0.1) }
                .filter { !$0.hasPrefix("legend ") && !$0.hasPrefix("output ") })
    }
}

enum Graphviz {
    static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/dot") }
}
