import Foundation
import InvarBLAS
import InvarGraph
internal import InvarJIT
import InvarRuntime

/// The executors that `--executor` names.
enum ExecutorChoice: String, CaseIterable {
    case jit, blas

    /// Where nothing is said.
    static let standard = ExecutorChoice.jit

    static let help = "jit (code compiled for these shapes and this machine) or blas (the interpreter, with OpenBLAS)."

    /// - Throws: `ScheduleError` where the schedules that were asked for cannot be read.
    func executor() throws -> any Executor {
        switch self {
        case .jit: try JITExecutor.chosen()
        case .blas: BLASExecutor()
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
    /// The executor of this name; with `INVAR_SHADOW=1` compared with the interpreter, step by step.
    /// - Throws: also where there is no memory for OpenBLAS: with any executor it computes what is said of an epoch.
    static func executor(_ name: String) throws -> any Executor {
        try OpenBLAS.reserve(threads: 1)
        let choice = try ExecutorChoice(named: name)
        guard try isShadowing(ProcessInfo.processInfo.environment) else { return try choice.executor() }
        guard choice != .blas else {
            throw CommandError("INVAR_SHADOW=1 compares another executor with blas; give --executor jit, or unset it")
        }
        return ShadowExecutor(try choice.executor(), against: BLASExecutor()) { mismatch in
            Output.error("INVAR_SHADOW: \(mismatch)")
            exit(1)
        }
    }

    /// Several with commas between, each once.
    static func executors(_ names: String) throws -> [any Executor] {
        var seen: Set<String> = []
        return try names.components(separatedBy: ",").filter { seen.insert($0).inserted }.map(executor)
    }

    static func isShadowing(_ environment: [String: String]) throws -> Bool {
        switch environment["INVAR_SHADOW"] {
        case nil, "", "0": return false
        case "1": return true
        case let word?:
            throw CommandError("INVAR_SHADOW is \"\(word)\"; 1 checks each step against the interpreter, 0 does not")
        }
    }
}
