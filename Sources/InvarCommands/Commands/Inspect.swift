import ArgumentParser
import Foundation
import InvarData
import InvarDump
import InvarTraining

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "List the tensors of a checkpoint: names, shapes, values at a glance.",
        discussion: """
            Reads safetensors files (checkpoints, encoders, and those of other programs)
            and .npy files, with numbers of all usual kinds: F64 to F8, BF16, integers,
            BOOL. Of other kinds it says name and shape. Only the header is believed after
            it was checked; nothing in a file is executed.

            Examples:

              \(programName) inspect runs/first/encoder.safetensors
              \(programName) inspect runs/first/encoder.safetensors --matching running_mean
              # a run: its last checkpoint
              \(programName) inspect runs/first
            """.flowing)

    @Argument(
        help: "A .safetensors or .npy file, or the directory of a run.", completion: .file(),
        transform: PathOption.parse)
    var file: String
    @Option(help: "Only tensors whose name contains this.")
    var matching: String?

    func run() throws {
        if FileStatus(file)?.isDirectory == true { return try inspectTensors(RunDirectory(file).lastCheckpoint) }
        if file.hasSuffix(".npy") {
            guard matching == nil else { throw CommandError("an .npy file holds one array; leave --matching out") }
            let tensor = try NpyFile.read(file)
            let row = Self.row("(array)", tensor.shape, tensor.element.rawValue, tensor)
            Output.lines(Format.table([Self.header, row], leftAligned: [0, 1, 2]))
        } else {
            try inspectTensors(file)
        }
    }

    private func inspectTensors(_ path: String) throws {
        let file = try SafetensorsFile(path: path)
        let names = file.names.filter { name in matching.map { name.contains($0) } ?? true }
        var rows = [Self.header]
        var values = 0
        for name in names {
            guard let entry = file.entries[name] else { continue }
            // one that is of a kind that cannot be read is listed all the same
            let tensor = try entry.element == nil ? nil : file.tensor(name)
            values += entry.shape.reduce(1, *)
            rows.append(Self.row(name, entry.shape, entry.dtype, tensor))
        }
        Output.lines(Format.table(rows, leftAligned: [0, 1, 2]))
        let hidden = file.entries.count - names.count
        Output.line(
            "\(Format.count(names.count, "tensor")), \(Format.count(values, "value"))"
                + (hidden > 0 ? " (\(Format.grouped(hidden)) not shown)" : ""))
        for (key, value) in file.metadata.sorted(by: { $0.key < $1.key }) { Output.line("\(key): \(value)") }
        for key in file.otherMetadata { Output.line("\(key): (not text, and passed over)") }
    }

    private static let header = ["NAME", "SHAPE", "TYPE", "MEAN", "STD", "MIN", "MAX", "NOT FINITE"]

    /// - Parameter tensor: nothing where its values cannot be read.
    private static func row(_ name: String, _ shape: [Int], _ type: String, _ tensor: StoredTensor?) -> [String] {
        let shape = "[" + shape.map(String.init).joined(separator: ", ") + "]"
        guard let tensor else { return [name, shape, type, "-", "-", "-", "-", "-"] }
        let statistics = ValueStatistics(tensor.floats)
        return [
            name, shape, type, Format.short(statistics.mean), Format.short(statistics.deviation),
            Format.short(statistics.minimum), Format.short(statistics.maximum),
            statistics.notFinite == 0 ? "-" : "\(statistics.notFinite)",
        ]
    }
}

/// Values at a glance. Those that are not finite are counted, and left out of the rest.
struct ValueStatistics {
    private(set) var mean = Double.nan
    /// Divisor n.
    private(set) var deviation = Double.nan
    private(set) var minimum = Double.nan
    private(set) var maximum = Double.nan
    private(set) var notFinite = 0

    init(_ values: [Float]) {
        var (sum, count) = (0.0, 0)
        var (low, high) = (Float.infinity, -Float.infinity)
        for value in values {
            guard value.isFinite else {
                notFinite += 1
                continue
            }
            sum += Double(value)
            count += 1
            low = min(low, value)
            high = max(high, value)
        }
        guard count > 0 else { return }
        let mean = sum / Double(count)
        let squares = values.reduce(0.0) { $1.isFinite ? $0 + (Double($1) - mean) * (Double($1) - mean) : $0 }
        (self.mean, deviation) = (mean, (squares / Double(count)).squareRoot())
        (minimum, maximum) = (Double(low), Double(high))
    }
}
