/// Where a register's elements are just now.
struct LoopRegister<Scalar: BLASScalar> {
    var pointer: UnsafeMutablePointer<Scalar>
    /// 16, or 0 for one repeated value.
    var step: Int
    /// No element past the block's may be touched.
    var isExact: Bool
}

/// One worker's view of its scratch memory.
struct LoopWorker<Scalar: BLASScalar> {
    let coordinates, extents, odometer, sumStrides: UnsafeMutablePointer<Int>
    /// The tile's part of the iteration space, and its blocks along each dimension.
    let origins, limits, grid: UnsafeMutablePointer<Int>
    /// The first element of the block, per stream.
    let offsets: UnsafeMutablePointer<Int>
    /// What a register was last filled with: where from, and how many elements; -1 before the first.
    let filledFrom, filledCount: UnsafeMutablePointer<Int>
    let registers: UnsafeMutablePointer<LoopRegister<Scalar>>
    let splats, slots, sums: UnsafeMutablePointer<Scalar>
    let totals: UnsafeMutablePointer<Double>

    init(_ t: LoopTables<Scalar>, _ base: UnsafeMutableRawPointer) {
        coordinates = base.assumingMemoryBound(to: Int.self)
        extents = coordinates + t.rank
        odometer = extents + t.rank
        sumStrides = odometer + t.rank
        origins = sumStrides + t.rank
        limits = origins + t.rank
        grid = limits + t.rank
        offsets = grid + t.rank
        filledFrom = offsets + t.streamCount
        filledCount = filledFrom + t.registerCount
        registers = (base + t.registersAt).assumingMemoryBound(to: LoopRegister<Scalar>.self)
        splats = (base + t.splatsAt).assumingMemoryBound(to: Scalar.self)
        slots = (base + t.slotsAt).assumingMemoryBound(to: Scalar.self)
        sums = (base + t.sumsAt).assumingMemoryBound(to: Scalar.self)
        totals = (base + t.totalsAt).assumingMemoryBound(to: Double.self)
    }

    /// A register's sums and totals.
    @inline(__always)
    func sums(_ t: LoopTables<Scalar>, _ reducer: LoopReducer) -> UnsafeMutablePointer<Scalar> {
        sums + reducer.sums &* t.keptStride
    }
    @inline(__always)
    func totals(_ t: LoopTables<Scalar>, _ reducer: LoopReducer) -> UnsafeMutablePointer<Double> {
        totals + reducer.totals &* t.keptStride
    }
}
