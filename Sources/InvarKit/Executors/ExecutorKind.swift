import InvarBLAS
import InvarData
import InvarDump
package import InvarJIT
import InvarLinearAlgebra
import InvarReference
import InvarRuntime

/// What computes.
public enum ExecutorKind: String, Sendable, CaseIterable {
    /// Code that LLVM compiles for these shapes and this processor: the fastest, after some tenths of a second to some seconds of compiling, which
    /// is kept for the next time.
    case jit
    /// The interpreter, with OpenBLAS.
    case blas
    /// Each number by its definition, in double precision: thousands of times slower, for very small steps.
    case reference

    /// - Parameter said: where schedules of contractions come from: a file that `invar tune` wrote, or `off` for those of the cost model alone; where
    ///   nothing is said, what `INVAR_SCHEDULES` says, or else those that are kept for this machine.
    /// - Throws: where the schedules cannot be read, or where there is no memory for OpenBLAS, which computes measures beside any executor.
    package func executor(schedules said: String? = nil) throws -> any Executor {
        try OpenBLAS.reserve(threads: 1)
        switch self {
        case .jit: return try JITExecutor(schedules: SchedulePlace(said: said))
        case .blas: return BLASExecutor()
        case .reference: return ReferenceExecutor()
        }
    }
}

extension SchedulePlace {
    /// - Parameter said: a file, or `off`; nothing: as `ExecutorKind.executor` has it.
    package init(said: String?) {
        var environment = ProcessEnvironment.variables
        if let said { environment["INVAR_SCHEDULES"] = said }
        self.init(environment: environment)
    }
}

extension JITExecutor {
    /// With the cache of kernels that the environment names.
    /// - Throws: `DataError` or `ScheduleError` for a file that cannot be read.
    package init(schedules place: SchedulePlace) throws {
        let cache = KernelCache(CachePlace(environment: ProcessEnvironment.variables))
        switch place {
        // through the system's own calls: a path need not be UTF-8
        case .file(let path):
            let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
            self.init(cache: cache, schedules: try ScheduleTable(parsing: text, name: path))
        case .kept, .off:
            self.init(cache: cache, schedules: try ScheduleTable(place, target: JITExecutor().target))
        }
    }
}

extension CompileOptions {
    /// What the environment asks of every compiled step (`CompileOptions.fromEnvironment`), with the code of the JIT's kernels.
    /// - Parameter said: a file of schedules that `invar tune` wrote, or `off`.
    /// - Throws: a `Diagnostic` that names the variable of the environment that means nothing.
    public static func ofJIT(schedules said: String? = nil) throws -> CompileOptions {
        try .fromEnvironment(code: compiledKernels(schedules: said))
    }
}

/// The code that the JIT makes and the schedules that it makes it by, for the stages `schedule`, `llvm` and `asm` of dumps.
/// - Parameter said: as `ExecutorKind.executor` has it.
package func compiledKernels(schedules said: String?) -> CodeProvider {
    { program, steps, form in
        let executor = try JITExecutor(schedules: SchedulePlace(said: said))
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
