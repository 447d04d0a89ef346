/// Brings operands into registers.
extension LoopTiles {
    @inline(__always)
    func splat(_ w: LoopWorker<Scalar>, _ step: LoopStep) {
        let offset = w.offsets[step.stream]
        let value = step.stream < t.operandCount ? operands[step.stream][offset] : Scalar(offset)
        Lanes.store(SIMD16(repeating: value), w.registers[step.target].pointer)
    }

    /// Gathers a stream's elements of the block, unless the register still has them.
    func fill(_ w: LoopWorker<Scalar>, _ step: LoopStep, _ count: Int) {
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
}
