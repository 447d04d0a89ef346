import InvarRuntime

/// A register that is reduced, and where its sums are.
struct LoopReducer {
    var kind: LoopResult.Kind
    /// Among a kernel's results.
    var result: Int
    var register: Int
    /// The first of its vectors among a worker's sums, its totals, and the parts that tiles leave.
    var sums, totals: Int
    /// It reads an operand in place, whose memory the block's steps may overwrite.
    var isEarly: Bool
}

/// A kernel's decisions as plain memory, so that reading them in a run costs no reference counting; and the layout
/// of a worker's scratch.
struct LoopTables<Scalar: BLASScalar>: @unchecked Sendable {
    let rank, registerCount, streamCount, operandCount, firstResultStream: Int
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
    /// Results that are not computed where they belong, and the registers that they are copied from.
    let copies: UnsafeMutableBufferPointer<(result: Int, register: Int)>
    let reducers: UnsafeMutableBufferPointer<LoopReducer>
    /// Registers that keep their elements from block to block.
    let isCached: UnsafeMutablePointer<Bool>
    let tiling: LoopTiling
    /// Where tiles are boxes: the dimension that is cut into ranges, their length and their number; else -1.
    let splitDim, splitExtent, splits: Int
    /// Parts of each sum, and elements of one result of a reduction.
    let parts, reducedCount: Int
    /// Float sums are carried over this many blocks before they are added to the Double ones.
    let carriedBlocks: Int
    let slotStride, keptStride: Int
    /// Vectors of `keptStride` elements.
    let sumPlanes, totalPlanes: Int
    let registersAt, splatsAt, slotsAt, sumsAt, totalsAt: Int
    let workerBytes, sharedBytes: Int

    init(
        layout: LoopLayout, program: LoopProgram, operands: Int, iotas: Int, results: [LoopResult],
        reducedCount count: Int
    ) {
        rank = layout.rank
        registerCount = program.places.count
        streamCount = layout.strides.count
        operandCount = operands
        firstResultStream = operands + iotas
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
        copies = LoopTables.buffer(LoopTables.copies(program, results))
        let reducing = LoopTables.reducers(program, results)
        reducers = LoopTables.buffer(reducing)
        sumPlanes = reducing.reduce(0) { $0 + $1.kind.sumPlanes }
        totalPlanes = reducing.reduce(0) { $0 + $1.kind.totalPlanes }
        isCached = LoopTables.table(program.cached)
        isFlat = layout.isFlat
        tiling = layout.tiling
        splitDim = layout.box?.splitDim ?? -1
        splitExtent = layout.box.map { $0.dims[$0.splitDim] } ?? 0
        splits = layout.box?.splits ?? 1
        parts = layout.parts
        reducedCount = count
        carriedBlocks = layout.keptCapacity * 8 > layout.capacity ? 16 : 1

        let size = MemoryLayout<Scalar>.stride
        slotStride = (layout.capacity + 15) / 16 * 16
        keptStride = (layout.keptCapacity + 15) / 16 * 16
        registersAt = Arena.aligned((7 * rank + streamCount + 2 * registerCount) * MemoryLayout<Int>.stride)
        splatsAt = registersAt + Arena.aligned(registerCount * MemoryLayout<LoopRegister<Scalar>>.stride)
        slotsAt = splatsAt + Arena.aligned(program.splats * 16 * size)
        sumsAt = slotsAt + Arena.aligned(program.slots * slotStride * size)
        totalsAt = sumsAt + Arena.aligned(sumPlanes * keptStride * size)
        workerBytes = totalsAt + Arena.aligned(totalPlanes * keptStride * MemoryLayout<Double>.stride)
        sharedBytes =
            reducing.isEmpty || parts <= 1
            ? 0 : Arena.aligned((1 + totalPlanes * count) * parts * MemoryLayout<Double>.stride)
    }

    private static func copies(_ program: LoopProgram, _ results: [LoopResult]) -> [(result: Int, register: Int)] {
        results.indices.filter { results[$0].kind == .store }.map { ($0, program.results[$0]) }
            .filter { program.places[$0.register] != .result($0.result) }
    }

    private static func reducers(_ program: LoopProgram, _ results: [LoopResult]) -> [LoopReducer] {
        var (sums, totals) = (0, 0)
        var reducers: [LoopReducer] = []
        for (index, result) in results.enumerated() where result.kind != .store {
            let register = program.results[index]
            var isEarly = false
            if case .operand = program.places[register] { isEarly = true }
            reducers.append(
                LoopReducer(
                    kind: result.kind, result: index, register: register, sums: sums, totals: totals, isEarly: isEarly))
            sums += result.kind.sumPlanes
            totals += result.kind.totalPlanes
        }
        return reducers
    }

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
        copies.deallocate()
        reducers.deallocate()
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
