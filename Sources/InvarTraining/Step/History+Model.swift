import Invar
import InvarCompiler
import InvarDump

extension JointEmbedding {
    /// All that becomes of the model on its way to the processor, pass by pass: `History.dump` writes a stage of it.
    ///
    ///     let history = try mine.history(batch: 64)
    ///     print(try history.dump("optimized", as: .text))
    ///     print(try history.dump("program", as: .text, DumpOptions(node: "encoder.conv1")))
    ///
    /// Neither an executor nor LLVM is needed. The stages `schedule`, `llvm` and `asm` are the code of an executor's kernels, which `options.code` makes: `CompileOptions.ofJIT()`
    /// of `InvarKit` has the JIT's.
    ///
    /// - Parameters:
    ///   - batch: images in a step, of all ranks together.
    ///   - ranks: how many processes share the step. With several the history is that of one rank's part.
    ///   - microBatches: in how many parts, one after another, each of them computes its images.
    ///   - optimizer: whose update the step ends with.
    ///   - gradientNormLimit: what the norm of the whole gradient is brought down to where it is larger.
    ///   - memory: bytes that the step may take; what does not fit is computed again when it is needed.
    ///   - options: whose code the last stages show, and what is to be written on the way.
    /// - Throws: a `Diagnostic` for the first mistake in the model, or for what ranks cannot share; `MemoryLimitError` for too little memory.
    public func history(
        batch: Int = 256, ranks: Int = 1, microBatches: Int = 1, optimizer: Optimizer = .adamW(),
        gradientNormLimit: Double? = nil, memory: Int? = nil, options: CompileOptions = CompileOptions()
    ) throws -> History {
        try history(
            batch: batch, ranks: ranks, microBatches: microBatches, optimizer: optimizer,
            gradientNormLimit: gradientNormLimit, memory: memory, options: options
        ) { $0.byteCount }
    }

    /// - Parameters:
    ///   - shardsOptimizer: whether each rank keeps a part of the large moments.
    ///   - bytes: what a program takes where it will run (`Executor.bytes`).
    package func history(
        batch: Int, ranks: Int = 1, microBatches: Int = 1, shardsOptimizer: Bool = false, optimizer: Optimizer,
        gradientNormLimit: Double? = nil, memory: Int?, options: CompileOptions,
        taking bytes: @escaping @Sendable (Program) throws -> Int
    ) throws -> History {
        let forward = try TrainingStep.forward(self, batch: batch)
        let step = try TrainingStep.build(
            self, optimizer: optimizer, gradientNormLimit: gradientNormLimit, batch: batch, ranks: ranks,
            microBatches: microBatches, shardsOptimizer: shardsOptimizer, memory: memory, options: options,
            taking: bytes)
        var history = try History(
            captured: try forward.builder.finish(), keeping: forward.kept, differentiated: step.graph,
            passes: step.passes
        ) { _ in step.program }
        history.codeProvider = options.code
        return history
    }
}
