import InvarRuntime

/// What this machine can do at most, measured on the spot: multiply-adds in registers, and streams of memory.
package struct MachinePeak: Sendable {
    /// float32, a multiply-add counted as two.
    package let flopsPerSecond: Double
    /// Read and written, over arrays far larger than the caches.
    package let bytesPerSecond: Double
    package let threads: Int

    package var limits: Profile.Limits {
        Profile.Limits(flopsPerSecond: flopsPerSecond, bytesPerSecond: bytesPerSecond)
    }

    /// Takes about this long. The fastest of many short pieces counts: what slows a piece is someone else.
    /// - Throws: `JITError`, `ArenaError`.
    package static func measure(threads: Int, seconds: Double = 0.5) throws -> MachinePeak {
        let target = CodeTarget()
        let fma = FMAKernel(turns: 20_000)
        let memory = try Arena(byteCount: arrayBytes * 3)
        let array = arrayBytes / 4
        let triad = TriadKernel(elements: 1 << 16)
        let kernels: [any TileKernel] = [fma, triad]
        let (code, functions) = unsafe try compileAll(
            kernels.map { KernelUse(kernel: $0, origin: "the measurement of this machine") }, target: target)
        let pool = try WorkerPool(exactly: threads)
        return try withExtendedLifetime((code, memory)) {
            let (a, b, c) = unsafe (memory.base, memory.base + 4 * array, memory.base + 8 * array)
            let lines = try Arena(byteCount: 64 * (1 + tilesPerThread * threads))
            unsafe lines.base.storeBytes(of: 0.999, as: Float.self)
            unsafe lines.base.storeBytes(of: 0.001, toByteOffset: 4, as: Float.self)
            let tiles = tilesPerThread * threads
            let flops = unsafe rate(
                functions[0], [lines.base, lines.base + 64], tiles: tiles, pool, seconds: seconds / 2)
            let streams = unsafe rate(
                functions[1], [a, b, c], tiles: array / triad.elements, pool, seconds: seconds / 2)
            return MachinePeak(
                flopsPerSecond: flops * Double(fma.flops(in: target)), bytesPerSecond: streams * Double(triad.bytes),
                threads: threads)
        }
    }

    /// Whoever is late takes fewer.
    private static let tilesPerThread = 8

    /// Of each of the three arrays: twice the last cache, within reason.
    private static var arrayBytes: Int { min(max(2 * TargetDescription.current.l3, 64 << 20), 256 << 20) }

    /// Tiles a second.
    private static func rate(
        _ function: KernelFunction, _ arguments: [UnsafeMutableRawPointer], tiles: Int, _ pool: WorkerPool,
        seconds: Double
    ) -> Double {
        return unsafe arguments.withUnsafeBufferPointer { arguments in
            guard let table = arguments.baseAddress else { preconditionFailure("internal: a kernel of nothing") }
            var best = 0.0
            unsafe withUnsafePointer(to: PhaseWork(function: function, table: table, tiles: tiles)) { work in
                let begin = ContinuousClock.now
                repeat {
                    let start = ContinuousClock.now
                    unsafe pool.run(work)
                    best = max(best, Double(tiles) / (start.duration(to: .now) / .seconds(1)))
                } while begin.duration(to: .now) < .seconds(seconds)
            }
            return best
        }
    }
}
