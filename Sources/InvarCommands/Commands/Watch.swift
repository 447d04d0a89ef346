import ArgumentParser
import Foundation
import InvarData
import InvarDump
import InvarGraph
import InvarTraining

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show the curves of a run in the terminal, while it trains.",
        usage: "\(programName) watch <run> [<options>]",
        discussion: """
            Draws loss, terms, learning rate and measures of collapse over the steps of the
            whole run, and draws them anew when more is logged. It only reads, so that
            it can be begun and ended (Ctrl-C) at any time; it ends by itself when the
            run is finished. Into a file or a pipe it writes what there is, once.

            Examples:

              \(programName) watch runs/first
              \(programName) watch runs/first --terms loss,rank
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directory of a run.", valueName: "run"), completion: .runs,
        transform: PathOption.parse)
    var directory: String
    @Option(help: "Which curves, with commas between. (default: all but images-per-second)")
    var terms: String?

    /// A line for the name and the last value, and two for the curve.
    private static let rows = 2

    func run() throws {
        guard let record = try RunRecord.ofRun(directory) else {
            throw CommandError("\(directory) holds no run (there is no run.json); give a directory that pretrain wrote")
        }
        let steps = record.stepsPerEpoch * record.run.configuration.epochs
        guard Terminal.isInteractive else {
            return Output.lines(try picture(RunCurves(directory), record, steps).joined(separator: "\n"))
        }
        var drawn = 0
        var seen: Data?
        while true {
            let content = try? FileBytes.read(RunDirectory(directory).metrics)
            if content != seen || drawn == 0 {
                seen = content
                // what is logged may be nothing yet, or a line that is being written
                let curves = try? RunCurves(directory)
                let lines = try curves.map { try picture($0, record, steps) } ?? ["waiting for the first logged step"]
                let up = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
                Output.data(up + lines.map { $0 + "\u{1B}[K\n" }.joined() + "\u{1B}[J")
                drawn = lines.count
                if let last = curves?.lastStep, last >= steps { return }
            }
            sleep(2)
        }
    }

    private func picture(_ curves: RunCurves, _ record: RunRecord, _ steps: Int) throws -> [String] {
        let width = Terminal.width
        let last = curves.lastStep
        let epoch = min((max(last, 1) - 1) / max(record.stepsPerEpoch, 1) + 1, record.run.configuration.epochs)
        let speed = curves.curve(RunCurves.Kind.imagesPerSecond.rawValue)?.last.map {
            ", \(Format.fixed($0.value, 0)) images/s"
        }
        let head =
            "\(visible(directory.shown)): step \(Format.grouped(last)) of \(Format.grouped(steps)), epoch \(epoch) of "
            + "\(record.run.configuration.epochs)\(speed ?? "")"
        var lines = [String(head.prefix(width))]
        let names = try chosen(curves)
        let label = (names.map(\.count).max() ?? 0) + 2
        for name in names {
            let values = curves.curve(name) ?? []
            let finite = values.map(\.value).filter(\.isFinite)
            let now = values.last.map { Format.short($0.value) } ?? ""
            let range = finite.min().flatMap { low in
                finite.max().map { "\(Format.short(low)) to \(Format.short($0))" }
            }
            let columns = min(width - label - 12, 100)
            guard Terminal.isUnicode, columns >= 20 else {
                lines.append(String("\(padded(name, label))\(now)  (\(range ?? "no number"))".prefix(width)))
                continue
            }
            let chart = LineChart.lines(
                values.map { (Double($0.step), $0.value) }, over: 0...Double(max(steps, last)), columns: columns,
                rows: Self.rows)
            lines.append(padded(name, label) + padded(now, 11) + chart[0])
            let under = String((range ?? "").prefix(label + 10))
            lines.append(padded(under, label + 11) + chart[1])
        }
        return lines
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func chosen(_ curves: RunCurves) throws -> [String] {
        guard let terms else { return curves.names.filter { $0 != RunCurves.Kind.imagesPerSecond.rawValue } }
        return try Choices.list(terms, "--terms", "names of curves") { $0.isEmpty ? nil : $0 }.map {
            guard curves.names.contains($0) else { throw CommandError(unknown: "curve", $0, among: curves.names) }
            return $0
        }
    }
}
