import Foundation
import InvarData
import InvarKit
import InvarRandom
import InvarRuntime

/// A run of a tiny model on made-up pictures, made once for all tests, in a directory of its own.
enum Studio {
    static let model = JointEmbedding(
        "kit-tiny", image: Image(channels: 3, height: 8, width: 8, mean: [0.5], std: [0.25])
    ) {
        Views {
            RandomResizedCrop(scale: 0.5...1)
            HorizontalFlip(probability: 0.5)
        }
        Encoder {
            Conv(5, kernel: 3, stride: 2); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Expander {
            Linear(8); BatchNorm(); ReLU(); Linear(8, bias: false)
        }
        Loss {
            25 * Invariance()
            25 * Variance()
            Covariance()
        }
    }

    static func dataset(_ count: Int = 40, split: Dataset.Split = .train) throws -> Dataset {
        var random = CounterRandom(seed: 1, name: "images \(split)")
        return try Dataset(
            name: "made-up", split: split, height: 8, width: 8, channels: 3,
            pixels: (0..<(count * 192)).map { _ in UInt8(truncatingIfNeeded: random.bits()) },
            labels: (0..<count).map { Int32($0 % 3) }, classNames: ["a", "b", "c"])
    }

    static func run(into directory: String, executor: ExecutorKind = .blas) throws -> TrainingRun {
        var run = TrainingRun(model, on: try dataset(), into: directory, executor: executor)
        run.configuration.batch = 8
        run.configuration.epochs = 2
        (run.options.threads, run.options.workers, run.options.logEvery) = (1, 1, 1)
        return run
    }

    /// A finished run.
    static let trained: String = {
        let path = directory()
        try! run(into: path).trainOnThisThread()
        return path
    }()

    static func directory() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("invar-kit-\(UUID().uuidString)").path
    }

    /// The pixels of an image as bytes, as numbers from 0 to 1.
    static func floats(_ dataset: Dataset) -> [Float] { dataset.pixels.map { Float($0) / 255 } }

    static func largestDifference(_ a: some Sequence<Float>, _ b: some Sequence<Float>) -> Float {
        zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
}
