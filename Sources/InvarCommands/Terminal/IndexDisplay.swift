import InvarData
import InvarDump

/// How far the walk through tar shards is: a line on the terminal, where it takes longer than a moment.
final class IndexDisplay: @unchecked Sendable {
    private let directory: String
    /// Touched by one thread at a time, as `IndexProgress` promises, and by the caller when the walk is over.
    private let display = ProgressDisplay()

    init(_ directory: String) { self.directory = directory }

    func progress(isStopped: @escaping @Sendable () -> Bool = { false }) -> IndexProgress {
        IndexProgress(
            show: { [self] done, all in
                display.show(
                    directory, Double(done) / Double(all),
                    ["\(Format.grouped(done)) of \(Format.count(all, "shard")) read through"])
            }, isStopped: isStopped)
    }

    func finish() { display.finish(clearing: true) }
}
