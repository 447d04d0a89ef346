import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDump
import InvarTraining

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The architectures and the data sets that can be used here.",
        discussion: """
            Examples:

              \(programName) list
              # the rows of the paper's tables 4, 5 and 7 too
              \(programName) list --all

            An architecture's parameters are counted in the encoder, which is what remains
            after pretraining, and in the heads: expander and predictor. Data sets are
            looked for by name in $INVAR_DATA, data/, /usr/share/datasets and
            ~/.local/share/invar. A directory works as well: idx files, the binary files of
            CIFAR or STL-10, NumPy's arrays, images in a folder for each class, tar shards (docs/data.md), or
            WAV files in a folder for each class (docs/signals.md).
            """.flowing)

    @Flag(help: "Those as well that are there for comparison only.")
    var all = false

    func run() throws {
        var rows = [["ARCHITECTURE", "IMAGE", "ENCODER", "HEADS", "REPRESENTATION", "EMBEDDING"]]
        let known = Architectures.known
        for model in all ? known.all : known.listed { rows.append(try row(model)) }
        Output.lines(Format.table(rows))
        if !all, !known.more.isEmpty {
            Output.line("\(known.more.count) more, there for comparison: \(programName) list --all")
        }
        Output.line()
        let own = DatasetCatalog.own.keys.sorted()
        let others = DatasetCatalog.entries.filter { !own.contains($0.name) }
        let places = own.map { [$0, "made by this program"] } + others.map(place)
        Output.lines(Format.table([["DATA", "WHERE"]] + places, leftAligned: [0, 1]))
    }

    private func row(_ model: JointEmbedding) throws -> [String] {
        let widths = try Set(model.featureWidths().compactMap { $0 }).sorted().map(String.init)
        let shapes = try model.signalShapes().compactMap { $0 }
        let image =
            model.image.isNone
            ? shapes.first.map { "signals of \($0.words)" } ?? "rows of \(widths.joined(separator: ", "))"
            : "\(model.image.height)×\(model.image.width)×\(model.image.channels)"
        let captured = try model.captureTraining(batch: 128)
        func count(_ isWanted: (StateSpec) -> Bool) -> Int {
            captured.states.reduce(0) { $0 + ($1.role == .parameter && isWanted($1) ? $1.type.count : 0) }
        }
        let encoder = count { $0.owner?.part == .encoder }
        return [
            model.name, image, Format.grouped(encoder), Format.grouped(count { _ in true } - encoder),
            "\(captured.representations.first?.shape.last ?? 0)", "\(captured.embeddings.first?.shape.last ?? 0)",
        ]
    }

    private func place(_ entry: DatasetCatalog.Entry) -> [String] {
        [entry.name, DatasetCatalog.place(of: entry.name) ?? "not here: \(entry.advice)"]
    }
}
