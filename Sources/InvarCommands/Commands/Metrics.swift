import ArgumentParser
import InvarData
import InvarDump
import InvarExport
import InvarTraining

struct Metrics: ParsableCommand {
    enum FileFormat: String, CaseIterable { case csv, tensorboard }

    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Write what a run logged for other programs: a table, or TensorBoard's events.",
        usage: "\(programName) metrics <run> [<options>]",
        discussion: """
            Reads metrics.jsonl, also while the run goes on. A table (csv) has a line for each
            step that was logged: loss, terms before their coefficients, learning rate, and
            what epochs add: measures of collapse (std, correlation, rank), knn and linear of
            pretrain --monitor. What a step has no value of is empty.

            TensorBoard's events have the same curves, the run's record as text, and the
            encoder's weights as histograms with --histograms. pretrain --tensorboard writes
            them while it trains, and pictures of the views too.

            Examples:

              \(programName) metrics runs/first
              \(programName) metrics runs/first --format tensorboard --histograms
              tensorboard --logdir runs
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directory of a run.", valueName: "run"), completion: .runs, transform: PathOption.parse)
    var directory: String
    @Option(help: "csv or tensorboard.", completion: .list(FileFormat.allCases.map(\.rawValue)))
    var format = FileFormat.csv.rawValue
    @Option(
        help: "The table's file. (default: metrics.csv in the run's directory)", completion: .file(),
        transform: PathOption.parse)
    var output: String?
    @Flag(help: "With --format tensorboard: the encoder's weights too.")
    var histograms = false

    func run() throws {
        let curves = try RunCurves(directory)
        switch try FileFormat("format", named: format) {
        case .csv:
            guard !histograms else { throw CommandError("--histograms: a table has none; use --format tensorboard") }
            let path = output ?? PathParts.join(directory, "metrics.csv")
            try Choices.makeDirectory(of: path)
            try AtomicFile.write(curves.csv, to: path)
            Output.line("\(path): \(curves.names.joined(separator: ", "))")
        case .tensorboard:
            guard output == nil else {
                throw CommandError("--output: TensorBoard's events go into the run's directory, by which it names them")
            }
            let log = try BoardLog(directory)
            try log.update()
            if histograms { try log.addWeights() }
            Output.line("\(log.path): look at it with tensorboard --logdir \(shellQuoted(directory))")
        }
    }
}
