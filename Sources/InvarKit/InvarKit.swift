/// One import for a program that trains encoders and uses them.
///
///     import InvarKit
///
///     let run = TrainingRun(Zoo.vicregSmall, on: try Dataset.load("fashion-mnist", split: .train), into: "runs/a")
///     try await run.train()
///     let found = try TrainedEncoder("runs/a").embed(folder: "photographs")
@_exported import Invar
@_exported import InvarData
@_exported import InvarDump
@_exported import InvarTraining
