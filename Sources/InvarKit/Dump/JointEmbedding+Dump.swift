import Invar
import InvarDump
import InvarRuntime
import InvarTraining

extension JointEmbedding {
    /// All that becomes of the model on its way to the processor, pass by pass: ``History/dump(_:as:_:)`` writes a stage of it.
    ///
    ///     let history = try mine.history(batch: 64)
    ///     print(try history.dump("optimized", as: .text))
    ///     print(try history.dump("asm", as: .text, DumpOptions(node: "encoder.conv1")))
    ///
    /// - Parameters:
    ///   - batch: images in a step.
    ///   - optimizer: whose update the step ends with.
    ///   - memory: bytes that the step may take; what does not fit is computed again when it is needed.
    /// - Throws: a `Diagnostic` for the first mistake in the model; `MemoryLimitError` for too little memory.
    public func history(
        batch: Int = 256, optimizer: Optimizer = .adamW(), memory: Int? = nil
    ) throws -> History {
        try history(
            batch: batch, optimizer: optimizer, memory: memory, executor: ExecutorKind.jit.executor(),
            threads: TargetDescription.current.cores, options: .ofJIT())
    }

    /// - Parameters:
    ///   - executor, threads: for which the step is fitted into memory.
    ///   - options: what is to be written on the way, and whose code the last stages show.
    package func history(
        batch: Int, optimizer: Optimizer, memory: Int?, executor: any Executor, threads: Int, options: CompileOptions
    ) throws -> History {
        let forward = try TrainingStep.forward(self, batch: batch)
        let step = try TrainingStep.build(
            self, optimizer: optimizer, batch: batch, memory: memory, options: options,
            taking: { try executor.bytes($0, threads: threads) })
        var history = try History(
            captured: try forward.builder.finish(), keeping: forward.kept, differentiated: step.graph,
            passes: step.passes
        ) { _ in step.program }
        history.codeProvider = options.code
        return history
    }
}
