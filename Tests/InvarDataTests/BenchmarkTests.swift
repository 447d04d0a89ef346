import InvarData
import Testing

/// `swift test -c release --filter BenchmarkTests` prints the throughput of this machine.
@Suite(.serialized) struct BenchmarkTests {
    @Test(arguments: AugmentationBenchmark.allCases, [1, 2])
    func throughput(workload: AugmentationBenchmark, threads: Int) throws {
        let rate = try workload.imagesPerSecond(threads: threads, seconds: 0.5)
        print("\(workload.rawValue) on \(threads) threads: \(Int(rate)) images/s")
        #expect(rate > 0)
    }
}
