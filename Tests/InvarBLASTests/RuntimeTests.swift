import InvarBLAS
import InvarRuntime
import Synchronization
import Testing

private struct Counting: TileWork {
    let counts: UnsafeMutablePointer<Int>
    let busy: UnsafeMutablePointer<Int>
    func run(tile: Int, worker: Int) {
        counts[tile] += 1
        busy[worker * 8] += 1
    }
}

@Suite struct RuntimeTests {
    @Test(arguments: [1, 2, 3, 5])
    func everyTileRunsOnce(threads: Int) {
        let pool = WorkerPool(threads: threads)
        #expect(pool.threads == threads)
        for tiles in [0, 1, 2, 7, 64, 1000] {
            var counts = [Int](repeating: 0, count: tiles + 1)
            var busy = [Int](repeating: 0, count: threads * 8)
            for _ in 0..<50 {
                counts.withUnsafeMutableBufferPointer { c in
                    busy.withUnsafeMutableBufferPointer { b in
                        guard let counts = c.baseAddress, let busy = b.baseAddress else { return }
                        pool.run(tiles: tiles, Counting(counts: counts, busy: busy))
                    }
                }
            }
            #expect(counts.dropLast().allSatisfy { $0 == 50 } && counts[tiles] == 0)
            #expect(busy.reduce(0, +) == tiles * 50)
        }
    }

    @Test func poolsEndWhileTheirWorkersSleepOrSpin() {
        for round in 0..<40 {
            let pool = WorkerPool(threads: 1 + round % 4)
            var count = [Int](repeating: 0, count: 16), busy = [Int](repeating: 0, count: 32)
            count.withUnsafeMutableBufferPointer { c in
                busy.withUnsafeMutableBufferPointer { b in
                    guard let counts = c.baseAddress, let busy = b.baseAddress else { return }
                    pool.run(tiles: 16, Counting(counts: counts, busy: busy))
                }
            }
            #expect(count.allSatisfy { $0 == 1 })
        }
    }

    @Test func arenaIsAlignedZeroedAndBounded() throws {
        let arena = try Arena(byteCount: 5 << 20)
        #expect(UInt(bitPattern: arena.base) % 64 == 0)
        let floats = arena.pointer(at: 1 << 20, as: Float.self)
        #expect((0..<1000).allSatisfy { floats[$0] == 0 })
        floats[7] = 3
        #expect(arena.pointer(at: 1 << 20, as: Float.self)[7] == 3)
        #expect(Arena.aligned(1) == 64 && Arena.aligned(64) == 64 && Arena.aligned(0) == 0)
        #expect(throws: ArenaError.self) { try Arena(byteCount: 1 << 50) }
        _ = try Arena(byteCount: 0)
    }

    @Test func targetIsReadFromProcessorText() {
        let wide = "model name\t: A\nflags\t\t: fma avx2 avx512f avx512vl avx512bw avx512dq\n"
        let middle = "flags\t\t: fpu fma avx avx2\nmodel name\t: Some Processor\n"
        #expect(TargetDescription(cpuinfo: wide).vectorBits == 512)
        #expect(TargetDescription(cpuinfo: middle).vectorBits == 256)
        #expect(TargetDescription(cpuinfo: middle).name == "Some Processor")
        #expect(TargetDescription(cpuinfo: middle).hasFusedMultiplyAdd)
        #expect(TargetDescription(cpuinfo: "").vectorBits == 128)
        #expect(TargetDescription.current.cores >= 1)
        #expect(TargetDescription.current.l1 > 0)
    }
}
