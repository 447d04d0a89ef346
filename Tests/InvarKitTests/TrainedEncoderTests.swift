import Foundation
import InvarData
import InvarKit
import InvarRuntime
import InvarTraining
import Testing

@Suite struct TrainedEncoderTests {
    /// Each way in gives what the commands compute, for one image and for many, in any batch.
    @Test(arguments: [ExecutorKind.blas, .jit], [1, 7]) func allWaysInAgree(_ executor: ExecutorKind, batch: Int) throws
    {
        let images = try Studio.dataset(11, split: .test)
        let encoder = try TrainedEncoder(
            Studio.trained, of: Studio.model, batch: batch, executor: executor, threads: 1)
        let asCommands = try EncoderFeatures(
            Studio.model, values: encoder.values, batch: 500, executor: executor.executor(), threads: 1)(images)
        let whole = try encoder.embed(images)
        #expect(whole.count == 11 && whole.width == 5 && whole.labels == (0..<11).map { $0 % 3 })
        #expect(Studio.largestDifference(whole.values, asCommands.values) < 1e-5)
        let floats = Studio.floats(images)
        let fromMemory = try encoder.embed(floats)
        #expect(Studio.largestDifference(fromMemory.values, whole.values) < 1e-5)
        #expect(fromMemory.names.last == "image 10" && fromMemory.labels == nil)
        for place in [0, 10] {
            let one = try encoder.embed(Array(floats[(place * 192)..<((place + 1) * 192)]))
            #expect(one.values == Array(fromMemory[place]), "an image alone has the bits that it has among others")
            let bytes = Array(images.pixels[(place * 192)..<((place + 1) * 192)])
            let picture = try encoder.embed(pixels: bytes, height: 8, width: 8, channels: 3)
            #expect(Studio.largestDifference(picture, fromMemory[place]) < 1e-5)
        }
    }

