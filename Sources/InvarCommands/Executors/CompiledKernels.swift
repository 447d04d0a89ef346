import InvarDump
internal import InvarJIT

/// The code that the JIT makes, for `dump --stage llvm` and `INVAR_DUMP=asm`.
let compiledKernels: CodeProvider = { program, steps, form in
    let executor = JITExecutor()
    let texts =
        switch form {
        case .llvm: try executor.texts(of: program, steps: steps, .llvm)
        case .asm: try executor.texts(of: program, steps: steps, .assembly)
        }
    return texts.map { KernelCode(name: $0.name, steps: $0.steps, text: $0.text) }
}
