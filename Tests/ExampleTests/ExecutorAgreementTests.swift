import Foundation
import Testing

/// The examples that train, as a user runs them, on Fashion-MNIST: compiled code and the interpreter log the same losses.
///
/// Both have the same initial values and the same views, and round differently. The first step's loss and terms therefore agree to
/// some roundings of float32. Training then pulls the two paths apart: AdamW divides a gradient by its own size, so that a rounding
/// of a gradient near zero can move a parameter by as much as the learning rate; and a rounding decides on which side of a ReLU or of
/// the variance's hinge a value lies, where batches are small and normalized over few pixels. The tolerance is
/// `first · growth^(step − 1)`, relative, at most `last`; `growth` leaves several times what was measured over three seeds.
@Suite struct ExecutorAgreementTests {
    struct Run: Sendable, CustomTestStringConvertible {
        let example: String
        let model: String
        let growth: Double
        var testDescription: String { model }
    }

    static let runs = [
        Run(example: "VICRegMLP", model: "mlp", growth: 30),
        Run(example: "VICRegConvNet", model: "convnet-3", growth: 30),
        Run(example: "OwnLayer", model: "mobile", growth: 500),
        Run(example: "OwnLossTerm", model: "uniform-net", growth: 50),
        Run(example: "TwoArchitectures", model: "mlp-and-convnet", growth: 10),
    ]
    static let first = 1e-6, last = 0.02
    static let isThere = FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist")

    @Test(.enabled(if: isThere), arguments: runs, [0, 1]) func lossesAgree(_ run: Run, seed: Int) throws {
        let scratch = try Scratch()
        let want = try train(run, seed, "blas", in: scratch)
        let got = try train(run, seed, "jit", in: scratch)
        // Four steps and a line for the epoch, twice.
        #expect(want.count == 10 && want.map(\.step) == got.map(\.step) && want.map(\.kind) == got.map(\.kind))
        #expect(Set(want.map(\.loss)).count == want.count, "it trains: \(want)")
        for (want, got) in zip(want, got) {
            let bound = min(Self.first * pow(run.growth, Double(want.step - 1)), Self.last)
            let distance = want.distance(to: got)
            #expect(distance <= bound, "\(want) by blas, \(got) by jit: \(distance) apart, where \(bound) is allowed")
        }
    }

    private func train(_ run: Run, _ seed: Int, _ executor: String, in scratch: Scratch) throws -> [LoggedLoss] {
        let arguments = [
            "pretrain", run.model, "--data", "fashion-mnist", "--train-images", "256", "--batch", "64", "--epochs", "2",
            "--seed", "\(seed)", "--log-every", "1", "--executor", executor, "--schedules", "off", "--output", executor,
        ]
        let ended = try Example.run(run.example, arguments, in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
        return try LoggedLoss.read(scratch.url.appendingPathComponent(executor))
    }
}
