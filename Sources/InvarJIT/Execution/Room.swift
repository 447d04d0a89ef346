import InvarRuntime

/// How steps share one piece of memory: what each keeps from run to run, then what they use one after another, then what each
/// worker has.
struct Room {
    /// Where each step's own begins, in bytes.
    let kept: [Int]
    let shared, workers: Int
    let byteCount: Int

    init(_ steps: [StepCode], threads: Int) {
        var end = 0
        kept = steps.map { code in
            defer { end += Arena.aligned(code.keptBytes) }
            return end
        }
        shared = end
        workers = shared + steps.reduce(0) { max($0, Arena.aligned($1.sharedBytes)) }
        let each = steps.flatMap { $0.once + $0.phases }.reduce(0) { max($0, $1.workerBytes) }
        byteCount = workers + each * threads
    }
}
