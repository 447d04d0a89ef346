import ArgumentParser
import Invar
import InvarData
import InvarDump
import InvarTraining

struct Plot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draw the curves of runs: loss, its terms, learning rate, collapse, accuracies.",
        usage: "\(programName) plot <run> ... [<options>]",
        discussion: """
            Reads what pretrain logged (metrics.jsonl), also while it goes on, and draws a panel
            for each curve over the steps. Several runs are drawn together, each in a colour
            of its own; runs that differ in their seed alone become one line, their mean, in
            a band from the smallest to the largest of them.

              loss, its terms         of each logged step; a term before its coefficient
              learning-rate           of each logged step
              gradient-norm           of each logged step, where gradients are clipped
              std, correlation, rank  of each epoch's last embeddings; collapse is a std
                                      near 0, a correlation near 1, or a rank near 1
              knn, linear             what pretrain --monitor found after each epoch
              images-per-second       only where --terms asks for it

            Look first at std, correlation and rank: a loss that falls while they collapse
            learns nothing.

            Examples:

              \(programName) plot runs/first
              \(programName) plot runs/first runs/second --terms loss,rank --log
              \(programName) plot runs/compare/vicreg-small/* --smooth 20 --out seeds.svg
            """.flowing)

    @Argument(
        help: ArgumentHelp("The directories of runs.", valueName: "run"), completion: .runs,
        transform: PathOption.parse)
    var directories: [String]
    @Option(
        name: [.customLong("output"), .customLong("out")],
        help: "The picture, a .png or .svg file. (default: curves.png in the first run's directory)",
        transform: PathOption.parse)
    var output: String?
    @Option(help: "Which curves, with commas between. (default: all but images-per-second)")
    var terms: String?
    @Flag(help: "Logarithmic axes for curves whose values are all above 0.")
    var log = false
    @Option(help: "Draw means of this many logged values, and what was logged paler beneath.")
    var smooth = 1

    func validate() throws {
        if directories.isEmpty { throw ValidationError("give the directory of a run, or of several") }
    }

    func run() throws {
        try Choices.atLeastOne(smooth, "--smooth")
        let path = try Choices.picture(output) ?? PathParts.join(directories[0], "curves.png")
        let runs = try directories.map { try RunCurves($0) }
        for run in runs where run.damagedLines > 0 {
            Output.warning(
                "\(Format.count(run.damagedLines, "line")) of \(RunDirectory(run.directory).metrics) cannot be read, and "
                    + "\(run.damagedLines == 1 ? "is" : "are") left out")
        }
        var picture = CurvesPicture(runs)
        (picture.isLogarithmic, picture.smoothing) = (log, smooth)
        let names = try chosen(picture)
        try Output.write(picture.figure(names), to: path)
        Output.line("\(path): \(names.joined(separator: ", ")) of \(Format.count(runs.count, "run"))")
    }

    private func chosen(_ picture: CurvesPicture) throws -> [String] {
        guard let terms else { return picture.usualNames }
        return try Choices.list(terms, "--terms", "names of curves") { $0.isEmpty ? nil : $0 }.reduce(into: []) {
            guard picture.names.contains($1) else { throw CommandError(unknown: "curve", $1, among: picture.names) }
            if !$0.contains($1) { $0.append($1) }
        }
    }
}
