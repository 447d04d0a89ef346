import Foundation
import InvarBLAS
import InvarData
internal import InvarJIT
import InvarLinearAlgebra
import InvarReference
import InvarRuntime

/// The executors that `--executor` names.
enum ExecutorChoice: String, CaseIterable {
    case jit, blas, reference

    /// Where nothing is said.
    static let standard = ExecutorChoice.jit

    static let help =
        "jit (code compiled for these shapes and this machine), blas (the interpreter, with OpenBLAS) or reference (each number by its definition: for very small steps)."

    /// - Throws: where the schedules that were asked for cannot be read.
    func executor(_ schedules: SchedulePlace) throws -> any Executor {
        switch self {
        case .jit: try JITExecutor(schedules: schedules)
        case .blas: BLASExecutor()
        case .reference: ReferenceExecutor()
        }
    }

    /// What `INVAR_SHADOW` asks every step to be checked by; nothing where it is not.
    static func shadow() throws -> ExecutorChoice? {
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
    /// - Throws: also where there is no memory for OpenBLAS: with any executor it computes what is said of an epoch.
    static func executor(_ name: String, _ schedules: SchedulePlace) throws -> any Executor {
        try OpenBLAS.reserve(threads: 1)
        let choice = try ExecutorChoice("executor", named: name)
        guard let reference = try ExecutorChoice.shadow() else { return try choice.executor(schedules) }
        guard choice != reference else {
            throw CommandError(
                "INVAR_SHADOW compares another executor with \(reference.rawValue); give --executor "
                    + "\(reference == .blas ? "jit" : "jit or blas"), or unset it")
        }
        return ShadowExecutor(try choice.executor(schedules), against: try reference.executor(schedules)) { mismatch in
            Output.error("INVAR_SHADOW: \(mismatch)")
            exit(1)
        }
    }
}
