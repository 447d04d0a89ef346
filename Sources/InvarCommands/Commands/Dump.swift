import ArgumentParser
import Foundation
import Invar
import InvarCompiler
import InvarData
import InvarDump
import InvarKit
import InvarTraining

struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Show what an architecture becomes on its way to the processor.",
        usage: "\(programName) dump <architecture> [<options>]",
        discussion: """
            Stages, each made from the one before:

              captured         the graph of both views, forward into the loss
              simplified       after the rules, still without gradients
              differentiated   and the gradients and the optimizer's update: the whole step
              optimized        after the passes; fused nodes show their inner graph
              program          the steps with their buffers, FLOPs and bytes
              schedule         how --executor jit cuts up each different contraction, and
                               why; it is a file for --schedules
              llvm, asm        what --executor jit compiles: the code of each different
                               kernel, under a comment with the steps that run it

            A pass's name is a stage too: the graph as that pass left it.

            The text of a graph parses back; each line ends with the layer's name and
            the line of your program. A program's text is to be read only. json has the
            same for other tools. dot and svg draw layers as boxes (Graphviz). html is
            one page with every stage, to open in a browser.

            Examples:

              \(programName) dump vicreg-small --stage captured
              \(programName) dump vicreg-small --stage program --batch 64 --output program.txt
              \(programName) dump vicreg-small --format html --output dump.html
              \(programName) dump vicreg-small --stage captured --node encoder.bn1
              # --node: a layer, or a step by its number in the program
              \(programName) dump vicreg-small --stage asm --node encoder.conv1
              \(programName) dump vicreg-small --diff fuse-elementwise
              \(programName) dump vicreg-small --stats
              \(programName) dump vicreg-small --ranks 4 --stage program
              \(programName) dump vicreg-small --micro-batches 8 --diff accumulate
            """.flowing)

    @Argument(help: "The architecture (see: list).", completion: .architectures)
    var architecture: String
    @Option(
        help: "captured, simplified, differentiated, optimized, program, schedule, llvm, asm, or a pass.",
        completion: .stages)
    var stage = "optimized"
    @Option(help: "text, json, dot, svg or html.", completion: .formats)
    var format = DumpFormat.text.rawValue
    @Option(help: "Only this node (%12) or layer (encoder.bn1), with its neighbours.")
    var node: String?
    @Option(help: "Draw layers opened so many deep. (default: as deep as stays readable)")
    var depth: Int?
    @Option(help: "Instead of a stage: what this pass changed.", completion: .passes)
    var diff: String?
    @OptionGroup var microBatches: MicroBatchesOption
    @OptionGroup var memory: MemoryOption
    @Flag(help: "Instead of a stage: nodes, kernels, FLOPs, bytes and memory after each pass.")
    var stats = false
    @Option(help: "Images in a step, of all ranks together.")
    var batch = 256
    @Option(help: "How many processes share the step: what is shown is one rank's part of it.")
    var ranks = 1
    @Flag(help: "With --ranks: each rank keeps a part of the optimizer's large moments.")
    var shardOptimizer = false
    @Option(help: "adamw, sgd or lars: whose update the step ends with.", completion: .list(["adamw", "sgd", "lars"]))
    var optimizer = "adamw"
    @Option(help: "The gradient is clipped to this norm.")
    var clipGradientNorm: Double?
    @OptionGroup var schedules: SchedulesOption
    @Option(help: "A file, instead of the terminal.", completion: .file(), transform: PathOption.parse)
    var output: String?

    func run() throws {
        let model = try Architectures.named(architecture)
        let format = try DumpFormat(named: format)
        try Choices.atLeastOne(batch, "--batch")
        try Choices.atLeastOne(ranks, "--ranks")
        guard ranks > 1 || !shardOptimizer else {
            throw CommandError("--shard-optimizer shares out what one rank has alone; give --ranks too")
        }
        try Choices.atLeastOne(depth, "--depth")
        try refuseContradictions(format)
        let history = try history(of: model, OptimizerVariant("optimizer", named: optimizer).usual.optimizer)
        let (text, what) = try text(history, format)
        // of other formats each byte counts
        guard let output else { return format == .text ? Output.lines(text) : Output.data(text + "\n") }
        try Output.write(text + "\n", to: output)
        Output.line("\(output): \(what) of \(model.name), \(text.split(separator: "\n").count) lines")
    }

    private func text(_ history: History, _ format: DumpFormat) throws -> (text: String, what: String) {
        if let diff { return (try history.difference(pass: diff), "what \(diff) changed") }
        if stats {
            let statistics = history.statistics
            return (format == .json ? statistics.json() : Format.table(statistics.table), "statistics")
        }
        return (try history.dump(stage, as: format, DumpOptions(depth: depth, node: node)), stage)
    }

    /// As a run without further options would be planned.
    private func history(of model: JointEmbedding, _ optimizer: Optimizer) throws -> History {
        let executor = try ExecutorKind.standard.executor(schedules: schedules.said())
        let threads = try Choices.threads(nil)
        return try model.history(
            batch: batch, ranks: ranks, microBatches: microBatches.count() ?? 1, shardsOptimizer: shardOptimizer,
            optimizer: optimizer, gradientNormLimit: clipGradientNorm, memory: memory.bytes(),
            options: schedules.compileOptions()
        ) { try executor.bytes($0, threads: threads) }
    }

    /// What would be left unused is a mistake.
    private func refuseContradictions(_ format: DumpFormat) throws {
        if diff != nil && stats { throw CommandError("--diff and --stats are two dumps; ask for one") }
        if diff != nil && format != .text { throw CommandError("--diff is text; leave --format \(format) out") }
        if stats && format != .text && format != .json {
            throw CommandError("--stats is a table (text) or json; --format \(format) has none")
        }
        if (diff != nil || stats) && (node != nil || depth != nil) {
            throw CommandError("--node and --depth show a part of a stage; leave them out with --diff and --stats")
        }
        if depth != nil && (format == .text || format == .json) {
            throw CommandError("--depth is for drawings: --format dot, svg or html")
        }
    }
}
