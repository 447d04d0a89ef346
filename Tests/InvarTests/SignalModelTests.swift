import Foundation
import Invar
import InvarRandom
import Testing

/// Encoders of signals, their layers, and the steps that change signals.
@Suite struct SignalModelTests {
    private let loss = Loss { Variance() }

    private func complaint(_ model: JointEmbedding) -> String? {
        do {
            _ = try model.captureTraining(batch: 4)
            return nil
        } catch { return "\(error)" }
    }

    private func heard(_ encoder: Encoder, _ views: SignalViews = SignalViews { PolarityFlip() }) -> JointEmbedding {
        JointEmbedding("heard") {
            views
            encoder
            loss
        }
    }

    private func shape(_ input: [Int], @StackBuilder _ layers: () -> Stack<Signals, Signals>) throws -> [Int] {
        let capture = Capture("test", mode: .evaluation, element: .float32)
        let x = capture.builder.input("x", TensorType(input))
        return try capture.walk(layers().stages, path: "test", site: nil, from: x).shape
    }

    @Test func shapes() throws {
        #expect(try shape([2, 1, 100, 3]) { Conv1D(8, kernel: 5) } == [2, 1, 100, 8])
        #expect(try shape([2, 1, 100, 3]) { Conv1D(8, kernel: 10, stride: 4, padding: 0) } == [2, 1, 23, 8])
        #expect(try shape([2, 1, 101, 4]) { Conv1D(6, kernel: 3, stride: 2, groups: 2, bias: true) } == [2, 1, 51, 6])
        #expect(try shape([2, 1, 101, 4]) { MaxPool1D(4) } == [2, 1, 25, 4])
        #expect(try shape([2, 1, 101, 4]) { AveragePool1D(3, stride: 2, padding: 1) } == [2, 1, 51, 4])
        #expect(
            try shape([2, 1, 100, 4]) {
                Residual {
                    Conv1D(4, kernel: 3); BatchNorm(); ReLU()
                }
                LayerNorm(); Dropout(0.1)
            } == [2, 1, 100, 4])
    }

    @Test func anEncoderTakesARowOfNumbers() throws {
        let model = heard(
            Encoder(signal: 100, channels: 3, rate: 50) {
                Conv1D(8, kernel: 5, stride: 2); BatchNorm(); ReLU()
                GlobalAveragePool1D()
            })
        #expect(try model.featureWidths() == [300, 300])
        let shape = SignalShape(samples: 100, channels: 3, rate: 50)
        #expect(try model.signalShapes() == [shape, shape])
        let captured = try model.captureTraining(batch: 4)
        #expect(captured.representations.map(\.shape) == [[4, 8], [4, 8]])
        #expect(
            captured.states.first?.name == "encoder.conv1.weight" && captured.states.first?.type.shape == [1, 5, 3, 8])
        #expect(captured.builder.graph.nodes.filter { $0.op.mnemonic == "input" }.map(\.type.shape).contains([4, 300]))
    }

    @Test func aSpectrogramIsAMap() throws {
        let model = heard(
            Encoder(signal: 1000, channels: 2) {
                Spectrogram(window: 64, hop: 32, mels: 8, rate: 1000)
                Flatten()
            })
        let captured = try model.captureEncoder(batch: 3)
        #expect(captured.width == 8 * 30 * 2)
        #expect(captured.states.map(\.name) == ["encoder.spectrogram1.waves", "encoder.spectrogram1.mels"])
        #expect(captured.states.map(\.role) == [.statistic, .statistic])
        // nothing of it is trained
        #expect(complaint(model) == nil)
        #expect(try model.captureTraining(batch: 3).states.allSatisfy { $0.role == .statistic })
    }

    private func refuses(_ encoder: Encoder, _ words: String) {
        let found = complaint(heard(encoder))
        #expect(found?.contains(words) == true, "\(found ?? "nothing")")
    }

    @Test func encodersThatCannotBe() {
        refuses(Encoder(signal: 0) { GlobalAveragePool1D() }, "an encoder of a signal of 0 samples")
        refuses(Encoder(signal: 10, channels: -1) { GlobalAveragePool1D() }, "a signal of 10 samples of -1 channels")
        refuses(Encoder(signal: 10, rate: 0) { GlobalAveragePool1D() }, "at 0 a second")
        let long = Encoder(signal: 10) {
            Conv1D(4, kernel: 20, padding: 0); GlobalAveragePool1D()
        }
        refuses(long, "Conv1D(4, kernel: 20) does not fit signals of 10 samples")
        let still = Encoder(signal: 10) {
            Conv1D(4, kernel: 3, stride: 0); GlobalAveragePool1D()
        }
        refuses(still, "Conv1D(4, kernel: 3) has kernel 3, stride 0")
        let uneven = Encoder(signal: 10, channels: 3) {
            Conv1D(4, kernel: 3, groups: 2); GlobalAveragePool1D()
        }
        refuses(uneven, "2 groups do not divide 3 input and 4 output channels")
        let padded = Encoder(signal: 10) {
            MaxPool1D(2, padding: 2); GlobalAveragePool1D()
        }
        refuses(padded, "MaxPool1D(2) has padding 2; it may be at most half of the kernel")
    }

    private func seen(_ samples: Int, _ spectrogram: Spectrogram) -> Encoder {
        Encoder(signal: samples) {
            spectrogram; GlobalAveragePool()
        }
    }

    @Test func spectrogramsThatCannotBe() {
        refuses(seen(10, Spectrogram(window: 16, hop: 4, mels: 2, rate: 100)), "does not fit signals of 10 samples")
        refuses(
            seen(99, Spectrogram(window: 16, hop: 4, mels: 40, rate: 8000)),
            "has no frequency in its band 1: they are 500.0 Hz apart")
        refuses(seen(99, Spectrogram(window: 15, hop: 4, mels: 4, rate: 8000)), "a window of an even number")
        refuses(
            seen(99, Spectrogram(window: 16, hop: 4, mels: 4, rate: 8000, highest: 5000)), "goes from 0.0 to 5000.0 Hz")
    }

    @Test func viewsOfAnotherKind() {
        let rows = JointEmbedding("heard") {
            RowViews { RowNoise() }
            Encoder(signal: 9) { GlobalAveragePool1D() }
            loss
        }
        let found = complaint(rows)
        #expect(found?.contains("no branch of heard takes any; write SignalViews { … } for signals") == true)
        let signals = JointEmbedding("table") {
            SignalViews { PolarityFlip() }
            Encoder(features: 9) { Linear(4) }
            loss
        }
        #expect(
            complaint(signals)?.contains("SignalViews change signals, and no branch of table takes any") == true)
        let mixed = JointEmbedding("table") {
            RowViews { PolarityFlip() }
            Encoder(features: 9) { Linear(4) }
            loss
        }
        #expect(
            complaint(mixed)?.contains("PolarityFlip changes signals; write it into SignalViews { … }") == true)
    }

    @Test func parametersOfSteps() {
        let encoder = Encoder(signal: 9) { GlobalAveragePool1D() }
        func refuses(_ views: SignalViews, _ words: String) {
            #expect(complaint(heard(encoder, views))?.contains(words) == true, "\(words)")
        }
        refuses(SignalViews { SignalGain(decibels: -100...0) }, "SignalGain of -100.0...0.0 decibels")
        refuses(SignalViews { SignalNoise(ratio: 0...200) }, "SignalNoise with a ratio of 0.0...200.0")
        refuses(SignalViews { TimeMasking(share: 1.5) }, "TimeMasking with share 1.5")
        refuses(SignalViews { TimeShift(share: -0.5) }, "TimeShift with share -0.5")
        refuses(SignalViews { SpeedChange(factors: 0.1...1) }, "SpeedChange with factors 0.1...1.0")
        refuses(SignalViews { PolarityFlip(probability: 2) }, "PolarityFlip with probability 2.0")
    }

    // MARK: What each step does

    /// Two channels of ten samples: 1 … 10, and 101 … 110.
    private static let signal = (1...10).map { Float($0) } + (101...110).map { Float($0) }

    private func changed(_ step: some SignalAugmentation, seed: UInt64 = 1, _ signal: [Float] = SignalModelTests.signal)
        -> [Float]
    {
        var values = signal
        var random = ViewRandom(seed: seed, image: 0)
        var span = values.mutableSpan
        step.apply(to: &span, channels: 2, random: &random)
        return values
    }

    @Test func gainAndPolarity() {
        let louder = changed(SignalGain(decibels: 20...20))
        #expect(zip(louder, Self.signal).allSatisfy { abs($0 - 10 * $1) < 1e-3 * $1 })
        #expect(changed(PolarityFlip()) == Self.signal.map { -$0 })
    }

    @Test func noiseIsAsLoudAsTheRatioSays() {
        let tone = (0..<20_000).map { Float(sin(0.1 * Double($0))) }
        let noise = zip(changed(SignalNoise(ratio: 20...20), tone), tone).map { Double($0 - $1) }
        let power = noise.reduce(0) { $0 + $1 * $1 } / Double(noise.count)
        // of a sine ½, 20 decibels below a hundredth of it; within four standard errors, √(2 / n) each
        #expect(abs(power / 0.005 - 1) < 4 * (2 / 20_000.0).squareRoot())
        #expect(changed(SignalNoise(), [Float](repeating: 0, count: 20)).allSatisfy { $0 == 0 })
    }

    @Test func masksAndShiftsAreOfAllChannelsAtOnce() {
        var lengths: Set<Int> = []
        for seed in 0..<200 {
            let masked = changed(TimeMasking(share: 0.5), seed: UInt64(seed))
            let hidden = (0..<10).filter { masked[$0] == 0 }
            #expect((0..<10).filter { masked[10 + $0] == 0 } == hidden)
            #expect(hidden.isEmpty || hidden == Array(hidden[0]..<(hidden[0] + hidden.count)))
            lengths.insert(hidden.count)
        }
        // less than a half of ten: up to 4, and 5 with probability 0
        #expect(lengths.isSuperset(of: 0...4) && lengths.max() ?? 0 <= 5)
        var shifts: Set<Int> = []
        for seed in 0..<200 {
            let moved = changed(TimeShift(share: 0.3), seed: UInt64(seed))
            guard
                let shift = (-3...3).first(where: { shift in
                    (0..<20).allSatisfy { place in
                        let from = place % 10 - shift
                        return moved[place] == ((0..<10).contains(from) ? Self.signal[place - shift] : 0)
                    }
                })
            else {
                Issue.record("\(moved) is no shift")
                return
            }
            shifts.insert(shift)
        }
        #expect(shifts == Set(-3...3))
    }

    @Test func speedFollowsTheLine() {
        func isNear(_ found: some Sequence<Float>, _ wanted: [Float]) -> Bool {
            zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-4 }
        }
        // of a straight line the samples between two are on it; behind the last one there is nothing
        let faster = changed(SpeedChange(factors: 1.5...1.5))
        #expect(isNear(faster[0..<10], [1, 2.5, 4, 5.5, 7, 8.5, 10, 0, 0, 0]))
        #expect(isNear(faster[10..<16], [101, 102.5, 104, 105.5, 107, 108.5]))
        let slower = changed(SpeedChange(factors: 0.5...0.5))
        #expect(isNear(slower[0..<10], (0..<10).map { 1 + Float($0) / 2 }))
    }

    @Test func areTheSameAfterTheyWereStored() throws {
        let model = heard(
            Encoder(signal: 9) { GlobalAveragePool1D() },
            SignalViews {
                TimeShift(share: 0.25, probability: 0.5, 0); SpeedChange()
            })
        let stored = try JSONDecoder().decode(RowViews.self, from: JSONEncoder().encode(model.rowViews))
        #expect(stored == model.rowViews && model.rowViews.steps.map(\.name) == ["TimeShift", "SpeedChange"])
        #expect(stored != heard(Encoder(signal: 9) { GlobalAveragePool1D() }).rowViews)
    }
}
