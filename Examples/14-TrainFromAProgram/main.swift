// Train from a program of your own: what happens arrives as events, and a cancelled task saves before it ends.
//
//     swift run -c release TrainFromAProgram
import InvarKit

let model = JointEmbedding("tiny", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353])) {
    Views {
        RandomResizedCrop(scale: 0.2...1)
        HorizontalFlip()
    }
    Encoder {
        Conv(16, kernel: 3, stride: 2); BatchNorm(); ReLU()
        Conv(32, kernel: 3, stride: 2); BatchNorm(); ReLU()
        GlobalAveragePool()
    }
    Expander {
        Linear(128); BatchNorm(); ReLU(); Linear(128)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

let images = try Dataset.load("fashion-mnist", split: .train).prefix(2560)
var run = TrainingRun(model, on: images, into: CommandLine.arguments.dropFirst().first ?? "runs/program")
run.configuration.epochs = 3
run.configuration.batch = 128

// The first sitting is a task. Whoever has it may cancel it, such as a button: here, when the first epoch is over.
let (epochs, epochIsOver) = AsyncStream.makeStream(of: Int.self)
let sitting = Task { [run] in
    try await run.train { event in
        if case .epoch(let report) = event { epochIsOver.yield(report.epoch) }
    }
}
for await epoch in epochs {
    print("epoch \(epoch) is over: that is enough for now")
    sitting.cancel()
    break
}
print(try await sitting.value)

// The second goes on with the losses, bit for bit, of a run that was never stopped. Its events are a sequence.
run.start = .resume
for try await event in run.events {
    switch event {
    case .started(let started): print("goes on after step \(started.fromStep)")
    case .epoch(let report): print("epoch \(report.epoch): rank \(Int(report.collapse.effectiveRank)) of 128")
    case .finished(let summary): print(summary)
    case .step, .monitor, .checkpoint: break
    }
}
