import Foundation
import InvarData

/// What a run logged, as curves over its steps: of a run that is finished, or goes on, or was ended.
package struct RunCurves: Sendable {
    package struct Value: Sendable, Hashable {
        package let step: Int
        /// May be no number, as a loss that has diverged is none.
        package let value: Double

        package init(step: Int, value: Double) { (self.step, self.value) = (step, value) }
    }

    /// How long an epoch took.
    package struct Epoch: Sendable, Hashable {
        /// Counted from 1.
        package let number: Int
        /// Spent on its steps.
        package let seconds: Double
        package let imagesPerSecond: Double
        /// Resident memory of the process; 0 where the system does not say.
        package let mebibytes: Int
    }

    /// A curve that every log has, by the name that it is asked for by, or that comes of what was asked for besides.
    package enum Kind: String, Sendable, CaseIterable {
        case loss
        case learningRate = "learning-rate"
        case gradientNorm = "gradient-norm"
        case imagesPerSecond = "images-per-second"
        case std, correlation, rank, knn, linear
    }

    package let directory: String
    package let identity: RunIdentity
    /// `loss`, then the loss's terms by their names, then all others that were logged.
    package private(set) var names: [String] = []
    /// Those that are finished.
    package private(set) var epochs: [Epoch] = []
    /// Lines that cannot be read, without a last one that is still being written.
    package private(set) var damagedLines = 0
    private var curves: [String: [Value]] = [:]

    /// - Throws: `TrainingError` where there is no run, where it has logged nothing yet, or for a damaged record.
    package init(_ path: String) throws {
        let place = RunDirectory(path)
        guard FileStatus(place.record) != nil else {
            let found = FileStatus(path) == nil ? "is not there" : "holds no run (there is no run.json)"
            throw TrainingError(.directory, "\(path) \(found); give a directory that invar pretrain wrote")
        }
        directory = path
        identity = try RunRecord(path: place.record).run
        let content = FileStatus(place.metrics) == nil ? Data() : try FileBytes.read(place.metrics)
        read(content)
        guard !names.isEmpty else {
            throw TrainingError(
                .directory,
                "\(path) has logged no step yet: wait until it has, or train with a smaller --log-every")
        }
    }

    /// The last step that anything was logged of.
    package var lastStep: Int { curves.values.compactMap { $0.last?.step }.max() ?? 0 }

    /// Nothing for a name that it has no curve of.
    package func curve(_ name: String) -> [Value]? { curves[name] }

    private struct Line: Decodable {
        let kind: String
        let step: Int
        let epoch: Int?
        let seconds: Double?
        let residentMiB: Int?
        let loss: Double?
        let terms: [String: Double]?
        let imagesPerSecond: Double?
        let learningRate: Double?
        let gradientNorm: Double?
        let collapse: CollapseMeasures?
        let knn: Double?
        let linear: Double?
    }

    private mutating func read(_ content: Data) {
        let decoder = jsonDecoder()
        var lines: [Line] = []
        var begin = content.startIndex
        while begin < content.endIndex {
            let end = content[begin...].firstIndex(of: UInt8(ascii: "\n"))
            if let line = try? decoder.decode(Line.self, from: content[begin..<(end ?? content.endIndex)]) {
                lines.append(line)
            } else if end != nil {
                damagedLines += 1
            }
            begin = end.map { $0 + 1 } ?? content.endIndex
        }
        // a run whose epochs are shorter than what it logs steps by has means of epochs alone
        let losses = lines.contains { $0.kind == "step" } ? "step" : "epoch"
        for line in lines {
            if line.kind == losses {
                add(.loss, line.loss, line)
                for (term, value) in line.terms ?? [:] { add(Self.name(ofTerm: term), value, line) }
                add(.learningRate, line.learningRate, line)
                add(.gradientNorm, line.gradientNorm, line)
                add(.imagesPerSecond, line.imagesPerSecond, line)
            }
            if line.kind == "epoch", let number = line.epoch, let seconds = line.seconds {
                epochs.append(
                    Epoch(
                        number: number, seconds: seconds, imagesPerSecond: line.imagesPerSecond ?? .nan,
                        mebibytes: line.residentMiB ?? 0))
            }
            add(.std, line.collapse?.meanStandardDeviation, line)
            add(.correlation, line.collapse?.meanAbsoluteCorrelation, line)
            add(.rank, line.collapse?.effectiveRank, line)
            add(.knn, line.knn, line)
            add(.linear, line.linear, line)
        }
        let known = Kind.allCases.map(\.rawValue)
        names = curves.keys.filter { !known.contains($0) }.sorted()
        names = known.prefix(1) + names + known.dropFirst()
        names.removeAll { curves[$0] == nil }
    }

    /// A term may be called as another curve is.
    private static func name(ofTerm term: String) -> String { Kind(rawValue: term) == nil ? term : "term-\(term)" }

    private mutating func add(_ kind: Kind, _ value: Double?, _ line: Line) { add(kind.rawValue, value, line) }

    private mutating func add(_ name: String, _ value: Double?, _ line: Line) {
        if let value { curves[name, default: []].append(Value(step: line.step, value: value)) }
    }
}
