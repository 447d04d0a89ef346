import Foundation
import Invar
import InvarCompiler
import InvarData
import InvarGraph
import InvarRuntime
import InvarTraining

/// A workload that other frameworks were measured on too, by name.
struct Workload {
    enum Kind {
        /// VICReg's loss and its gradients with respect to both embeddings of batch × width.
        case loss(batch: Int, width: Int)
        /// The whole step with SGD and momentum on synthetic images.
        case training(JointEmbedding, batch: Int)
        /// The encoder alone, in evaluation mode, on synthetic images.
        case inference(JointEmbedding, batch: Int)
        case augmentation(AugmentationBenchmark)
    }

    let name: String
    let kind: Kind

    static let all: [Workload] =
        [(256, 2048), (256, 8192), (1024, 8192), (2048, 8192)].map { batch, width in
            Workload(name: "loss-\(batch)x\(width)", kind: .loss(batch: batch, width: width))
        } + [
            Workload(name: "mlp-fmnist", kind: .training(Zoo.vicregMLP, batch: 256)),
            Workload(name: "convnet-fmnist", kind: .training(Zoo.vicregConvNet, batch: 256)),
            Workload(name: "resnet18-cifar", kind: .training(Zoo.vicregResNet18, batch: 128)),
            Workload(name: "resnet50-224", kind: .training(Zoo.vicregResNet50, batch: 8)),
            Workload(name: "resnet50-infer-b1", kind: .inference(Zoo.vicregResNet50, batch: 1)),
            Workload(name: "resnet50-infer-b16", kind: .inference(Zoo.vicregResNet50, batch: 16)),
        ] + AugmentationBenchmark.allCases.map { Workload(name: $0.rawValue, kind: .augmentation($0)) }

    static func named(_ name: String) throws -> Workload {
        if let found = all.first(where: { $0.name == name }) { return found }
        throw CommandError(unknown: "workload", name, among: all.map(\.name))
    }

    /// - Parameter memory: bytes that a training step may take.
    func measure(executor: any Executor, threads: Int, timer: StepTimer, memory: Int? = nil) throws -> BenchResult {
        switch kind {
        case .loss(let batch, let width): try loss(batch, width, executor, threads, timer)
        case .training(let model, let batch): try training(model, batch, executor, threads, timer, memory)
        case .inference(let model, let batch): try inference(model, batch, executor, threads, timer)
        case .augmentation(let benchmark): try augmentation(benchmark, threads, timer)
        }
    }

    private func loss(
        _ batch: Int, _ width: Int, _ executor: any Executor, _ threads: Int, _ timer: StepTimer
    ) throws -> BenchResult {
        let begin = ContinuousClock.now
        // an encoder that only flattens: the views are the embeddings
        let model = JointEmbedding(name, image: Image(channels: 1, height: 1, width: width)) {
            Encoder { Flatten() }
            Loss {
                25 * Invariance()
                25 * Variance()
                Covariance()
            }
        }
        let captured = try TrainingStep.forward(model, batch: batch).simplified()
        let builder = captured.builder
        let gradients = builder.gradients(of: captured.loss, withRespectTo: captured.embeddings)
        for (index, gradient) in gradients.enumerated() { builder.output("gradient\(index + 1)", gradient) }
        let session = try executor.prepare(compile(try builder.finish()), threads: threads)
        return result(session, parameters: 0, images: nil, since: begin, executor, threads, timer)
    }

    private func training(
        _ model: JointEmbedding, _ batch: Int, _ executor: any Executor, _ threads: Int, _ timer: StepTimer,
        _ memory: Int?
    ) throws -> BenchResult {
        let begin = ContinuousClock.now
        let optimizer = Optimizer.sgd(SGD(momentum: 0.9, weightDecay: 0))
        let step = try TrainingStep.build(model, optimizer: optimizer, batch: batch, exposing: [], memory: memory)
        let session = try executor.prepare(step.program, threads: threads)
        StateStore(session, step.states, seed: 0).initialize()
        session.memory.setInput("learningRate", [0.01])
        return result(
            session, parameters: step.parameterCount, images: batch, since: begin, executor, threads, timer)
    }

    private func inference(
        _ model: JointEmbedding, _ batch: Int, _ executor: any Executor, _ threads: Int, _ timer: StepTimer
    ) throws -> BenchResult {
        let begin = ContinuousClock.now
        let encoder = try model.captureEncoder(batch: batch)
        let session = try executor.prepare(compile(simplify(encoder.graph).graph), threads: threads)
        StateStore(session, encoder.states, seed: 0).initialize()
        let parameters = encoder.states.reduce(0) { $0 + ($1.role == .parameter ? $1.type.count : 0) }
        return result(session, parameters: parameters, images: batch, since: begin, executor, threads, timer)
    }

    private func result(
        _ session: any Session, parameters: Int, images: Int?, since begin: ContinuousClock.Instant,
        _ executor: any Executor, _ threads: Int, _ timer: StepTimer
    ) -> BenchResult {
        let compiled = begin.duration(to: .now) / .seconds(1)
        for (index, name) in ["view1", "view2", "image"].enumerated() {
            var random = CounterRandom(seed: 0, stream: index)
            guard let input = session.memory.input(name) else { continue }
            for place in input.indices { input[place] = random.normal() }
        }
        let times = timer.measure { session.run() }
        return BenchResult(
            workload: name, executor: executor.name, threads: threads, median_s: times.median, min_s: times.minimum,
            steps: times.all.count, compile_s: compiled, first_step_s: times.first,
            peak_rss_mib: BenchResult.peakMemoryMiB, parameters: parameters, flops_per_step: session.program.flops,
            loss: Self.watched(session),
            images_per_s: images.map { Double($0) / max(times.median, 1e-12) })
    }

    /// The loss, or the mean of the representations where there is none: a number that shows a computation gone wrong.
    private static func watched(_ session: any Session) -> Double {
        if let loss = session.memory.output("loss")?.first { return loss }
        let values = session.memory.output("representation") ?? []
        return values.reduce(0, +) / Double(values.count)
    }

    /// A step is one image on one thread.
    private func augmentation(
        _ benchmark: AugmentationBenchmark, _ threads: Int, _ timer: StepTimer
    ) throws -> BenchResult {
        let begin = ContinuousClock.now
        _ = try benchmark.plan()
        let planned = begin.duration(to: .now) / .seconds(1)
        let parts = 5
        let rates = try (0..<parts).map { _ in
            try benchmark.imagesPerSecond(threads: threads, seconds: min(timer.seconds, 5) / Double(parts))
        }.sorted()
        let perThread = rates.map { Double(threads) / max($0, 1e-12) }
        return BenchResult(
            workload: name, executor: "views", threads: threads, median_s: perThread[parts / 2],
            min_s: perThread[parts - 1], steps: parts, compile_s: planned, first_step_s: perThread[parts / 2],
            peak_rss_mib: BenchResult.peakMemoryMiB, parameters: 0, flops_per_step: 0, loss: 0,
            images_per_s: rates[parts / 2])
    }
}
