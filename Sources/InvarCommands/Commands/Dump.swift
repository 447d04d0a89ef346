import ArgumentParser
import Foundation
import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarTraining

struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print what an architecture becomes on its way to the processor.",
        discussion: """
            Stages, each made from the one before:

              captured         the graph of both views, forward into the loss
              differentiated   and the gradients and the optimizer's update: the whole step
              optimized        after the passes; fused nodes show their inner graph
              program          the steps with their buffers, FLOPs and bytes

            The graphs are text that parses back. Each line ends with the layer's name
            and the line of your program.

            Examples:

              \(programName) dump vicreg-small --stage captured
              \(programName) dump vicreg-small --stage program --batch 64 --output program.txt
            """)

    enum Stage: String, CaseIterable { case captured, differentiated, optimized, program }

    @Argument(help: "The architecture (see: list).")
    var architecture: String
    @Option(help: "captured, differentiated, optimized or program.")
    var stage = Stage.optimized.rawValue
    @Option(help: "Images in a step.")
    var batch = 256
    @Option(help: "adamw, sgd or lars: whose update the step ends with.")
    var optimizer = "adamw"
    @Option(help: "A file, instead of the terminal.")
    var output: String?

    func run() throws {
        let model = try Architectures.named(architecture)
        guard let stage = Stage(rawValue: stage) else {
            throw CommandError(unknown: "stage", stage, among: Stage.allCases.map(\.rawValue))
        }
        try Choices.atLeastOne(batch, "--batch")
        let text = try text(stage, model, Recipe.usual(optimizer).optimizer)
        guard let output else { return Output.line(text) }
        try Choices.makeDirectory(of: output)
        try AtomicFile.write(text + "\n", to: output)
        Output.line("\(output): \(stage.rawValue) of \(model.name), \(text.split(separator: "\n").count) lines")
    }

    private func text(_ stage: Stage, _ model: JointEmbedding, _ optimizer: Optimizer) throws -> String {
        if stage == .captured { return try TrainingStep.forward(model, batch: batch).builder.finish().description }
        let step = try TrainingStep.build(model, optimizer: optimizer, batch: batch)
        return switch stage {
        case .captured, .differentiated: step.graph.description
        case .optimized: optimize(step.graph).description
        case .program: step.program.description
        }
    }
}