    @Test func filesAndFolders() throws {
        let folder = Studio.directory()
        let images = try Studio.dataset(4)
        try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
        for place in 0..<4 {
            let pixels = Array(images.pixels[(place * 192)..<((place + 1) * 192)])
            try Picture(height: 8, width: 8, channels: 3, pixels: pixels).write(
                png: "\(folder)/\(place == 3 ? "in/" : "")\(place).png")
        }
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: "\(folder)/2b.jpg"))
        let encoder = try TrainedEncoder(Studio.trained, of: Studio.model, executor: .blas, threads: 1)
        var seen: [Int] = []
        let found = try encoder.embed(folder: folder) { done, all in seen.append(done * 10 + all) }
        #expect(found.names == ["0.png", "1.png", "2.png", "in/3.png"] && seen.last == 55)
        #expect(found.unreadable.map(\.name) == ["2b.jpg"] && found.unreadable[0].reason.contains("JPEG"))
        let expected = try encoder.embed(Studio.floats(images))
        #expect(Studio.largestDifference(found.values, expected.values) < 1e-5)
        let files = try encoder.embed(files: ["\(folder)/in/3.png", "\(folder)/0.png"])
        #expect(Array(files[0]) == Array(found[3]) && Array(files[1]) == Array(found[0]))
        #expect(files.names[1] == "\(folder)/0.png")
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/1.png")))
        #expect(try encoder.embed(encoded: bytes) == Array(found[1]))
        let error = try #require(throws: DataError.self) { try encoder.embed(files: ["\(folder)/2b.jpg"]) }
        #expect("\(error)".contains("2b.jpg"))
        #expect(throws: DataError.self) { try encoder.embed(encoded: Array(bytes.prefix(40))) }
        #expect(throws: DataError.self) { try encoder.embed(folder: "\(folder)/none") }
        try FileManager.default.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: true)
        #expect(throws: DataError.self) { try encoder.embed(folder: "\(folder)/empty") }
    }

    @Test func threadsTakeTurns() async throws {
        let encoder = try TrainedEncoder(Studio.trained, of: Studio.model, executor: .jit, threads: 2)
        let floats = Studio.floats(try Studio.dataset(9))
        let expected = try TrainedEncoder(Studio.trained, of: Studio.model, executor: .jit, threads: 1).embed(floats)
        let wrong = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<20).count { round in
                        let place = (task + round) % 9
                        let found = try? encoder.embed(Array(floats[(place * 192)..<((place + 1) * 192)]))
                        return found?.values != Array(expected[place])
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test func whatIsWrongIsSaid() throws {
        func message(_ body: () throws -> Void) -> String {
            do {
                try body()
                return "nothing was thrown"
            } catch { return "\(error)" }
        }
        let other = JointEmbedding("other", image: Studio.model.image) { Encoder { Flatten() } }
        let run = Studio.trained
        #expect(message { _ = try TrainedEncoder("/none") }.contains("/none is not there"))
        #expect(message { _ = try TrainedEncoder(FileManager.default.temporaryDirectory.path) }.contains("no run.json"))
        #expect(message { _ = try TrainedEncoder(run) }.contains("none of Invar's own; give it"))
        #expect(
            message { _ = try TrainedEncoder(run, of: other) }.contains(
                "of the architecture kit-tiny, and not of other"))
        #expect(message { _ = try TrainedEncoder(run, of: Studio.model, branch: 1) }.contains("share their encoder"))
        #expect(message { _ = try TrainedEncoder(run, of: Studio.model, branch: 2) }.contains("no branch 2"))
        #expect(message { _ = try TrainedEncoder(run, of: Studio.model, batch: 0) }.contains("at least 1"))
        let encoder = try TrainedEncoder(
            run + "/encoder.safetensors", of: Studio.model, executor: .blas, threads: 1)
        #expect(message { _ = try encoder.embed([Float](repeating: 0, count: 193)) }.contains("193 numbers"))
        #expect(message { _ = try encoder.embed([Float]()) }.contains("0 numbers"))
        #expect(message { _ = try encoder.embed([Float](repeating: .nan, count: 192)) }.contains("hold nan in image 0"))
        #expect(
            message { _ = try encoder.embed(pixels: [1, 2, 3], height: 8, width: 8, channels: 3) }.contains("3 bytes"))
        #expect(
            message { _ = try encoder.embed(pixels: [1, 2], height: 1, width: 1, channels: 2) }.contains("2 channels"))
        #expect(message { _ = try encoder.correlate(Studio.dataset()) }.contains("give a run's directory"))
    }

    @Test func evaluatesAndCorrelates() throws {
        let encoder = try TrainedEncoder(Studio.trained, of: Studio.model, executor: .blas, threads: 1)
        let (training, test) = try (Studio.dataset(), Studio.dataset(20, split: .test))
        var stages: Set<String> = []
        let evaluation = try encoder.evaluate(training: training, test: test) { stage, _ in stages.insert(stage) }
        #expect(evaluation.settings.trainImages == 40 && evaluation.settings.testImages == 20)
        #expect((0...100).contains(evaluation.trained.knn) && stages.count > 5)
        let correlation = try encoder.correlate(test)
        #expect(correlation.representation.measures.dimensions == 5 && correlation.embedding.measures.dimensions == 8)
        #expect(throws: EvaluationError.self) { try encoder.correlate(Studio.dataset(1)) }
    }

    @Test func weightsOfATorchFileFit() throws {
        // the same names and layouts, and no metadata
        let states = try Studio.model.captureEncoder(batch: 1).states
        let values = try TrainedEncoder(Studio.trained, of: Studio.model).values
        let path = Studio.directory() + ".safetensors"
        var tensors: [String: StoredTensor] = ["fc.weight": StoredTensor(shape: [1, 2], [0, 0])]
        for spec in states { tensors[spec.localName] = spec.stored(values[spec.name] ?? []) }
        try SafetensorsFile.write(tensors, metadata: [:], to: path)
        let encoder = try TrainedEncoder(path, of: Studio.model, executor: .blas, threads: 1)
        #expect(encoder.values == values && encoder.ignored?.contains("fc.weight") == true)
        let error = try #require(throws: TrainingError.self) { try TrainedEncoder(path) }
        #expect(error.message.contains("does not say which architecture"))
    }
}
