import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// Runs on signals, and what the layers of signals compute.
@Suite(.serialized) struct SignalRunTests {
    private static let loss = Loss {
        25 * Invariance(); 25 * Variance(); Covariance()
    }

    private static let waveform = Encoder(signal: 64, rate: 1000) {
        Conv1D(8, kernel: 9, stride: 4); BatchNorm(); ReLU()
        Conv1D(8, kernel: 3, stride: 2); BatchNorm(); ReLU()
        GlobalAveragePool1D()
    }

    private static let spectrogram = Encoder(signal: 64, rate: 1000) {
        Spectrogram(window: 32, hop: 8, mels: 6, rate: 1000); BatchNorm()
        Conv(8, kernel: 3); BatchNorm(); ReLU()
        GlobalAveragePool()
    }

    /// One branch hears and the other sees.
    private static let pair = JointEmbedding("pair") {
        SignalViews { SignalNoise(ratio: 20...30) }
        Branch { waveform }
        Branch { spectrogram }
        loss
    }

    private static func heard(_ views: SignalViews) -> JointEmbedding {
        JointEmbedding("heard") {
            views
            waveform
            loss
        }
    }

    /// Sines of three pitches at random phases, a little longer than what is taken.
    private static func dataset(_ count: Int = 60, samples: Int = 80, channels: Int = 1, rate: Int? = 1000) throws
        -> Dataset
    {
        var random = CounterRandom(seed: 1, name: "signals")
        var values: [Float] = []
        for item in 0..<count {
            let (turn, start) = ([0.2, 0.7, 1.9][item % 3], Double(random.uniform()) * 6)
            for sample in 0..<(samples * channels) {
                values.append(Float(sin(turn * Double(sample) + start)) + 0.05 * random.normal())
            }
        }
        let rows = try FeatureRows(
            name: "sines", count: count, channels: channels, samples: samples, values: values, rate: rate)
        return try Dataset(
            name: "sines", split: .train, rows: [rows], labels: (0..<count).map { Int32($0 % 3) },
            classNames: ["low", "middle", "high"])
    }

    private static func trainer(
        _ directory: String, _ model: JointEmbedding = pair, _ dataset: Dataset? = nil, start: RunStart = .new
    ) throws -> Trainer {
        try Trainer(
            Workshop.configuration(), model: model, dataset: dataset ?? Self.dataset(), executor: BLASExecutor(),
            directory: directory, start: start, options: Workshop.options)
    }

    private func representations(_ encoder: Encoder, _ rows: FeatureRows, _ values: [String: [Float]] = [:]) throws
        -> [Float]
    {
        let model = JointEmbedding("one") {
            encoder
            Self.loss
        }
        let data = try Dataset(name: "one", split: .unlabeled, rows: [rows])
        let initial = try model.captureEncoder(batch: 1).states.initialValues(seed: 1)
        return try EncoderFeatures(
            model, values: initial.merging(values) { $1 }, executor: BLASExecutor(), threads: 1)(data).values
    }

    // MARK: Layers

