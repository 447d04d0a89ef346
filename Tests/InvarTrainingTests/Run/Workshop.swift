import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarRuntime
import InvarTraining

/// What tests of a run share: a tiny model, made-up images, and a directory that goes away.
enum Workshop {
    static func model(_ name: String = "tiny", width: Int = 4, covariance: Double = 1) -> JointEmbedding {
        JointEmbedding(name, image: Image(channels: 1, height: 8, width: 8, mean: [0.5], std: [0.25])) {
            Views {
                RandomResizedCrop(scale: 0.5...1)
                HorizontalFlip(probability: 0.5)
            }
            Encoder {
                Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU()
                GlobalAveragePool()
            }
            Expander {
                Linear(8); BatchNorm(); ReLU()
                Linear(8, bias: false)
            }
            Loss {
                25 * Invariance()
                25 * Variance()
                covariance * Covariance()
            }
        }
    }

    static func dataset(_ count: Int = 40, seed: UInt64 = 1) throws -> Dataset {
        var random = CounterRandom(seed: seed, name: "images")
        return try Dataset(
            name: "made-up", split: .train, height: 8, width: 8, channels: 1,
            pixels: (0..<(count * 64)).map { _ in UInt8(truncatingIfNeeded: random.bits()) },
            labels: (0..<count).map { Int32($0 % 3) }, classNames: ["a", "b", "c"])
    }

    /// 4 steps an epoch of the 40 images, with one left over.
    static func configuration(
        _ optimizer: Optimizer = .adamW(AdamW()), epochs: Int = 3, learningRate: Double = 1e-2
    ) -> TrainingConfiguration {
        TrainingConfiguration(
            optimizer: optimizer, schedule: LearningRateSchedule(learningRate: learningRate), batch: 9, epochs: epochs,
            seed: 7)
    }

    static let options = RunOptions(threads: 1, workers: 1, logEvery: 1)

    static func trainer(
        _ directory: String, _ configuration: TrainingConfiguration = configuration(),
        model: JointEmbedding = model(), start: RunStart = .new, options: RunOptions = options, images: Int = 40,
        imageSeed: UInt64 = 1
    ) throws -> Trainer {
        try Trainer(
            configuration, model: model, dataset: dataset(images, seed: imageSeed), executor: BLASExecutor(),
            directory: directory, start: start, options: options)
    }

    /// A fresh directory, gone afterwards.
    static func inDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("invar-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    static func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The message of the error that `body` throws.
    static func message(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return "\(error)" }
    }
}

/// Everything of a step that must not depend on where a run was stopped.
struct StepNumbers: Hashable {
    let step: Int
    let epoch: Int
    let learningRate: Double
    let loss: UInt64
    let terms: [UInt64]

    init(_ report: StepReport) {
        (step, epoch, learningRate) = (report.step, report.epoch, report.learningRate)
        loss = report.loss.bitPattern
        terms = report.terms.map(\.value.bitPattern)
    }
}

extension Trainer {
    /// The numbers of every step until the end, or until `stopAfter` is done.
    func numbers(stopAfter last: Int? = nil) throws -> [StepNumbers] {
        var found: [StepNumbers] = []
        let stop = StopRequest()
        try run(stop: stop) { event in
            guard case .step(let report) = event else { return }
            found.append(StepNumbers(report))
            if report.step == last { stop.request() }
        }
        return found
    }
}
