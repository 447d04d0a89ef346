import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarEmit
import InvarGraph
internal import InvarJIT
import InvarKit
import InvarTraining

struct Emit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emit",
        abstract: "Write an encoder, or a whole step of training, as C and assembly that need nothing else.")

    @Argument(
        help: ArgumentHelp("The directory of a run, or an architecture (see: list).", valueName: "run or architecture"),
        completion: .runs)
    var subject: String
    @Option(help: "A new directory for what is written.", completion: .directory, transform: PathOption.parse)
    var output: String
    @Option(
        help: ArgumentHelp(
            "package (SwiftPM, CMake, pip), c (the files alone), object or bundle (compiled here).", valueName: "form"))
    var form = "package"
    @Flag(help: "Replace an earlier emission.")
    var force = false
    @Option(help: "encoder, or training: a step with gradients and update.")
    var step = "encoder"
    @Option(
        help:
            "Images that are computed together; of an encoder several, as in 1,16. (default: 1,16; of training the run's, or 256)"
    )
    var batch: String?
    @Option(help: "Of \(EmissionTarget.allCases.map(\.rawValue).joined(separator: ", ")), or all.")
    var targets = "all"
    @Option(help: "Of training, without a run: adamw, sgd, sgd-nesterov, lars, lars-clipped.", completion: .optimizers)
    var optimizer = "adamw"

    func run() throws {
        let model = try Architectures.named(subject)
        let form = try EmissionForm("form", named: form)
        let targets =
            try targets == "all"
            ? EmissionTarget.allCases
            : targets.split(separator: ",").map { try EmissionTarget("target", named: String($0)) }
        let batches = try Choices.list(batch ?? (step == "encoder" ? "1,16" : "256"), "--batch", "whole numbers") {
            Int($0)
        }
        let emitted: EmittedModel
        if step == "encoder" {
            emitted = try EmittedModel(encoderOf: model, batches: batches)
        } else {
            let variant = try OptimizerVariant("optimizer", named: optimizer)
            emitted = try EmittedModel(
                training: TrainingStep.build(
                    model, optimizer: variant.usual.optimizer, batch: batches[0], exposing: []))
        }
        let code = try EmittedCode(emitted, targets: targets)
        for note in try EmittedPackage(code: code, form: form).write(to: output, replacing: force) { Output.note(note) }
    }
}
