import Foundation
import InvarData

extension MetricsLog.Line {
    init(_ report: StepReport) {
        self.init(
            kind: .step, epoch: report.epoch, step: report.step, loss: report.loss,
            terms: MetricsLog.Line.byName(report.terms), imagesPerSecond: report.imagesPerSecond,
            learningRate: report.learningRate, gradientNorm: report.gradientNorm)
    }

    init(_ report: EpochReport) {
        self.init(
            kind: .epoch, epoch: report.epoch, step: report.step, loss: report.loss,
            terms: MetricsLog.Line.byName(report.terms), imagesPerSecond: report.imagesPerSecond,
            gradientNorm: report.gradientNorm, seconds: report.seconds, collapse: report.collapse,
            residentMiB: report.residentMemory >> 20)
    }

    private static func byName(_ terms: [TermValue]) -> [String: Double] {
        Dictionary(terms.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
}

extension TrainingError {
    /// An error's own words, without a second "error:".
    static func words(_ error: any Error) -> String {
        if let error = error as? DataError { return "\(error.subject) \(error.message)" }
        return (error as? TrainingError)?.message ?? "\(error)"
    }
}

/// What the process holds in memory now.
enum ResidentMemory {
    /// In bytes; 0 where the system does not say.
    static var current: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
