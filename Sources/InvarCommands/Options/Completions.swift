import ArgumentParser
import Foundation
import InvarCompiler
import InvarData
import InvarDump
import InvarKit

/// What the shell offers after TAB (`--generate-completion-script` makes its script).
extension CompletionKind {
    /// This executable's own.
    static var architectures: CompletionKind { .custom { _, _, _ in Architectures.known.all.map(\.name) } }
    /// Directories that `pretrain` wrote.
    static var runs: CompletionKind { .custom { _, _, typed in Folders.runs(below: typed) } }
    /// Known data sets, and directories.
    static var data: CompletionKind {
        .custom { _, _, typed in
            DatasetCatalog.own.keys.sorted() + DatasetCatalog.entries.map(\.name) + Folders.inside(Folders.whole(typed))
        }
    }
    static var executors: CompletionKind { .list(ExecutorKind.allCases.map(\.rawValue)) }
    /// Invar's, and those that this program brings along.
    static var optimizers: CompletionKind {
        .custom { _, _, _ in
            OptimizerVariant.allCases.map(\.rawValue) + Architectures.known.optimizers.map(\.name)
        }
    }
    static var workloads: CompletionKind { .list(Workload.all.map(\.name)) }
    static var formats: CompletionKind { .list(DumpFormat.allCases.map(\.rawValue)) }
    static var passes: CompletionKind { .list(passNames) }
    static var stages: CompletionKind {
        .list(CompileOptions.words.filter { $0 != "passes" } + passNames)
    }
    static func splits(_ more: String...) -> CompletionKind { .list(Dataset.Split.allCases.map(\.rawValue) + more) }

    /// As dumps call them.
    private static var passNames: [String] {
        (capturedPipeline + pipeline).map { $0.name.dashed }
    }
}

/// Directories as they are typed.
private enum Folders {
    /// The part of a path up to its last slash: what is behind it is still being typed.
    static func whole(_ typed: String) -> String {
        typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    }

    /// - Parameter folder: ends with a slash, or is empty for this directory.
    static func inside(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return names.filter { !$0.hasPrefix(".") && FileStatus(folder + $0)?.isDirectory == true }.map { folder + $0 }
    }

    /// Those that hold a run, up to three levels down; of very many directories only the nearest are looked at.
    static func runs(below typed: String) -> [String] {
        var (found, level) = ([String](), inside(whole(typed)))
        for _ in 0..<3 where level.count < 500 {
            found += level.filter { FileStatus("\($0)/run.json") != nil }
            level = level.flatMap { inside("\($0)/") }
        }
        return found.sorted()
    }
}
