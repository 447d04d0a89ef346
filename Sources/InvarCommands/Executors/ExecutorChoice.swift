import Foundation
import InvarBLAS
import InvarGraph
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

    /// - Throws: `ScheduleError` where the schedules that were asked for cannot be read.
    func executor() throws -> any Executor {
        switch self {
        case .jit: try JITExecutor.chosen()
        case .blas: BLASExecutor()
        case .reference: ReferenceExecutor()
        }
    }

    /// - Throws: `CommandError` that lists them.
    init(named name: String) throws {
        guard let choice = ExecutorChoice(rawValue: name) else {
            throw CommandError(unknown: "executor", name, among: ExecutorChoice.allCases.map(\.rawValue))
        }
        self = choice
    }
}

extension Choices {
    /// The executor of this name; with `INVAR_SHADOW` compared with another one, step by step.
    /// - Throws: also where there is no memory for OpenBLAS: with any executor it computes what is said of an epoch.
    static func executor(_ name: String) throws -> any Executor {
        try OpenBLAS.reserve(threads: 1)
        let choice = try ExecutorChoice(named: name)
        guard let reference = try shadow(ProcessInfo.processInfo.environment) else { return try choice.executor() }
        guard choice != reference else {
            throw CommandError(
                "INVAR_SHADOW compares another executor with \(reference.rawValue); give --executor "
                    + "\(reference == .blas ? "jit" : "jit or blas"), or unset it")
        }
        return ShadowExecutor(try choice.executor(), against: try reference.executor()) { mismatch in
            Output.error("INVAR_SHADOW: \(mismatch)")
            exit(1)
        }
    }

    /// Several with commas between, each once.
    static func executors(_ names: String) throws -> [any Executor] {
        var seen: Set<String> = []
        return try names.components(separatedBy: ",").filter { seen.insert($0).inserted }.map(executor)
    }

    /// What every step is to be checked by; nothing where it is not.
    static func shadow(_ environment: [String: String]) throws -> ExecutorChoice? {
        switch environment["INVAR_SHADOW"] {
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
