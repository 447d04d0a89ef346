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
