import Foundation
import Invar
import InvarCompiler
import InvarGraph
import InvarJIT
import InvarTraining

extension Format {
    static let texts = [graph, schedules, kernels]

    /// Whatever is read as a graph, prints as text that is read as the same graph.
    private static let graph = Format(name: "graph") { _ in
        let step = try TrainingStep.build(TinyRun.model, optimizer: .adamW(AdamW()), batch: 4)
        let encoder = try TinyRun.model.captureEncoder(batch: 2).graph
        let graphs = [encoder, optimize(step.graph)]
        return Reader(corpus: graphs.map { Array($0.description.utf8) }) { mutant in
            let graph = try Graph(parsing: String(decoding: mutant.bytes, as: UTF8.self))
            let text = graph.description
            let again: Graph
            do { again = try Graph(parsing: text) } catch { throw Violation("what it prints is not read: \(error)") }
            guard again == graph, again.description == text else { throw Violation("what it prints is another graph") }
        }
    }

    private static let schedules = Format(name: "schedules") { folder in
        let program = try compile(TinyRun.model.captureEncoder(batch: 2).graph)
        let steps = Array(program.steps.indices)
        let chosen = try JITExecutor(cache: nil).schedules(of: program, steps: steps).map(\.text)
        let text =
            "# a comment\n\n" + chosen.joined(separator: "\n")
            + "\nconvolution.other winograd 6x2 depth 512 squares 24\n"
        let path = try folder.put("schedules.txt", Array(text.utf8))
        return Reader(corpus: [Array(text.utf8)], names: [path]) { mutant in
            try folder.put("schedules.txt", mutant.bytes)
            let table = try ScheduleTable(file: path)
            _ = try JITExecutor(cache: nil, schedules: table).schedules(of: program, steps: steps)
            guard try ScheduleTable(parsing: table.text, name: path).text == table.text else {
                throw Violation("what it prints are other schedules")
            }
        }
    }

    /// An entry is what was kept, or as good as none.
    private static let kernels = Format(name: "kernels") { _ in
        let hash = SHA256("a kernel")
        let object = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        return Reader(corpus: [CacheEntry.encode(object, hash)]) { mutant in
            guard let found = CacheEntry.decode(mutant.bytes, hash) else { return }
            guard found == object else { throw Violation("other code is taken for the kernel") }
        }
    }
}
