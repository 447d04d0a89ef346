import InvarGraph

/// Nothing but fused multiply-adds: chains that do not wait for each other, in registers. It reads two factors, and writes a
/// cache line for each tile.
struct FMAKernel: TileKernel {
    /// Turns of the loop of one tile.
    let turns: Int
    /// As many as hide a multiply-add's latency, and leave registers for the two factors.
    static let chains = 12

    var name: String { "peak.fma.\(Self.chains)x\(turns)" }
    var element: ElementType { .float32 }
    var tiles: Int { 1 }
    var arguments: [ArgumentName] { [.input, .result] }

    /// Operations of a tile.
    func flops(in target: CodeTarget) -> Int { 2 * turns * Self.chains * target.vectorBits / 32 }

    func emit(_ emitter: KernelEmitter) {
        let lanes = emitter.builder.lanes(element)
        let factors = emitter[.input]
        let result = emitter[.result].advanced(bytes: emitter.tile * 64)
        // out of memory, so that LLVM does not compute the loop itself
        let factor = lanes.broadcast(factors)
        let summand = lanes.broadcast(factors + 1)
        let first = (0..<Self.chains).map { lanes.number(Double($0)) }
        let last = emitter.builder.loop(turns, carrying: first) { _, chains in
            chains.map { fma($0, factor, summand) }
        }
        lanes.store(last.dropFirst().reduce(last[0], +), result)
    }
}

/// a = b + s·c over arrays of memory: two streams read, one written.
struct TriadKernel: TileKernel {
    /// Elements of one tile: a multiple of what a turn takes.
    let elements: Int
    static let unrolled = 4

    var name: String { "peak.triad.\(elements)" }
    var element: ElementType { .float32 }
    var tiles: Int { 1 }
    var arguments: [ArgumentName] { [.result, .input, .weights] }
    /// Bytes of a tile, each counted once.
    var bytes: Int { 3 * 4 * elements }

    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let lanes = builder.lanes(element)
        let begin = emitter.tile * elements
        let (a, b, c) = (emitter[.result] + begin, emitter[.input] + begin, emitter[.weights] + begin)
        let factor = lanes.number(3)
        builder.loop(elements / (Self.unrolled * lanes.count)) { turn in
            for part in 0..<Self.unrolled {
                let place = turn * (Self.unrolled * lanes.count) + part * lanes.count
                let summand = lanes.load(b + place)
                lanes.store(fma(lanes.load(c + place), factor, summand), a + place)
            }
        }
    }
}
