import InvarRuntime

/// Work that falls into independent tiles: a small value of places and sizes. The pool borrows it for the length of one call, so that
/// starting work allocates nothing, as an escaping closure would at every step.
package protocol TileWork {
    /// Computes one tile. No two tiles run at once with the same `worker`, so it may index scratch memory.
    func run(tile: Int, worker: Int)
}

extension WorkerPool {
    /// Runs every tile in `0..<tiles` once and returns when all are done. Here and not beside the pool, so that it is compiled for each
    /// kind of work.
    @inline(__always)
    package func run<Work: TileWork>(tiles: Int, _ work: Work) {
        unsafe withUnsafePointer(to: work) { pointer in
            unsafe run(tiles: tiles, context: UnsafeRawPointer(pointer)) { raw, tile, worker in
                unsafe raw.assumingMemoryBound(to: Work.self).pointee.run(tile: tile, worker: worker)
            }
        }
    }
}
