import InvarRuntime

/// A tape over an iteration space: every elementwise operation and every reduction runs through this.
///
/// Preparation decides everything and may allocate; a run allocates nothing. Each result is a register that is stored at every
/// point, through strides if they are given, or reduced over axes that all reductions of a kernel share, in one sweep: within a
/// block in `Scalar`, across blocks in Double, in an order fixed by the shape.
/// A result may share memory with an operand that is read at the same indices.
package final class LoopKernel<Scalar: BLASScalar>: @unchecked Sendable {
    let layout: LoopLayout
    let tables: LoopTables<Scalar>
    let isEmpty: Bool
    /// Its tiles as rows of the contraction's result that it follows; nil where it follows none.
    let rows: RowTiles?

    /// - Parameters:
    ///   - shape: the iteration space.
    ///   - operandStrides: for each operand, its stride in elements along each axis; 0 repeats it.
    ///   - results: the registers to store or reduce; the last one is stored unless they are given.
    ///   - reducedAxes: what reductions go over; these axes have size 1 in their results.
    ///   - rows: the rows of a contraction's result that it may follow tile by tile, its iteration space being [.., rows.., columns..].
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package init(
        shape: [Int], operandStrides: [[Int]], tape: LoopTape, results: [LoopResult]? = nil,
        reducedAxes: [Int] = [], following rows: ContractionRows? = nil
    ) {
        precondition(!tape.instructions.isEmpty, "internal: an empty tape")
        precondition(operandStrides.allSatisfy { $0.count == shape.count }, "internal: operand strides of another rank")
        let results = results ?? [LoopResult(register: tape.instructions.count - 1)]
        let axes = results.allSatisfy { $0.kind == .store } ? [] : Set(reducedAxes)
        var streams = operandStrides
        for case .iota(let axis) in tape.instructions { streams.append(shape.indices.map { $0 == axis ? 1 : 0 }) }
        let iotas = streams.count - operandStrides.count
        for result in results {
            let dense = LoopKernel.contiguous(shape, without: result.kind == .store ? [] : axes)
            streams.append(result.strides ?? dense)
        }
        let layout = LoopLayout(shape: shape, streams: streams, reducedAxes: axes, rows: rows)
        let program = LoopProgram(
            tape: tape, results: results, layout: layout, operands: operandStrides.count, iotas: iotas)
        self.layout = layout
        isEmpty = shape.contains(0)
        self.rows = layout.box?.rows
        let count = shape.indices.reduce(1) { axes.contains($1) ? $0 : $0 * shape[$1] }
        tables = LoopTables(
            layout: layout, program: program, operands: operandStrides.count, iotas: iotas, results: results,
            reducedCount: count)
    }

    deinit { tables.deallocate() }

    /// Whether it follows a contraction tile by tile.
    package var followsTiles: Bool { rows != nil }

    /// Bytes of scratch for a run on `threads` threads, aligned to 64.
    package func scratchBytes(threads: Int) -> Int { threads * tables.workerBytes + tables.sharedBytes }

    /// Runs over operands and into results, in the order of preparation.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func run(
        operands: UnsafePointer<UnsafePointer<Scalar>>, results: UnsafePointer<UnsafeMutablePointer<Scalar>>,
        scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        let tiles = self.tiles(operands, results, scratch, threads: pool.threads)
        if isEmpty { return tiles.fillIdentity() }
        pool.run(tiles: layout.tileCount, tiles)
        combine(tiles, pool)
    }

    func tiles(
        _ operands: UnsafePointer<UnsafePointer<Scalar>>, _ results: UnsafePointer<UnsafeMutablePointer<Scalar>>,
        _ scratch: UnsafeMutableRawPointer, threads: Int
    ) -> LoopTiles<Scalar> {
        LoopTiles(
            t: tables, operands: operands, results: results, scratch: scratch,
            shared: scratch + threads * tables.workerBytes)
    }

    /// Completes the sums of which tiles left parts.
    func combine(_ tiles: LoopTiles<Scalar>, _ pool: WorkerPool) {
        guard tables.parts > 1, tables.reducers.count > 0 else { return }
        let combine = LoopCombine(t: tables, results: tiles.results, shared: tiles.shared)
        pool.run(tiles: combine.tiles, combine)
    }

    /// Row-major strides of `shape` in which the axes of a reduction have size 1.
    private static func contiguous(_ shape: [Int], without axes: Set<Int>) -> [Int] {
        var strides = [Int](repeating: 0, count: shape.count)
        var next = 1
        for axis in shape.indices.reversed() where !axes.contains(axis) {
            strides[axis] = next
            next *= shape[axis]
        }
        return strides
    }
}