    /// Beside NumPy's rfft in double precision: x[n] = sin(0.3 n + 0.01 n²) + 0.2·cos(1.7 n), window 16, hop 8, five mels of 1000 samples a second.
    @Test func aSpectrogramHasTheNumbersOfNumPy() throws {
        let wanted: [Float] = [
            2.791988, 2.442789, 1.932293, 1.165212, 0.252667, -0.980099, -2.850349,
            1.637790, 2.379927, 2.665890, 2.654621, 2.371772, 1.966192, 1.313210,
            -0.831271, -0.364056, 1.014879, 1.929748, 2.239804, 2.609963, 2.627300,
            -0.649911, -0.582980, -0.502836, -0.238871, -0.069999, 1.037780, 1.832351,
            -3.166997, -3.207906, -3.230194, -3.120525, -2.849631, -3.665837, -1.738462,
        ]
        let signal = (0..<64).map { place in
            let n = Double(place)
            return Float(sin(0.3 * n + 0.01 * n * n) + 0.2 * cos(1.7 * n))
        }
        let layers = { Spectrogram(window: 16, hop: 8, mels: 5, rate: 1000) }
        let rows = try FeatureRows(name: "x", count: 1, channels: 1, samples: 64, values: signal)
        let found = try representations(
            Encoder(signal: 64) {
                layers(); Flatten()
            }, rows)
        #expect(found.count == 35 && zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-4 }, "\(found)")
        // each channel by itself, side by side in the map
        let both = try FeatureRows(
            name: "x", count: 1, channels: 2, samples: 64, values: signal + signal.map { 10 * $0 })
        let stereo = try representations(
            Encoder(signal: 64, channels: 2) {
                layers(); Flatten()
            }, both)
        #expect(zip(stride(from: 0, to: 70, by: 2).map { stereo[$0] }, found).allSatisfy { abs($0 - $1) < 1e-4 })
        // ten times as loud is a hundred times the energy
        let louder = stride(from: 1, to: 70, by: 2).map { stereo[$0] }
        #expect(zip(louder, found).allSatisfy { abs($0 - $1 - Float(log(100.0))) < 1e-3 })
    }

    /// By its definition, of two channels that lie one after another in a row.
    @Test func aConvolutionOverTime() throws {
        let (samples, kernel, stride, width) = (11, 3, 2, 4)
        var random = CounterRandom(seed: 5, name: "x")
        let signal = (0..<(2 * samples)).map { _ in random.normal() }
        let weight = (0..<(kernel * 2 * width)).map { _ in random.normal() }
        let rows = try FeatureRows(name: "x", count: 1, channels: 2, samples: samples, values: signal)
        let found = try representations(
            Encoder(signal: samples, channels: 2) {
                Conv1D(width, kernel: kernel, stride: stride); GlobalAveragePool1D()
            }, rows, ["encoder.conv1.weight": weight])
        for output in 0..<width {
            var sum = 0.0
            for place in 0..<6 {
                for tap in 0..<kernel {
                    let sample = place * stride + tap - 1
                    guard (0..<samples).contains(sample) else { continue }
                    for channel in 0..<2 {
                        sum +=
                            Double(signal[channel * samples + sample])
                            * Double(weight[(tap * 2 + channel) * width + output])
                    }
                }
            }
            #expect(abs(Double(found[output]) - sum / 6) < 1e-5)
        }
    }

    @Test func poolings() throws {
        let rows = try FeatureRows(name: "x", count: 1, channels: 1, samples: 6, values: [1, 5, 2, 2, 9, 3])
        let pooled = try representations(
            Encoder(signal: 6) {
                MaxPool1D(2); GlobalAveragePool1D()
            }, rows)
        #expect(abs(pooled[0] - 16.0 / 3) < 1e-5)
        let mean = try representations(
            Encoder(signal: 6) {
                AveragePool1D(4, stride: 2); GlobalAveragePool1D()
            }, rows)
        #expect(abs(mean[0] - 3.25) < 1e-5)
    }

    // MARK: Runs

    @Test func aRunGoesOnBitForBit() throws {
        try Workshop.inDirectory { root in
            let whole = try Self.trainer("\(root)/whole").numbers()
            #expect(whole.count == 18)
            let before = try Self.trainer("\(root)/cut").numbers(stopAfter: 7)
            let after = try Self.trainer("\(root)/cut", start: .resume).numbers()
            #expect(before + after == whole)
            let encoder = try SafetensorsFile(path: RunDirectory("\(root)/whole").encoder(branch: 1))
            #expect(try encoder.tensor("spectrogram1.waves").shape == [34, 1, 1, 32])
        }
    }

