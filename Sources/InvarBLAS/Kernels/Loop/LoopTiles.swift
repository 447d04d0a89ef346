import InvarRuntime

/// One worker's view of its scratch memory.
struct LoopWorker<Scalar: BLASScalar> {
    let coordinates, extents, odometer, sumStrides: UnsafeMutablePointer<Int>
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
        offsets = sumStrides + t.rank
        filledFrom = offsets + t.streamCount
        filledCount = filledFrom + t.registerCount
        registers = (base + t.registersAt).assumingMemoryBound(to: LoopRegister<Scalar>.self)
        splats = (base + t.splatsAt).assumingMemoryBound(to: Scalar.self)
        slots = (base + t.slotsAt).assumingMemoryBound(to: Scalar.self)
        sums = (base + t.sumsAt).assumingMemoryBound(to: Scalar.self)
        totals = (base + t.totalsAt).assumingMemoryBound(to: Double.self)
    }
}

/// The tiles of a run.
struct LoopTiles<Scalar: BLASScalar>: TileWork {
    let t: LoopTables<Scalar>
    let operands: UnsafePointer<UnsafePointer<Scalar>>
    let results: UnsafePointer<UnsafeMutablePointer<Scalar>>
    let scratch: UnsafeMutableRawPointer
    let shared: UnsafeMutableRawPointer

    func run(tile: Int, worker: Int) {
        let w = LoopWorker(t, scratch + worker * t.workerBytes)
        begin(w)
        let (keptTile, part) = (tile / t.tiling.parts, tile % t.tiling.parts)
        let first = keptTile * t.tiling.keptPerTile
        let last = min(t.tiling.kept, first + t.tiling.keptPerTile)
        seek(w, t.keptDims, t.keptDimCount, first)
        for _ in first..<last {
            if let kind = t.reduction {
                reduce(w, kind, part: part)
            } else {
                let count = block(w)
                storeResults(w, count)
            }
            advance(w, t.keptDims, t.keptDimCount)
        }
    }

    /// Places every register and computes what is the same in all blocks.
    private func begin(_ w: LoopWorker<Scalar>) {
        for index in 0..<t.registerCount {
            let register: LoopRegister<Scalar>
            switch t.places[index] {
            case .splat(let splat): register = LoopRegister(pointer: w.splats + splat * 16, step: 0, isExact: false)
            case .slot(let slot):
                register = LoopRegister(pointer: w.slots + slot * t.slotStride, step: 16, isExact: false)
            case .operand, .result: register = LoopRegister(pointer: w.slots, step: 16, isExact: true)
            }
            (w.registers + index).initialize(to: register)
            w.filledCount[index] = -1
        }
        for index in 0..<t.constants.count {
            let constant = t.constants[index]
            w.registers[constant.register].pointer.update(repeating: Scalar.narrow(constant.value), count: 16)
        }
        for stream in 0..<t.streamCount { w.offsets[stream] = 0 }
        for index in 0..<t.once.count {
            let step = t.once[index]
            if step.op == .fill { splat(w, step) } else { LoopOps.run(step, w.registers, 16) }
        }
    }

    /// Sets the coordinates of the `number`th block along some dimensions.
    @inline(__always)
    private func seek(_ w: LoopWorker<Scalar>, _ dims: UnsafeMutablePointer<Int>, _ count: Int, _ number: Int) {
        var rest = number
        for i in stride(from: count - 1, through: 0, by: -1) {
            w.coordinates[dims[i]] = rest % t.grid[dims[i]]
            rest /= t.grid[dims[i]]
        }
    }

    @inline(__always)
    private func advance(_ w: LoopWorker<Scalar>, _ dims: UnsafeMutablePointer<Int>, _ count: Int) {
        var i = count &- 1
        while i >= 0 {
            let d = dims[i]
            w.coordinates[d] &+= 1
            if w.coordinates[d] < t.grid[d] { return }
            w.coordinates[d] = 0
            i &-= 1
        }
    }

