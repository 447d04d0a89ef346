import Synchronization

/// A fixed set of threads that compute tiles.
///
/// Tiles are cut by shape, never by thread count, and whoever cuts them combines partial sums in tile
/// order; so a result has the same bits for any number of threads, although which thread takes which tile is
/// left to chance. A pool is used from one thread at a time. Idle workers spin briefly, then sleep.
package final class WorkerPool: @unchecked Sendable {
    /// The number of threads that compute, the calling one included.
    package let threads: Int
    /// What times tiles that run on one thread.
    package var recorder: TileTimes?
    private let shared = PoolState()
    private let workers: [WorkerThread]

    /// Starts `threads - 1` workers; fewer if the system refuses them.
    package convenience init(threads: Int) { self.init(threads) { _ in } }

    /// - Throws: `ThreadError` where the system refuses one of the threads.
    package convenience init(exactly threads: Int) throws(ThreadError) {
        var refusal: ThreadError?
        self.init(threads) { refusal = $0 }
        if let refusal { throw refusal }
    }

    private init(_ threads: Int, refused: (ThreadError) -> Void) {
        var workers: [WorkerThread] = []
        do throws(ThreadError) {
            for worker in stride(from: 1, to: threads, by: 1) {
                workers.append(
                    try WorkerThread(thread: worker, of: threads - 1) { [shared] in
                        shared.serve(worker: worker)
                    })
            }
        } catch {
            refused(error)
        }
        self.workers = workers
        self.threads = workers.count + 1
    }

    deinit {
        shared.stop()
        for worker in workers { worker.join() }
    }

    /// Runs `body(context, tile, worker)` once for every tile in `0..<tiles`, and returns when all are done.
    ///
    /// `worker` is in `0..<threads`, and no two tiles run at once with the same `worker`, so it may index scratch memory.
    /// What a tile reads goes through `context`, so that `body` captures nothing and starting work allocates nothing.
    package func run(tiles: Int, context: UnsafeRawPointer, body: @escaping (UnsafeRawPointer, Int, Int) -> Void) {
        if threads == 1, let recorder {
            recorder.record(tiles) { tile in unsafe body(context, tile, 0) }
        } else if threads == 1 || tiles <= 1 {
            for tile in stride(from: 0, to: tiles, by: 1) { unsafe body(context, tile, 0) }
        } else {
            unsafe shared.run(tiles: tiles, work: context, body: body)
        }
    }
}

/// What the calling thread and the workers share.
///
/// `state` packs the job's generation (upper half), whether it is open (bit 31), and how many workers are inside
/// it. The job's fields change only while it is closed and nobody is inside, so they need no lock;
/// a worker that wakes late finds the job closed and goes back to sleep, and nobody waits for it.
@safe
private final class PoolState: @unchecked Sendable {
    typealias Body = (UnsafeRawPointer, Int, Int) -> Void

    private static let open: UInt64 = 1 << 31
    private static let insideMask: UInt64 = (1 << 31) - 1
    private static let spins = 20_000

    private let state = Atomic<UInt64>(0)
    private let next = Atomic<Int>(0)
    private let sleepers = Atomic<Int>(0)
    private let stopping = Atomic<Bool>(false)
    private var tiles = 0
    private var work: UnsafeRawPointer?
    private var body: Body?
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(wake, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(wake)
        unsafe pthread_mutex_destroy(mutex)
        unsafe wake.deallocate()
        unsafe mutex.deallocate()
    }

    func run(tiles: Int, work: UnsafeRawPointer, body: @escaping Body) {
        self.tiles = tiles
        unsafe self.work = work
        unsafe self.body = body
        next.store(0, ordering: .relaxed)
        let generation = (state.load(ordering: .relaxed) >> 32) &+ 1
        state.store(generation << 32 | Self.open, ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 {
            unsafe pthread_mutex_lock(mutex)
            unsafe pthread_cond_broadcast(wake)
            unsafe pthread_mutex_unlock(mutex)
        }
        takeTiles(worker: 0)
        state.bitwiseAnd(~Self.open, ordering: .sequentiallyConsistent)
        var waited = 0
        while state.load(ordering: .acquiring) & Self.insideMask != 0 {
            waited &+= 1
            if waited > Self.spins { sched_yield() }
        }
        unsafe (self.work, self.body) = (nil, nil)
    }

    func stop() {
        stopping.store(true, ordering: .sequentiallyConsistent)
        unsafe pthread_mutex_lock(mutex)
        unsafe pthread_cond_broadcast(wake)
        unsafe pthread_mutex_unlock(mutex)
    }

    func serve(worker: Int) {
        var served: UInt64 = 0
        while waitForJob(after: served) {
            let seen = state.load(ordering: .acquiring)
            guard seen & Self.open != 0, seen >> 32 != served else { continue }
            let entered = state.compareExchange(expected: seen, desired: seen &+ 1, ordering: .acquiringAndReleasing)
            guard entered.exchanged else { continue }
            served = seen >> 32
            takeTiles(worker: worker)
            state.subtract(1, ordering: .releasing)
        }
    }

    private func takeTiles(worker: Int) {
        guard let work = unsafe work, let body = unsafe body else { return }
        let count = tiles
        while true {
            let tile = next.add(1, ordering: .relaxed).oldValue
            if tile >= count { return }
            unsafe body(work, tile, worker)
        }
    }

    private func hasJob(after served: UInt64) -> Bool {
        let seen = state.load(ordering: .sequentiallyConsistent)
        return seen & Self.open != 0 && seen >> 32 != served
    }

    /// Waits for a job that this worker has not served yet; false when the pool ends.
    private func waitForJob(after served: UInt64) -> Bool {
        var spun = 0
        while spun < Self.spins {
            if hasJob(after: served) { return true }
            if stopping.load(ordering: .relaxed) { return false }
            spun &+= 1
        }
        unsafe pthread_mutex_lock(mutex)
        sleepers.add(1, ordering: .sequentiallyConsistent)
        while !hasJob(after: served) && !stopping.load(ordering: .sequentiallyConsistent) {
            unsafe pthread_cond_wait(wake, mutex)
        }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
        unsafe pthread_mutex_unlock(mutex)
        return !stopping.load(ordering: .relaxed)
    }
}
