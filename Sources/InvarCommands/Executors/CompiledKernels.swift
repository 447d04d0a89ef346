import InvarCompiler
import InvarDump
internal import InvarJIT

/// The code that the JIT makes and the schedules that it makes it by, for `dump --stage llvm` and `INVAR_DUMP=asm`.
func compiledKernels(_ schedules: SchedulePlace) -> CodeProvider {
    { program, steps, form in
        let executor = try JITExecutor(schedules: schedules)
        func texts(_ language: CodeLanguage) throws -> [KernelCode] {
            try executor.texts(of: program, steps: steps, language).map {
                KernelCode(name: $0.name, steps: $0.steps, text: $0.text)
            }
        }
        switch form {
        case .schedule:
            return try executor.schedules(of: program, steps: steps).map {
                KernelCode(name: $0.site.key, steps: $0.steps, text: $0.text)
            }
        case .llvm: return try texts(.llvm)
        case .asm: return try texts(.assembly)
        }
    }
}
