import Foundation
import InvarData
import InvarTraining

/// What a run logged, as an event file of TensorBoard in the run's directory: `tensorboard --logdir runs` shows runs/a as "a".
///
/// A file says all from the first step on, and that earlier files of the directory do not count any more: so the one of a resumed run
/// needs to know nothing of what was written before it.
package final class BoardLog {
    private let run: String
    private let file: EventFile
    /// The last step of each curve that was written.
    private var written: [String: Int] = [:]
    /// The last step whose weights were written.
    private var weightsStep = 0
    private let now: () -> Double

    /// The file's path.
    package var path: String { file.path }

    /// Makes the file, with the run's record (run.json) as text.
    ///
    /// - Throws: `DataError` where it cannot be written, or where there is no record.
    package init(_ run: String, now: @escaping () -> Double = { Date().timeIntervalSince1970 }) throws {
        (self.run, self.now) = (run, now)
        let record = String(decoding: try FileBytes.read(RunDirectory(run).record), as: UTF8.self)
        file = try EventFile(in: run, at: now())
        try file.append([
            .with {
                $0.wallTime = now()
                $0.sessionLog = .with { $0.status = .start }
            },
            event(0, [.text("run", "```\n\(record)\n```")]),
        ])
    }

    /// Writes what the run has logged since.
    ///
    /// - Throws: `TrainingError` where there is nothing yet or it cannot be read, `DataError` where it cannot be written.
    package func update() throws {
        let curves = try RunCurves(run)
        var values: [Int: [BoardSummary.Value]] = [:]
        for name in curves.names {
            let new = (curves.curve(name) ?? []).filter { $0.step > written[name] ?? -1 }
            for value in new { values[value.step, default: []].append(.number(Self.tag(name), value.value)) }
            written[name] = new.last?.step ?? written[name]
        }
        try file.append(values.sorted { $0.key < $1.key }.map { event($0.key, $0.value) })
    }

    /// The numbers of each of the encoder's weights as they were last saved, as a histogram.
    ///
    /// - Throws: `DataError` where they cannot be read or written.
    package func addWeights() throws {
        let encoder = try SafetensorsFile(path: RunDirectory(run).encoder())
        let step = encoder.metadata["step"].flatMap { Int($0) } ?? 0
        guard step > weightsStep else { return }
        let values = try encoder.names.compactMap { name -> BoardSummary.Value? in
            guard let histogram = BoardHistogramProto(try encoder.tensor(name).floats) else { return nil }
            return .with { ($0.tag, $0.histo) = ("weights/\(name)", histogram) }
        }
        try file.append([event(step, values)])
        weightsStep = step
    }

    /// - Parameter png: a PNG file of so many pixels.
    package func add(picture png: [UInt8], width: Int, height: Int, named name: String) throws {
        let image = BoardSummary.Image.with {
            ($0.width, $0.height, $0.colorspace) = (Int32(width), Int32(height), 3)
            $0.encodedImageString = Data(png)
        }
        try file.append([event(0, [.with { ($0.tag, $0.image) = (name, image) }])])
    }

    private func event(_ step: Int, _ values: [BoardSummary.Value]) -> BoardEvent {
        .with {
            ($0.wallTime, $0.step) = (now(), Int64(step))
            $0.summary = .with { $0.value = values }
        }
    }

    /// TensorBoard puts tags into one section that have the same first part.
    static func tag(_ name: String) -> String {
        switch RunCurves.Kind(rawValue: name) {
        case .loss, .learningRate, .gradientNorm, .imagesPerSecond: name
        case .std, .correlation, .rank: "collapse/\(name)"
        case .knn, .linear: "online/\(name)"
        case nil: "terms/\(name)"
        }
    }
}

extension BoardSummary.Value {
    static func number(_ tag: String, _ value: Double) -> Self {
        .with { ($0.tag, $0.simpleValue) = (tag, Float(value)) }
    }

    /// Shown on the page for texts, as Markdown.
    static func text(_ tag: String, _ text: String) -> Self {
        .with {
            $0.tag = tag
            $0.metadata.pluginData.pluginName = "text"
            $0.tensor = .with {
                $0.dtype = .dtString
                $0.tensorShape.dim = [.with { $0.size = 1 }]
                $0.stringVal = [Data(text.utf8)]
            }
        }
    }
}

extension BoardHistogramProto {
    private static let buckets = 30

    /// Equal buckets from the smallest number to the largest; nothing where there is none. What is no number is left out.
    package init?(_ numbers: [Float]) {
        let numbers = numbers.filter(\.isFinite).map(Double.init)
        guard let least = numbers.min(), let most = numbers.max() else { return nil }
        self.init()
        (min, max, num) = (least, most, Double(numbers.count))
        sum = numbers.reduce(0, +)
        sumSquares = numbers.reduce(0) { $0 + $1 * $1 }
        let width = (most - least) / Double(Self.buckets)
        guard width > 0 else {
            (bucketLimit, bucket) = ([most], [num])
            return
        }
        bucketLimit = (1...Self.buckets).map { $0 == Self.buckets ? most : least + Double($0) * width }
        bucket = [Double](repeating: 0, count: Self.buckets)
        for number in numbers { bucket[Swift.min(Int((number - least) / width), Self.buckets - 1)] += 1 }
    }
}
