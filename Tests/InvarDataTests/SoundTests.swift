import Foundation
import Invar
import InvarData
import Testing

/// WAV files, alone and in folders, and how signals are cut.
@Suite(.serialized) struct SoundTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// A file of frames that are there as bytes.
    static func wav(
        _ data: [UInt8], tag: Int = 1, bits: Int = 16, channels: Int = 1, rate: Int = 100, isExtensible: Bool = false,
        before: [UInt8] = []
    ) -> [UInt8] {
        let frame = channels * bits / 8
        var form = little(isExtensible ? 0xFFFE : tag, 2) + little(channels, 2) + little(rate, 4)
        form += little(rate * frame, 4) + little(frame, 2) + little(bits, 2)
        if isExtensible {
            form += little(22, 2) + little(bits, 2) + little(0, 4) + little(tag, 2) + [UInt8](repeating: 0, count: 14)
        }
        var body = Array("WAVE".utf8) + before
        body += Array("fmt ".utf8) + little(form.count, 4) + form
        body += Array("data".utf8) + little(data.count, 4) + data
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    static func wav16(_ values: [Int], channels: Int = 1, rate: Int = 100) -> [UInt8] {
        wav(values.flatMap { little($0, 2) }, channels: channels, rate: rate)
    }

    private func fault(_ bytes: [UInt8]) -> String? {
        do {
            _ = try WavFile(bytes)
            return nil
        } catch { return error.description }
    }

    @Test func everyWidth() throws {
        let little = Self.little
        #expect(try WavFile(Self.wav([0, 128, 192, 255], bits: 8)).values == [-1, 0, 0.5, 127.0 / 128])
        #expect(try WavFile(Self.wav16([0, 16384, -32768, -1])).values == [0, 0.5, -1, -1.0 / 32768])
        let wide = [0, 1 << 22, -(1 << 23), -1]
        #expect(
            try WavFile(Self.wav(wide.flatMap { little($0, 3) }, bits: 24)).values == [0, 0.5, -1, -1.0 / 8_388_608])
        let widest = [1 << 30, -(1 << 31)]
        #expect(try WavFile(Self.wav(widest.flatMap { little($0, 4) }, bits: 32)).values == [0.5, -1])
        let single = [Float(0.25), -3].flatMap { little(Int($0.bitPattern), 4) }
        #expect(try WavFile(Self.wav(single, tag: 3, bits: 32)).values == [0.25, -3])
        let double = [0.25, -3].flatMap { little(Int(Int64(bitPattern: $0.bitPattern)), 8) }
        #expect(try WavFile(Self.wav(double, tag: 3, bits: 64)).values == [0.25, -3])
    }

    @Test func channelsAndOtherPieces() throws {
        // left 1, 2, 3 and right −1, −2, −3, sample by sample in the file, channel after channel here; a piece of an odd size goes before
        let data = [1, -1, 2, -2, 3, -3].flatMap { Self.little($0 * 8192, 2) }
        let note = Array("LIST".utf8) + Self.little(3, 4) + [1, 2, 3, 0]
        let sound = try WavFile(Self.wav(data, channels: 2, rate: 44_100, isExtensible: true, before: note))
        #expect(sound.rate == 44_100 && sound.channels == 2 && sound.samples == 3)
        #expect(sound.values == [0.25, 0.5, 0.75, -0.25, -0.5, -0.75])
    }

    @Test func damagedFiles() {
        let sound = Self.wav16([1, 2, 3, 4])
        #expect(fault(sound) == nil)
        #expect(fault([]) == "is empty")
        #expect(fault(Array("no sound at all".utf8)) == "is no WAV file")
        for end in 12..<sound.count {
            #expect(fault(Array(sound[..<end]))?.contains("is a damaged WAV file") == true, "\(end)")
        }
        #expect(fault(Self.wav([1, 2], tag: 85))?.contains("of a form that is not read (85, 16 bits)") == true)
        #expect(fault(Self.wav([1, 2], bits: 12))?.contains("a form that is not read") == true)
        #expect(fault(Self.wav16([], channels: 1))?.contains("no samples") == true)
        #expect(fault(Self.wav16([1], channels: 0))?.contains("claims to be a sound of 0 channels") == true)
        #expect(fault(Self.wav([0, 0, 0xC0, 0x7F], tag: 3, bits: 32))?.contains("no numbers") == true)
        var torn = sound
        torn[32] = 4
        #expect(fault(torn)?.contains("4 bytes a moment, where its form has 2") == true)
    }

    // MARK: folders

    private func put(_ path: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: "\(folder.path)/\(path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    @Test func foldersByClass() throws {
        for (place, length) in [3, 5, 4].enumerated() {
            try put("train/bell/\(place).wav", Self.wav16((0..<length).map { 8192 * ($0 % 3) }))
            try put("train/drum/\(place).WAV", Self.wav16([8192, 0, 8192]))
        }
        try put("test/bell/a.wav", Self.wav16([16384]))
        try put("test/drum/notes.txt", [65])
        try put("test/drum/b.wav", Self.wav16([0, 16384]))
        try put("unlabeled/c.wav", Self.wav16([0, 0]))
        let source = try DataSource(folder.path)
        #expect(
            source.line.contains(
                "sounds in folders; training: train (6 sounds), test: test (2 sounds), unlabelled: unlabeled; 2 classes; 100 samples a second; left out: 1 file that is no sound by name"
            ), "\(source.line)")
        let train = try source.dataset(.train)
        #expect(train.classNames == ["bell", "drum"] && train.labels == [0, 0, 0, 1, 1, 1] && train.item == "signal")
        #expect(train.imageName(at: 4) == "train/drum/1.WAV")
        let rows = try #require(train.rows(of: 0))
        #expect(rows.count == 6 && (0..<6).map { rows.samples(of: $0) } == [3, 5, 4, 3, 3, 3])
        #expect(Array(rows.values[rows.range(of: 1)]) == [0, 0.25, 0.5, 0, 0.25])
        #expect(try source.dataset(.unlabeled).count == 1 && source.dataset(.test).labels == [0, 1])
        // of each class some
        #expect(try train.prefix(2).labels == [0, 1])
        #expect(try train.prefix(2).imageName(at: 1) == "train/drum/0.WAV")
    }

    @Test func brokenFilesAreLeftOutAndNamed() throws {
        for place in 0..<4 { try put("train/a/\(place).wav", Self.wav16([1, 2])) }
        try put("train/b/0.wav", Self.wav16([1, 2]))
        try put("train/b/1.wav", Array(Self.wav16([1, 2]).dropLast()))
        try put("train/b/2.wav", [])
        let source = try DataSource(folder.path)
        let train = try source.dataset(.train)
        #expect(train.labels == [0, 0, 0, 0, 1])
        #expect(source.line.contains("train/b/1.wav is a damaged WAV file"), "\(source.line)")
        #expect(source.line.contains("train/b/2.wav is empty"), "\(source.line)")
    }

    @Test func ratesAndChannelsThatDiffer() throws {
        try put("train/a/0.wav", Self.wav16([1, 2]))
        try put("train/a/1.wav", Self.wav16([8192, 16384, 8192, 0], channels: 2))
        try put("train/b/0.wav", Self.wav16([1, 2]))
        let source = try DataSource(folder.path)
        #expect(source.line.contains("mixed down to one channel: files have 1, 2"), "\(source.line)")
        let rows = try #require(try source.dataset(.train).rows(of: 0))
        #expect(Array(rows.values[rows.range(of: 1)]) == [0.375, 0.125])
        try put("train/b/1.wav", Self.wav16([1, 2], rate: 200))
        #expect {
            try DataSource(folder.path)
        } throws: {
            "\($0)".contains("train/b/1.wav: error: has 200 samples a second, and train/a/0.wav has 100")
        }
    }

    // MARK: cutting

    @Test func arraysOfSignals() throws {
        let path = "\(folder.path)/signals.npy"
        try NpyFile.write(StoredTensor(shape: [2, 2, 3], (0..<12).map { Float($0) }), to: path)
        let rows = try FeatureRows(npy: path)
        #expect(rows.count == 2 && rows.width == 6 && rows.samples(of: 1) == 3)
        #expect(rows.middles(as: SignalShape(samples: 1, channels: 2)).values == [1, 4, 7, 10])
        // one channel is the mean, and what is shorter is followed by zeros
        #expect(rows.middles(as: SignalShape(samples: 4)).values == [1.5, 2.5, 3.5, 0, 7.5, 8.5, 9.5, 0])
        #expect(rows.problem(for: SignalShape(samples: 4, channels: 3))?.contains("have 2 channels") == true)
        #expect(rows.problem(for: SignalShape(samples: 4, rate: 8000)) == nil)
        let timed = try FeatureRows(name: "x", count: 1, channels: 1, samples: 2, values: [1, 2], rate: 16_000)
        #expect(
            timed.problem(for: SignalShape(samples: 4, rate: 8000))?.contains("have 16000 samples a second") == true)
        let plain = try FeatureRows(name: "x", count: 1, width: 4, values: [1, 2, 3, 4])
        #expect(plain.middles(as: SignalShape(samples: 2)).values == [2, 3])
        #expect(plain.problem(for: SignalShape(samples: 2, channels: 2)) != nil)
    }

    /// Signals whose numbers say where they are from.
    private func views(
        _ rows: FeatureRows, _ shape: SignalShape, _ views: SignalViews = SignalViews {}, steps: Int = 6,
        from first: Int = 0, workers: Int = 2
    ) throws -> [[Float]] {
        let data = try Dataset(name: "signals", split: .unlabeled, rows: [rows])
        let plan = BatchViews([], rows: [rows, rows], signals: [shape, shape], RowViews(steps: views.steps))
        let loader = try BatchLoader(
            data, views: plan, batch: 8, seed: 3, firstStep: first, steps: steps, workers: workers)
        var seen: [[Float]] = []
        while let one = try loader.withNext({ $0.views.flatMap(Array.init) }) { seen.append(one) }
        return seen
    }

    @Test func eachViewIsCutAtAPlaceOfItsOwn() throws {
        let values = (0..<320).map { place in
            let (item, channel, sample) = (place / 20, place % 20 / 10, place % 10)
            return Float(1000 * item + 100 * channel + sample)
        }
        let rows = try FeatureRows(name: "x", count: 16, channels: 2, samples: 10, values: values)
        var starts: Set<Int> = []
        var differ = 0
        for batch in try views(rows, SignalShape(samples: 4, channels: 2), steps: 40) {
            for item in 0..<16 {
                let view = Array(batch[(8 * item)..<(8 * item + 8)])
                let start = Int(view[0]) % 100
                starts.insert(start)
                // four in order, of both channels from the same place on
                #expect((0..<4).allSatisfy { view[$0] == view[0] + Float($0) && view[4 + $0] == view[$0] + 100 })
                if item < 8, view != Array(batch[(64 + 8 * item)..<(72 + 8 * item)]) { differ += 1 }
            }
        }
        #expect(starts == Set(0...6))
        // two of seven places are the same once in seven: 274 of 320 differ, within four deviations of 6.3
        #expect((249...299).contains(differ), "\(differ)")
    }

    @Test func aViewIsAFunctionOfSeedEpochSignalAndView() throws {
        let rows = try FeatureRows(name: "x", count: 20, channels: 1, samples: 50, values: (0..<1000).map { Float($0) })
        let steps = SignalViews {
            TimeShift(); SignalNoise(probability: 0.5); TimeMasking(); SpeedChange(); SignalGain()
        }
        let shape = SignalShape(samples: 30)
        let whole = try views(rows, shape, steps, workers: 1)
        #expect(try views(rows, shape, steps, workers: 3) == whole)
        #expect(try views(rows, shape, steps, from: 3) == Array(whole[3...]))
        #expect(Set(whole).count == whole.count)
    }
}
