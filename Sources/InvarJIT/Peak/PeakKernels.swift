import InvarGraph

/// Nothing but fused multiply-adds: chains that do not wait for each other, in registers.
struct FMAKernel: TileKernel {
    /// Turns of the loop of one tile.
    let turns: Int
    /// As many as hide a multiply-add's latency, and leave registers for the two factors.
    static let chains = 12

    var name: String { "peak.fma.\(Self.chains)x\(turns)" }

    /// Operations of a tile.
    func flops(in target: CodeTarget) -> Int { 2 * turns * Self.chains * target.vectorBits / 32 }

    /// Arguments: two factors, and a cache line for each tile.
    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let lanes = emitter.lanes(.float32)
        let factors = emitter.argument(0)
        let result = builder.advance(emitter.argument(1), bytes: builder.multiply(emitter.tile, 64))
        // out of memory, so that LLVM does not compute the loop itself
        let one = lanes.with(lanes: 1)
        let factor = builder.broadcast(builder.load(one, factors), lanes)
        let summand = builder.broadcast(builder.load(one, builder.advance(factors, builder.int(1), of: lanes)), lanes)
        let first = (0..<Self.chains).map { builder.number(Double($0), lanes) }
        let last = builder.loop(turns, carrying: first) { _, chains in
            chains.map { builder.fma($0, factor, summand, lanes) }
        }
        let sum = last.dropFirst().reduce(last[0]) { builder.fadd($0, $1) }
        builder.store(sum, lanes, result)
    }
}

/// a = b + s·c over arrays of memory: two streams read, one written.
struct TriadKernel: TileKernel {
    /// Elements of one tile: a multiple of what a turn takes.
    let elements: Int
    static let unrolled = 4

    var name: String { "peak.triad.\(elements)" }
    /// Bytes of a tile, each counted once.
    var bytes: Int { 3 * 4 * elements }

    /// Arguments: a, b, c.
    func emit(_ emitter: KernelEmitter) {
        let builder = emitter.builder
        let lanes = emitter.lanes(.float32)
        let begin = builder.multiply(emitter.tile, elements)
        let arrays = (0..<3).map { builder.advance(emitter.argument($0), begin, of: lanes) }
        let factor = builder.number(3, lanes)
        builder.loop(elements / (Self.unrolled * lanes.lanes)) { turn in
            for part in 0..<Self.unrolled {
                let place = builder.add(
                    builder.multiply(turn, Self.unrolled * lanes.lanes), builder.int(part * lanes.lanes))
                let b = builder.load(lanes, builder.advance(arrays[1], place, of: lanes))
                let c = builder.load(lanes, builder.advance(arrays[2], place, of: lanes))
                builder.store(
                    builder.fma(c, factor, b, lanes), lanes, builder.advance(arrays[0], place, of: lanes))
            }
        }
    }
}