    /// Computes every register of the block at the current coordinates; returns its number of elements.
    @inline(__always)
    private func block(_ w: LoopWorker<Scalar>) -> Int {
        var count = 1
        for d in 0..<t.rank {
            w.extents[d] = min(t.extents[d], t.dims[d] &- w.coordinates[d] &* t.extents[d])
            count &*= w.extents[d]
        }
        for stream in 0..<t.streamCount {
            var offset = 0
            let strides = t.strides + stream &* t.rank
            for d in 0..<t.rank { offset &+= w.coordinates[d] &* t.extents[d] &* strides[d] }
            w.offsets[stream] = offset
        }
        for index in 0..<t.registerCount {
            switch t.places[index] {
            case .operand(let stream):
                w.registers[index].pointer = UnsafeMutablePointer(mutating: operands[stream] + w.offsets[stream])
            case .result(let result):
                w.registers[index].pointer = results[result] + w.offsets[t.firstResultStream &+ result]
            default: break
            }
        }
        for index in 0..<t.perBlock.count {
            let step = t.perBlock[index]
            if step.op != .fill {
                LoopOps.run(step, w.registers, w.registers[step.target].step == 0 ? 16 : count)
            } else if w.registers[step.target].step == 0 {
                splat(w, step)
            } else {
                fill(w, step, count)
            }
        }
        return count
    }

    @inline(__always)
    private func splat(_ w: LoopWorker<Scalar>, _ step: LoopStep) {
        let offset = w.offsets[step.stream]
        let value = step.stream < t.operandCount ? operands[step.stream][offset] : Scalar(offset)
        Lanes.store(SIMD16(repeating: value), w.registers[step.target].pointer)
    }

    /// Gathers a stream's elements of the block, unless the register still has them.
    private func fill(_ w: LoopWorker<Scalar>, _ step: LoopStep, _ count: Int) {
        let offset = w.offsets[step.stream]
        if w.filledCount[step.target] >= count && w.filledFrom[step.target] == offset && t.isCached[step.target] {
            return
        }
        w.filledCount[step.target] = count
        w.filledFrom[step.target] = offset
        let strides = t.strides + step.stream &* t.rank
        let target = w.registers[step.target].pointer
        let inner = strides[t.rank &- 1]
        if step.stream >= t.operandCount {
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                for i in 0..<length { target[dense &+ i] = Scalar(offset &+ run &+ i &* inner) }
            }
            return
        }
        let source = operands[step.stream] + offset
        if !t.isFlat, let along = unitDimension(strides) {
            // Read along memory: the lines of a power of two's stride would push each other out of the cache.
            let (rows, columns) = (w.extents[along], w.extents[t.rank &- 1])
            for j in 0..<columns {
                let line = source + j &* inner
                for i in 0..<rows { target[i &* columns &+ j] = line[i] }
            }
            return
        }
        LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
            let (line, from) = (target + dense, source + run)
            if inner == 1 {
                Patches.copy(line, from, length)
            } else if inner == 0 {
                LoopRuns.repeating(line, from.pointee, length)
            } else {
                for i in 0..<length { line[i] = from[i &* inner] }
            }
        }
    }

    /// In a block that is wide in two dimensions, the outer one if a stream runs along it.
    @inline(__always)
    private func unitDimension(_ strides: UnsafeMutablePointer<Int>) -> Int? {
        for d in 0..<(t.rank &- 1) where t.extents[d] > 1 {
            return strides[d] == 1 && strides[t.rank &- 1] != 1 ? d : nil
        }
        return nil
    }

    /// Copies results that were not computed in place to where they belong.
    @inline(__always)
    private func storeResults(_ w: LoopWorker<Scalar>, _ count: Int) {
        for index in 0..<t.resultCount {
            let register = t.resultRegisters[index]
            if case .result(let result) = t.places[register], result == index { continue }
            let stream = t.firstResultStream &+ index
            let target = results[index] + w.offsets[stream]
            let strides = t.strides + stream &* t.rank
            let inner = strides[t.rank &- 1]
            let source = w.registers[register].pointer
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                let (line, from) = (target + run, source + dense)
                if inner == 1 {
                    Patches.copy(line, UnsafePointer(from), length)
                } else {
                    for i in 0..<length { line[i &* inner] = from[i] }
                }
            }
        }
    }

    /// Combines one block of results over the blocks of one part of the reduced dimensions.
    @inline(__always)
    private func reduce(_ w: LoopWorker<Scalar>, _ kind: LoopReduction.Kind, part: Int) {
        let first = part * t.tiling.reducedPerTile
        let last = min(t.tiling.reduced, first + t.tiling.reducedPerTile)
        seek(w, t.reducedDims, t.reducedDimCount, first)
        let length = t.resultCount * t.keptStride
        w.sums.update(repeating: Scalar.narrow(kind.identity), count: length)
        w.totals.update(repeating: kind.identity, count: length)
        var carried = 0
        for _ in first..<last {
            _ = block(w)
            LoopReduce.prepare(t, w)
            for index in 0..<t.resultCount {
                LoopReduce.accumulate(
                    kind, t, w, w.registers[t.resultRegisters[index]], into: w.sums + index &* t.keptStride)
            }
            carried &+= 1
            if carried == t.carriedBlocks {
                LoopReduce.flush(kind, w.sums, w.totals, length)
                carried = 0
            }
            advance(w, t.reducedDims, t.reducedDimCount)
        }
        if carried > 0 { LoopReduce.flush(kind, w.sums, w.totals, length) }
        for index in 0..<t.resultCount { storeTotals(w, index, part: part) }
    }

    /// Stores a part's totals: as results where they are complete, else to be combined later.
    private func storeTotals(_ w: LoopWorker<Scalar>, _ index: Int, part: Int) {
        let stream = t.firstResultStream &+ index
        let strides = t.strides + stream &* t.rank
        let totals = w.totals + index &* t.keptStride
        var offset = 0
        for i in 0..<t.keptDimCount {
            let d = t.keptDims[i]
            offset &+= w.coordinates[d] &* t.extents[d] &* strides[d]
        }
        // Walk the kept dimensions only: the reduced ones count as size 1.
        for d in 0..<t.rank where t.reduced[d] { w.extents[d] = 1 }
        let inner = strides[t.rank &- 1]
        if t.parts == 1 {
            let target = results[index] + offset
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                for i in 0..<length { target[run &+ i &* inner] = Scalar.narrow(totals[dense &+ i]) }
            }
        } else {
            let partials = shared.assumingMemoryBound(to: Double.self)
            let target = partials + ((index &* t.parts &+ part) &* t.reducedCount &+ offset)
            LoopRuns.each(t.rank, w.extents, strides, w.odometer) { dense, run, length in
                for i in 0..<length { target[run &+ i &* inner] = totals[dense &+ i] }
            }
        }
    }

    /// What a reduction over nothing gives.
    func fillIdentity() {
        guard let kind = t.reduction else { return }
        for index in 0..<t.resultCount {
            results[index].update(repeating: Scalar.narrow(kind.identity), count: t.reducedCount)
        }
    }
}

