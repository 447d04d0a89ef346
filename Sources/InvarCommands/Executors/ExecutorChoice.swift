import Foundation
import InvarData
import InvarKit
import InvarRuntime

extension ExecutorKind {
    /// Where nothing is said.
    static let standard = ExecutorKind.jit

    static let help =
        "jit (code compiled for these shapes and this machine), blas (the interpreter, with OpenBLAS) or reference (each number by its definition: for very small steps)."

    /// What `INVAR_SHADOW` asks every step to be checked by; nothing where it is not.
    static func shadow() throws -> ExecutorKind? {
        switch ProcessEnvironment.variables["INVAR_SHADOW"] {
        case nil, "", "0": return nil
        case "1", "blas": return .blas
        case "reference": return .reference
        case let word?:
            throw CommandError(
                "INVAR_SHADOW is \"\(word)\"; 1 or blas checks each step against the interpreter, reference against each "
                    + "kernel's definition, 0 does not")
        }
    }
}

extension Choices {
    /// The executor of this name; with `INVAR_SHADOW` compared with another one, step by step.
    /// - Parameter schedules: a file or `off`; nothing where nobody said anything.
    static func executor(_ name: String, _ schedules: String?) throws -> any Executor {
        let choice = try ExecutorKind("executor", named: name)
        guard let reference = try ExecutorKind.shadow() else { return try choice.executor(schedules: schedules) }
        guard choice != reference else {
            throw CommandError(
                "INVAR_SHADOW compares another executor with \(reference.rawValue); give --executor "
                    + "\(reference == .blas ? "jit" : "jit or blas"), or unset it")
        }
        return ShadowExecutor(
            try choice.executor(schedules: schedules), against: try reference.executor(schedules: schedules)
        ) { mismatch in
            Output.error("INVAR_SHADOW: \(mismatch)")
            exit(1)
        }
    }
}
