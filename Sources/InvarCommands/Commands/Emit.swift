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
        abstract: "Write an encoder, or a whole step of training, as C and assembly that need nothing else.",
        discussion: """
            Of an encoder: what takes pictures, or numbers, and gives representations. Of a
            step (--step training): forward, gradients and the optimizer's update. The code
            is compiled for several kinds of processor, and chooses among them when it runs.
            It needs a C compiler and the C library: no Swift, no LLVM, no BLAS.

            The subject is a run, whose weights are written beside the code, or an
            architecture, with --weights or without weights.

            Examples:

              \(programName) emit runs/first --output first
              cmake -S first -B build && cmake --build build
              pip install ./first
              # the C and assembler files alone
              \(programName) emit runs/first --form c --output code
              cc -O2 -Icode my.c code/*.c code/*.S -lpthread
              # for some processors only, and for batches of 1 and of 64 images
              \(programName) emit runs/first --targets x86-64-v3,aarch64 --batch 1,64 --output first
              # torchvision's weights as a part of the code
              \(programName) emit vicreg-resnet50 --weights resnet50.safetensors --embed --output r
              # a step of training, with the state that it begins with
              \(programName) emit vicreg-mlp --step training --batch 64 --output step
              # a step that goes on with a run, and whose state the run goes on from
              \(programName) emit runs/first --step training --output step
            """.flowing)

    /// What is written out.
    enum Step: String, CaseIterable { case encoder, training }

    @Argument(
        help: ArgumentHelp("The directory of a run, or an architecture (see: list).", valueName: "run|architecture"),
        completion: .runs)
    var subject: String
    @Option(
        help: "A directory for what is written. (default: the model's name)", completion: .directory,
        transform: PathOption.parse)
    var output: String?
    @Option(
        help: ArgumentHelp(
            "package (for SwiftPM, CMake and pip), c (the files alone), sources (for a plugin), object or bundle (compiled here).",
            valueName: "form"), completion: .list(EmissionForm.allCases.map(\.rawValue)))
    var form = EmissionForm.package.rawValue
    @Flag(help: "Replace an earlier emission, with all that is in its directory.")
    var force = false
    @Option(
        help: "encoder, or training: a step with gradients and update.", completion: .list(["encoder", "training"]))
    var step = Step.encoder.rawValue
    @Option(
        help:
            "Images that are computed together: of an encoder several sizes, of training one. (default: 1,16; the run's, or 256)"
    )
    var batch: String?
    @Option(
        help: ArgumentHelp(
            "\(EmissionTarget.allCases.map(\.rawValue).joined(separator: ", ")), some of them, or all.",
            valueName: "names"))
    var targets = "all"
    @Option(
        help: "Of an architecture: a safetensors file with the encoder's weights; torchvision's ResNets fit.",
        completion: .file(extensions: ["safetensors"]), transform: PathOption.parse)
    var weights: String?
    @Flag(help: "Make the encoder's weights a part of the code.")
    var embed = false
    @OptionGroup var branch: BranchOption
    @Option(
        help: "Of training, without a run: adamw, sgd, sgd-nesterov, lars or lars-clipped. (default: adamw)",
        completion: .optimizers)
    var optimizer: String?
    @Option(
        help:
            "Without a run and without weights: write initial values of this seed beside the code; of training those of 0 else."
    )
    var seed: UInt64?
    @Option(help: "What the emitted functions' names begin with. (default: from the architecture's name)")
    var name: String?
    @Option(
        help: "Schedules of contractions, as \(programName) tune writes them. (default: the cost model's)",
        completion: .file(), transform: PathOption.parse)
    var schedules: String?
    @Option(
        help: ArgumentHelp(
            "For tools that build: check the whole architecture, and name the file of a mistake by its path below this directory.",
            valueName: "directory"), completion: .directory, transform: PathOption.parse)
    var sourceRoot: String?

    func run() throws {
        guard let sourceRoot else { return try emit() }
        do {
            if !isRun { _ = try Architectures.named(subject).captureTraining(batch: 128) }
            try emit()
        } catch let error as Diagnostic where error.site != nil {
            Output.note(SourceFiles(below: sourceRoot).locating(error).description)
            throw ExitCode.failure
        }
    }

    /// A directory with a run in it; one that has an architecture's name, but no run, is what was emitted of that before.
    private var isRun: Bool {
        FileStatus(RunDirectory(subject).record) != nil
            || FileStatus(subject)?.isDirectory == true && !Architectures.known.all.contains { $0.name == subject }
    }

    private func emit() throws {
        let form = try EmissionForm("form", named: form)
        let emission = try emission()
        let output = output ?? emission.code.model.name.lower
        let package = EmittedPackage(emission, form: form)
        for note in try package.write(to: output, replacing: force) { Output.note(note) }
        if sourceRoot == nil { say(package, emission, to: output) }
    }

    private func say(_ package: EmittedPackage, _ emission: Emission, to output: String) {
        let model = emission.code.model
        Output.line(
            "\(output): \(model.described), for \(emission.code.targets.map(\.rawValue).joined(separator: ", "))")
        Output.line("how it is called: \(PathParts.join(output, package.header))")
        guard emission.weights == nil, !model.isTraining else { return }
        Output.note("no weights were given: load those of a run's encoder.safetensors, or emit a run")
    }

    // MARK: What was asked for

    private func emission() throws -> Emission {
        var settings = Emission.Settings(
            targets: try chosenTargets(), schedules: try chosenSchedules(), isEmbedded: embed, name: try name.map(cName)
        )
        switch try Step("step", named: step) {
        case .encoder:
            if isRun && weights != nil { throw CommandError("a run has weights of its own; leave --weights out") }
            try refuse([("--optimizer", optimizer != nil)], "--step encoder")
            try refuse([("--seed", seed != nil && (isRun || weights != nil))], "weights that are given")
            settings.batches = try batches() ?? [1, 16]
            return try encoder(settings)
        case .training:
            try refuse(
                [("--weights", weights != nil), ("--embed", embed), ("--branch", try branch.index() != 0)],
                "--step training")
            return try training(settings)
        }
    }

    private func encoder(_ settings: Emission.Settings) throws -> Emission {
        let branch = try branch.index()
        guard isRun || weights != nil else {
            if embed { throw CommandError("--embed needs weights: emit a run, or give --weights") }
            return try Emission(encoderOf: Architectures.named(subject), branch: branch, seed: seed, settings)
        }
        let given = try isRun ? nil : Architectures.named(subject)
        let trained = try TrainedEncoder(
            weights ?? subject, named: { try given ?? Architectures.named($0 ?? "") }, given: given, branch: branch,
            batch: 1, executor: ExecutorKind.reference.executor(), threads: 1)
        if let ignored = trained.ignored { Output.note("\(trained.source): \(ignored) ignored") }
        return try Emission(trained, settings)
    }

    private func training(_ settings: Emission.Settings) throws -> Emission {
        let batches = try batches()
        if let batches, batches.count != 1 {
            throw CommandError("--batch \(batch ?? ""): a step of training has one size; give one number")
        }
        guard isRun else {
            let variant = try OptimizerVariant("optimizer", named: optimizer ?? OptimizerVariant.adamW.rawValue)
            return try Emission(
                trainingOf: Architectures.named(subject), optimizer: variant.usual.optimizer, batch: batches?[0] ?? 256,
                seed: seed ?? 0, settings)
        }
        try refuse(
            [("--optimizer", optimizer != nil), ("--seed", seed != nil), ("--batch", batch != nil)],
            "a run, which says it itself")
        let record = try FinishedRunRecord(subject)
        return try Emission(
            trainingOf: Architectures.named(record.record.run.architecture), run: record,
            optimizers: Architectures.known.optimizers, settings)
    }

    private func refuse(_ options: [(String, Bool)], _ what: String) throws {
        if let (option, _) = options.first(where: \.1) { throw CommandError("leave \(option) out with \(what)") }
    }

    private func batches() throws -> [Int]? {
        guard let batch else { return nil }
        let sizes = try Choices.list(batch, "--batch", "whole numbers of at least 1") {
            Int($0).flatMap { $0 > 0 ? $0 : nil }
        }
        return Set(sizes).sorted()
    }

    private func chosenTargets() throws -> [EmissionTarget] {
        if targets == "all" { return EmissionTarget.allCases }
        let named = try targets.split(separator: ",").map { try EmissionTarget("target", named: $0.trimmingSpaces) }
        guard !named.isEmpty else { throw CommandError("--targets names none; leave it out for all") }
        return EmissionTarget.allCases.filter(named.contains)
    }

    private func chosenSchedules() throws -> ScheduleTable {
        guard let schedules, schedules != "off" else { return .empty }
        return try ScheduleTable(
            parsing: String(decoding: try FileBytes.read(schedules), as: UTF8.self), name: schedules)
    }

    private func cName(_ text: String) throws -> CName {
        let made = CName(text)
        guard made.lower == text else {
            throw CommandError(
                "--name \(text): give small letters, digits and _, a letter first; for example \(made.lower)")
        }
        return made
    }
}
