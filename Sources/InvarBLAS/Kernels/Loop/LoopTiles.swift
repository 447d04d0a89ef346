import InvarRuntime

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
        let range = t.splitDim >= 0 ? placeBox(w, tile) : placeBlocks(w, tile)
        seek(w, t.keptDims, t.keptDimCount, range.kept.lowerBound)
        for _ in range.kept {
            sweep(w, range)
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
            w.coordinates[dims[i]] = rest % w.grid[dims[i]]
            rest /= w.grid[dims[i]]
        }
    }

    @inline(__always)
    private func advance(_ w: LoopWorker<Scalar>, _ dims: UnsafeMutablePointer<Int>, _ count: Int) {
        var i = count &- 1
        while i >= 0 {
            let d = dims[i]
            w.coordinates[d] &+= 1
            if w.coordinates[d] < w.grid[d] { return }
            w.coordinates[d] = 0
            i &-= 1
        }
    }

    /// Computes a block of results of reductions over the tile's blocks along reduced dimensions, and stores what is to be stored.
    @inline(__always)
    private func sweep(_ w: LoopWorker<Scalar>, _ range: LoopTileRange) {
        seek(w, t.reducedDims, t.reducedDimCount, range.reduced.lowerBound)
        LoopReduce.begin(t, w)
        var (counts, carried) = (LoopCounts(), 0)
        for _ in range.reduced {
            let count = aim(w)
            if t.reducers.count > 0 { counts.block = count / LoopReduce.prepare(t, w) }
            LoopReduce.accumulate(t, w, early: true, counts)
            compute(w, count)
            LoopReduce.accumulate(t, w, early: false, counts)
            storeResults(w)
            counts.carried &+= counts.block
            carried &+= 1
            if carried == t.carriedBlocks {
                LoopReduce.flush(t, w, &counts)
                carried = 0
            }
            advance(w, t.reducedDims, t.reducedDimCount)
        }
        if carried > 0 { LoopReduce.flush(t, w, &counts) }
        for index in 0..<t.reducers.count { storeTotals(w, t.reducers[index], part: range.part) }
        if t.parts > 1 && range.isFirst { partCounts[range.part] = Double(counts.total) }
    }

    /// Turns to the block at the current coordinates; returns its number of elements.
    @inline(__always)
    private func aim(_ w: LoopWorker<Scalar>) -> Int {
        var count = 1
        for d in 0..<t.rank {
            let first = w.origins[d] &+ w.coordinates[d] &* t.extents[d]
            w.extents[d] = min(t.extents[d], w.limits[d] &- first)
            count &*= w.extents[d]
        }
        for stream in 0..<t.streamCount {
            var offset = 0
            let strides = t.strides + stream &* t.rank
            for d in 0..<t.rank {
                offset &+= (w.origins[d] &+ w.coordinates[d] &* t.extents[d]) &* strides[d]
            }
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
        return count
    }

    /// Computes every register of the block.
    @inline(__always)
    private func compute(_ w: LoopWorker<Scalar>, _ count: Int) {
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
    }

    /// Copies results that were not computed in place to where they belong.
    @inline(__always)
    private func storeResults(_ w: LoopWorker<Scalar>) {
        for index in 0..<t.copies.count {
            let (result, register) = t.copies[index]
            let stream = t.firstResultStream &+ result
            let target = results[result] + w.offsets[stream]
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
}
