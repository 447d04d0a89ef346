import Foundation
import InvarBLAS
import InvarTraining
import Testing

@Suite struct MonitorTests {
    /// Bit for bit the same losses and the same files, with a monitor and without.
    @Test func changesNoNumberOfTheRun() throws {
        try Workshop.inDirectory { root in
            let bare = try Workshop.trainer("\(root)/bare")
            let numbers = try bare.numbers()
            let watched = try Workshop.trainer("\(root)/watched")
            watched.monitor = try OnlineMonitor(
                Workshop.model(), training: Workshop.dataset(), test: Workshop.dataset(20, seed: 2),
                executor: BLASExecutor(), threads: 1)
            #expect(try watched.numbers() == numbers)
            for file in ["encoder.safetensors"] {
                #expect(
                    try Data(contentsOf: URL(fileURLWithPath: "\(root)/bare/\(file)"))
                        == Data(contentsOf: URL(fileURLWithPath: "\(root)/watched/\(file)")))
            }
            let lines = try Workshop.lines("\(root)/watched/metrics.jsonl")
            let seen = try lines.filter { $0.contains("\"monitor\"") }.map {
                try JSONDecoder().decode(MonitorReport.self, from: Data($0.utf8))
            }
            #expect(seen.map(\.epoch) == [1, 2, 3] && seen.map(\.step) == [4, 8, 12])
            for report in seen {
                #expect((0...100).contains(report.knn) && (0...100).contains(report.linear))
                #expect((report.trainImages, report.testImages, report.neighbours) == (40, 20, 20))
            }
            // but for what the monitor saw, the logs hold the same lines
            #expect(try lines.count == Workshop.lines("\(root)/bare/metrics.jsonl").count + 3)
        }
    }

    /// What it says of the last epoch is what evaluation says of the encoder that the run wrote.
    @Test func agreesWithTheEvaluation() throws {
        try Workshop.inDirectory { root in
            let model = Workshop.model()
            let trainer = try Workshop.trainer(root)
            trainer.monitor = try OnlineMonitor(
                model, training: Workshop.dataset(), test: Workshop.dataset(20, seed: 2), executor: BLASExecutor(),
                threads: 1)
            var last: MonitorReport?
            try trainer.run { if case .monitor(let report) = $0 { last = report } }
            let states = try model.captureEncoder(batch: 1).states
            let values = try EncoderFile.read(RunDirectory(root).encoder(), states: states, architecture: model.name)
                .values
            var evaluator = EncoderEvaluator(
                model: model, seed: 7, training: try Workshop.dataset(), test: try Workshop.dataset(20, seed: 2),
                executor: BLASExecutor(), threads: 1)
            (evaluator.settings.iterations, evaluator.settings.fewPerClass) = (50, 3)
            let scores = try evaluator.evaluate(values).trained
            #expect(last?.knn == scores.knn)
            #expect(last?.linear == scores.linear)
        }
    }

    /// Encoder and expander in evaluation mode, from a checkpoint.
    @Test func embeddingsComeFromTheCheckpoint() throws {
        try Workshop.inDirectory { root in
            let model = Workshop.model()
            try Workshop.trainer(root).run()
            let network = try EmbedderFeatures(model, batch: 7, executor: BLASExecutor(), threads: 1)
            let checkpoint = try Checkpoint(path: RunDirectory(root).lastCheckpoint)
            let values = try checkpoint.values(ofSome: network.states)
            try network.load { values[$0] }
            let data = try Workshop.dataset(30, seed: 4)
            let found = try network(data)
            #expect((found.representations.width, found.embeddings.width) == (4, 8))
            let encoder = try EncoderFeatures(model, values: values, executor: BLASExecutor(), threads: 1)
            #expect(try encoder(data).values == found.representations.values)
            #expect(found.embeddings.values.contains { $0 < 0 })
            #expect(try Correlation(found.embeddings).measures.images == 30)
        }
    }
}
