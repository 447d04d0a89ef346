import InvarRuntime

/// A tape over an iteration space: every elementwise operation and every reduction runs through this.
///
/// Preparation decides everything and may allocate; a run allocates nothing. Without a reduction, each result register is stored
/// at every point, through strides if they are given. With one, each is combined over the reduced axes into a contiguous result
/// in which these have size 1: within a block in `Scalar`, across blocks in Double, in an order fixed by the shape.
/// A result may share memory with an operand that is read at the same indices.
package final class LoopKernel<Scalar: BLASScalar>: @unchecked Sendable {
    let layout: LoopLayout
    let program: LoopProgram
    let tables: LoopTables<Scalar>
    let isEmpty: Bool

    /// - Parameters:
    ///   - shape: the iteration space.
    ///   - operandStrides: for each operand, its stride in elements along each axis; 0 repeats it.
    ///   - results: the registers to store or reduce; the last one unless given.
    ///   - resultStrides: for each stored result, its strides; contiguous row-major unless given.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package init(
        shape: [Int], operandStrides: [[Int]], tape: LoopTape, results: [Int]? = nil,
        resultStrides: [[Int]]? = nil, reduction: LoopReduction? = nil
    ) {
        precondition(!tape.instructions.isEmpty, "internal: an empty tape")
        precondition(operandStrides.allSatisfy { $0.count == shape.count }, "internal: operand strides of another rank")
        let registers = results ?? [tape.instructions.count - 1]
        let axes = Set(reduction?.axes ?? [])
        var streams = operandStrides
        for case .iota(let axis) in tape.instructions { streams.append(shape.indices.map { $0 == axis ? 1 : 0 }) }
        let iotas = streams.count - operandStrides.count
        let dense = LoopKernel.contiguous(shape, without: axes)
        for index in registers.indices { streams.append(resultStrides?[index] ?? dense) }
        let layout = LoopLayout(shape: shape, streams: streams, reducedAxes: axes)
        let program = LoopProgram(
            tape: tape, results: registers, layout: layout, operands: operandStrides.count, iotas: iotas,
            reduces: reduction != nil)
        self.layout = layout
        self.program = program
        isEmpty = shape.contains(0)
        let count = shape.indices.reduce(1) { axes.contains($1) ? $0 : $0 * shape[$1] }
        tables = LoopTables(
            layout: layout, program: program, operands: operandStrides.count, iotas: iotas, reduction: reduction?.kind,
            resultCount: count)
    }

    deinit { tables.deallocate() }

    /// Bytes of scratch for a run on `threads` threads, aligned to 64.
    package func scratchBytes(threads: Int) -> Int { threads * tables.workerBytes + tables.sharedBytes }

    /// Runs over operands and into results, in the order of preparation.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    package func run(
        operands: UnsafePointer<UnsafePointer<Scalar>>, results: UnsafePointer<UnsafeMutablePointer<Scalar>>,
        scratch: UnsafeMutableRawPointer, pool: WorkerPool
    ) {
        let shared = scratch + pool.threads * tables.workerBytes
        let tiles = LoopTiles(t: tables, operands: operands, results: results, scratch: scratch, shared: shared)
        if isEmpty { return tiles.fillIdentity() }
        pool.run(tiles: layout.tiling.count, tiles)
        if tables.parts > 1 {
            let combine = LoopCombine(t: tables, results: results, shared: shared)
            pool.run(tiles: combine.tiles, combine)
        }
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

/// Where a register's elements are just now.
struct LoopRegister<Scalar: BLASScalar> {
    var pointer: UnsafeMutablePointer<Scalar>
    /// 16, or 0 for one repeated value.
    var step: Int
    /// No element past the block's may be touched.
    var isExact: Bool
}

/// A kernel's decisions as plain memory, so that reading them in a run costs no reference counting; and the layout
/// of a worker's scratch.
struct LoopTables<Scalar: BLASScalar>: @unchecked Sendable {
    let rank, registerCount, streamCount, operandCount, firstResultStream, resultCount: Int
    /// Dimensions, block extents and grid, `rank` each.
    let dims, extents, grid: UnsafeMutablePointer<Int>
    let reduced: UnsafeMutablePointer<Bool>
    /// Dimensions in the order that blocks are numbered: kept ones first.
    let keptDims, reducedDims: UnsafeMutablePointer<Int>
    let keptDimCount, reducedDimCount: Int
    let strides: UnsafeMutablePointer<Int>
    let once, perBlock: UnsafeMutableBufferPointer<LoopStep>
    let places: UnsafeMutableBufferPointer<LoopPlace>
    let constants: UnsafeMutableBufferPointer<(register: Int, value: Double)>
    let isFlat: Bool
    let resultRegisters: UnsafeMutableBufferPointer<Int>
    /// Registers that keep their elements from block to block.
    let isCached: UnsafeMutablePointer<Bool>
    let tiling: LoopTiling
    let reduction: LoopReduction.Kind?
    /// Elements of one result of a reduction.
    let reducedCount: Int
    /// Float sums are carried over this many blocks before they are added to the Double ones.
    let carriedBlocks: Int
    let slotStride, keptStride: Int
    let registersAt, splatsAt, slotsAt, sumsAt, totalsAt: Int
    let workerBytes, sharedBytes: Int

    init(
        layout: LoopLayout, program: LoopProgram, operands: Int, iotas: Int, reduction: LoopReduction.Kind?,
        resultCount count: Int
    ) {
        rank = layout.rank
        registerCount = program.places.count
        streamCount = layout.strides.count
        operandCount = operands
        firstResultStream = operands + iotas
        resultCount = program.results.count
        dims = LoopTables.table(layout.dims)
        extents = LoopTables.table(layout.extents)
        grid = LoopTables.table(layout.grid)
        reduced = LoopTables.table(layout.reduced)
        let kept = layout.dims.indices.filter { !layout.reduced[$0] }
        let gone = layout.dims.indices.filter { layout.reduced[$0] }
        (keptDims, keptDimCount) = (LoopTables.table(kept), kept.count)
        (reducedDims, reducedDimCount) = (LoopTables.table(gone), gone.count)
        strides = LoopTables.table(layout.strides.flatMap { $0 })
        once = LoopTables.buffer(program.once)
        perBlock = LoopTables.buffer(program.perBlock)
        places = LoopTables.buffer(program.places)
        constants = LoopTables.buffer(program.constants)
        resultRegisters = LoopTables.buffer(program.results)
        isCached = LoopTables.table(program.cached)
        isFlat = layout.isFlat
        tiling = layout.tiling
        self.reduction = reduction
        reducedCount = count
        carriedBlocks = layout.keptCapacity * 8 > layout.capacity ? 16 : 1

        let size = MemoryLayout<Scalar>.stride
        slotStride = (layout.capacity + 15) / 16 * 16
        keptStride = reduction == nil ? 0 : (layout.keptCapacity + 15) / 16 * 16
        registersAt = Arena.aligned((4 * rank + streamCount + 2 * registerCount) * MemoryLayout<Int>.stride)
        splatsAt = registersAt + Arena.aligned(registerCount * MemoryLayout<LoopRegister<Scalar>>.stride)
        slotsAt = splatsAt + Arena.aligned(program.splats * 16 * size)
        sumsAt = slotsAt + Arena.aligned(program.slots * slotStride * size)
        totalsAt = sumsAt + Arena.aligned(resultCount * keptStride * size)
        workerBytes = totalsAt + Arena.aligned(resultCount * keptStride * MemoryLayout<Double>.stride)
        sharedBytes =
            reduction == nil || tiling.parts <= 1
            ? 0 : Arena.aligned(resultCount * tiling.parts * count * MemoryLayout<Double>.stride)
    }

    var parts: Int { reduction == nil ? 1 : tiling.parts }

    func deallocate() {
        dims.deallocate()
        extents.deallocate()
        grid.deallocate()
        reduced.deallocate()
        keptDims.deallocate()
        reducedDims.deallocate()
        strides.deallocate()
        once.deallocate()
        perBlock.deallocate()
        places.deallocate()
        constants.deallocate()
        resultRegisters.deallocate()
        isCached.deallocate()
    }

    private static func buffer<Element>(_ array: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = buffer.initialize(from: array)
        return buffer
    }

    private static func table<Element>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(array.count, 1))
        for (index, element) in array.enumerated() { (pointer + index).initialize(to: element) }
        return pointer
    }
}
