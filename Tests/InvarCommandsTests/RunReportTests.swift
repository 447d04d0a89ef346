import Foundation
import Invar
import InvarBLAS
import InvarCommands
import InvarData
import InvarTraining
import Testing

/// The page that `pretrain` keeps up to date.
@Suite(.serialized) struct RunReportTests {
    private let model = JointEmbedding("paged", image: Image(channels: 1, height: 8, width: 8)) {
        Views { HorizontalFlip(probability: 0.5) }
        Encoder {
            Flatten(); Linear(8); BatchNorm()
        }
        Loss {
            25 * Invariance()
            25 * Variance()
        }
    }

    private func trainer(_ directory: String, _ dataset: Dataset) throws -> Trainer {
        let recipe = TrainingConfiguration(
            optimizer: .sgd(), schedule: LearningRateSchedule(learningRate: 0.01), batch: 8, epochs: 3)
        var options = RunOptions(threads: 1, workers: 1, logEvery: 1)
        options.checkpointEvery = 1
        return try Trainer(
            recipe, model: model, dataset: dataset, features: [], executor: BLASExecutor(), directory: directory,
            start: .new, initial: nil, options: options)
    }

    private func dataset() throws -> Dataset {
        try Dataset(
            name: "made-up", split: .train, height: 8, width: 8, channels: 1,
            pixels: (0..<(16 * 64)).map { UInt8($0 * 31 % 251) })
    }

    /// What the page says of how far the run is.
    private func state(_ page: PageElements) -> String {
        page["p"].map(\.text).first { $0.contains("epoch") }?.components(separatedBy: ": ").last ?? ""
    }

    @Test func aPageAfterEachEpoch() throws {
        let scratch = try Scratch()
        let (place, dataset) = (scratch.path("run"), try dataset())
        let trainer = try trainer(place, dataset)
        let page = RunReport(place, model, share: 1) {
            try ContactSheet(dataset, views: model.views, image: model.image).entries(images: 2, seed: 0)
        }
        var states: [String] = []
        var written: [String] = []
        try trainer.run { event in
            page.show(event)
            let text = try scratch.text("run/report.html")
            if written.last != text {
                written.append(text)
                let elements = try PageElements(text)
                states.append(state(elements))
                #expect(elements.of("strip").count == 2)
                // a browser looks again while the run goes on, and then no more
                let isGoingOn = elements["meta"].contains { $0.attributes["http-equiv"] == "refresh" }
                #expect(isGoingOn == (states.last?.hasPrefix("finished") == false))
            }
        }
        #expect(
            states == [
                "0 of 3 epochs are done.", "1 of 3 epochs is done.", "2 of 3 epochs are done.",
                "finished 3 epochs of 2 steps.",
            ], "\(states)")
    }

    /// Where a page takes longer than it may, epochs go without; the last state is there all the same.
    @Test func aShareOfTheTime() throws {
        let scratch = try Scratch()
        let place = scratch.path("run")
        let page = RunReport(place, model, share: 0) { [] }
        var written: Set<String> = []
        try trainer(place, dataset()).run { event in
            page.show(event)
            written.insert(try scratch.text("run/report.html"))
        }
        #expect(written.count == 2)
        #expect(try state(PageElements(scratch.text("run/report.html"))).hasPrefix("finished 3 epochs"))
    }

    /// What cannot be written is said, and the run goes on to its end.
    @Test func aPageThatCannotBeWritten() throws {
        let w = try Workbench()
        try w.scratch.makeFolder("run/report.html")
        let ended = try w.attempt([
            "pretrain", "tiny", "--data", "data", "--batch", "16", "--epochs", "3", "--output", "run", "--executor",
            "blas",
        ])
        #expect(ended.status == 0 && w.scratch.exists("run/encoder.safetensors"), "\(ended.err)")
        #expect(ended.err.components(separatedBy: "run/report.html is not kept up to date").count == 2, "\(ended.err)")
    }

    /// A run that is stopped and goes on has one page, with both times that it was started.
    @Test func aRunThatGoesOn() throws {
        let w = try Workbench()
        let run = try w.pretrain("run", ["--epochs", "1"])
        let first = try PageElements(w.scratch.text("run/report.html"))
        #expect(state(first) == "finished 1 epoch of 4 steps.")
        #expect(first.of("note").contains { $0.text.contains("SmallArchitectures report run does that") })
        try w.run(["pretrain", "tiny", "--output", run, "--resume", "--change-epochs", "--epochs", "3"])
        let text = try w.scratch.text("run/report.html")
        let page = try PageElements(text)
        #expect(state(page) == "finished 3 epochs of 4 steps.")
        #expect(page["caption"].contains { $0.text == "Each time that it was started." })
        #expect(page["pre"].first?.text.contains("--resume --change-epochs --epochs 3") == true)
        // nothing is left to do, and the page stays as it is
        try w.run(["pretrain", "tiny", "--output", run, "--resume"])
        #expect(try w.scratch.text("run/report.html") == text)
    }
}
