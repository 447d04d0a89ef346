import InvarRuntime

/// A loop over a contraction's result that runs on each tile while it is in the cache: stores at its rows, parts of sums over
/// them. If the kernel was prepared `following` the contraction's rows and these suit it; else it runs when the contraction is over.
/// The result is the same either way, except that sums are cut elsewhere.
package struct LoopEpilogue<Scalar: BLASScalar> {
    let kernel: LoopKernel<Scalar>
    let operands: UnsafePointer<UnsafePointer<Scalar>>
    let results: UnsafePointer<UnsafeMutablePointer<Scalar>>
    let scratch: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - operands: the kernel's, of which the contraction's result is one.
    ///   - results: the kernel's; one may be the contraction's result itself.
    ///   - scratch: the kernel's `scratchBytes`, apart from the contraction's.
    package init(
        _ kernel: LoopKernel<Scalar>, operands: UnsafePointer<UnsafePointer<Scalar>>,
        results: UnsafePointer<UnsafeMutablePointer<Scalar>>, scratch: UnsafeMutableRawPointer
    ) {
        (self.kernel, self.operands, self.results, self.scratch) = (kernel, operands, results, scratch)
    }

    /// The tiles that it dictates to the contraction; nil where it runs afterwards.
    var rows: RowTiles? { kernel.rows }

    /// What follows each tile.
    func tiles(threads: Int) -> LoopTiles<Scalar>? {
        rows == nil ? nil : kernel.tiles(operands, results, scratch, threads: threads)
    }

    /// What is left to do when all tiles are done.
    func finish(_ pool: WorkerPool) {
        if rows == nil {
            kernel.run(operands: operands, results: results, scratch: scratch, pool: pool)
        } else {
            kernel.combine(kernel.tiles(operands, results, scratch, threads: pool.threads), pool)
        }
    }
}