/// Adds the parts of every sum, in order.
struct LoopCombine<Scalar: BLASScalar>: TileWork {
    let t: LoopTables<Scalar>
    let results: UnsafePointer<UnsafeMutablePointer<Scalar>>
    let shared: UnsafeMutableRawPointer

    private static var block: Int { 512 }
    private var perResult: Int { (t.reducedCount + Self.block - 1) / Self.block }
    var tiles: Int { t.resultCount * perResult }

    func run(tile: Int, worker: Int) {
        guard let kind = t.reduction else { return }
        let (index, chunk) = (tile / perResult, tile % perResult)
        let partials = shared.assumingMemoryBound(to: Double.self) + index * t.parts * t.reducedCount
        for i in (chunk * Self.block)..<min(t.reducedCount, (chunk + 1) * Self.block) {
            var total = kind.identity
            for part in 0..<t.parts { total = LoopReduce.combine(kind, total, partials[part &* t.reducedCount &+ i]) }
            results[index][i] = Scalar.narrow(total)
        }
    }
}

/// Walks over a block's innermost runs.
enum LoopRuns {
    /// Calls `body` with each run's first element in a dense block and in strided memory, and its length.
    @inline(__always)
    static func each(
        _ rank: Int, _ extents: UnsafeMutablePointer<Int>, _ strides: UnsafeMutablePointer<Int>,
        _ odometer: UnsafeMutablePointer<Int>, _ body: (_ dense: Int, _ run: Int, _ length: Int) -> Void
    ) {
        let length = extents[rank &- 1]
        for d in 0..<rank { odometer[d] = 0 }
        var (dense, run) = (0, 0)
        while true {
            body(dense, run, length)
            dense &+= length
            var d = rank &- 2
            while d >= 0 {
                odometer[d] &+= 1
                run &+= strides[d]
                if odometer[d] < extents[d] { break }
                run &-= strides[d] &* extents[d]
                odometer[d] = 0
                d &-= 1
            }
            if d < 0 { return }
        }
    }

    @inline(__always)
    static func repeating<Scalar: BLASScalar>(_ target: UnsafeMutablePointer<Scalar>, _ value: Scalar, _ count: Int) {
        let vector = SIMD16(repeating: value)
        var i = 0
        while i &+ 16 <= count {
            Lanes.store(vector, target + i)
            i &+= 16
        }
        while i < count {
            target[i] = value
            i &+= 1
        }
    }
}