    @Test func signalsThatDoNotFit() throws {
        try Workshop.inDirectory { root in
            func refused(_ model: JointEmbedding, _ dataset: Dataset) -> String? {
                Workshop.message { _ = try Self.trainer("\(root)/none", model, dataset) }
            }
            let (sines, slow) = try (Self.dataset(), Self.dataset(rate: 500))
            let (whole, longer) = try (Self.dataset(samples: 64), Self.dataset(samples: 65))
            let (anyRate, images) = try (Self.dataset(rate: nil), Workshop.dataset())
            #expect(refused(Self.pair, slow)?.contains("have 500 samples a second, and 1000 are") == true)
            #expect(refused(Self.pair, anyRate) == nil)
            let table = JointEmbedding("table") {
                RowViews { RowNoise() }
                Encoder(features: 80) { Linear(8) }
                Self.loss
            }
            #expect(refused(table, sines)?.contains("has signals, and branch 1 of table takes rows") == true)
            #expect(refused(Self.pair, images)?.contains("give a folder of WAV files (--data)") == true)
            #expect(refused(Workshop.model(), sines)?.contains("has signals and no images") == true)
            // the same through the same is nothing to learn from; cut at other places it is
            let still = Self.heard(SignalViews {})
            #expect(refused(still, whole)?.contains("write steps that change signals") == true)
            #expect(refused(still, longer) == nil)
            #expect(refused(Self.heard(SignalViews { TimeShift() }), whole) == nil)
        }
    }

    @Test func bothBranchesAreEvaluatedBesideTheSamples() throws {
        try Workshop.inDirectory { root in
            let data = try Self.dataset()
            try Self.trainer(root).run()
            for branch in 0..<2 {
                let states = try Self.pair.captureEncoder(batch: 1, branch: branch).states
                let values = try EncoderFile.read(
                    RunDirectory(root).encoder(branch: branch), states: states, architecture: "pair"
                ).values
                var evaluator = EncoderEvaluator(
                    model: Self.pair, branch: branch, seed: 7, training: data, test: data, executor: BLASExecutor(),
                    threads: 1)
                evaluator.settings.fewPerClass = 5
                let found = try evaluator.evaluate(values)
                #expect(found.trained.linear > 80, "\(found.table)")
            }
        }
    }

    // MARK: Fine-tuning

    /// The labels of half of the items are enough for three clear classes.
    @Test(arguments: [0, 1, 2]) func rowsAndSignalsAreFineTuned(kind: Int) throws {
        let table = JointEmbedding("table") {
            RowViews { RowNoise() }
            Encoder(features: 4) {
                Standardize(); Linear(16); BatchNorm(); ReLU()
                Linear(8)
            }
            Self.loss
        }
        var random = CounterRandom(seed: 3, name: "rows")
        let values = (0..<240).map { place in Float((place / 4 + place % 4) % 3) * 2 + random.normal() * 0.1 }
        let rows = try FeatureRows(name: "rows", count: 60, width: 4, values: values)
        let data =
            try kind == 0
            ? Dataset(
                name: "rows", split: .train, rows: [rows], labels: (0..<60).map { Int32($0 % 3) },
                classNames: ["a", "b", "c"]) : Self.dataset()
        let model = kind == 0 ? table : Self.pair
        let branch = kind == 2 ? 1 : 0
        var settings = FineTuningSettings(share: 0.5)
        (settings.batch, settings.epochs) = (10, 40)
        (settings.encoderLearningRate, settings.headLearningRate) = (0.05, 0.2)
        var tuning = try FineTuning(
            model, branch: branch, training: data, test: data, settings: settings, executor: BLASExecutor(), threads: 1)
        #expect(tuning.places.count == 30 && tuning.unreadable == 0 && tuning.batch == 10)
        var initial = try model.captureEncoder(batch: 1, branch: branch).states.initialValues(seed: 1)
        initial["encoder.standardize1.std"]? = [2, 2, 2, 2]
        let first = try tuning(from: initial)
        #expect(first.last > 90, "\(first)")
        let second = try tuning(from: initial)
        #expect(second.last == first.last)
        #expect(tuning.testImages == 60)
    }
}
