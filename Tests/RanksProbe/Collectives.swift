import InvarGraph
import InvarMPI
import InvarRuntime
import Synchronization

/// Every collective at odd sizes, with other numbers on each rank, beside threads of this process that have all ranks' numbers.
func collectives(_ ranks: any Communicator) throws {
    let sizes = [0, 1, 2, 3, 7, 64, 1001, 12_289, 600_007]
    var isInOrder = true
    for size in sizes {
        isInOrder = try exchange(ranks, size, Float.self, .float32) && isInOrder
        isInOrder = try exchange(ranks, size, Double.self, .float64) && isInOrder
    }
    #if MPI
        // What is larger than one call of MPI may be.
        if let whole = ranks as? MPICommunicator {
            let pieces = whole.inPieces(of: 1000)
            for size in [999, 1000, 1001, 12_289] {
                _ = try exchange(pieces, size, Float.self, .float32)
                _ = try exchange(pieces, size, Double.self, .float64)
            }
        }
        say(ranks, "\(MPIProcess.library): \(ranks.ranks) ranks exchange as threads do")
        say(ranks, ranks is MPICommunicator ? "by messages" : "in memory")
    #endif
    say(ranks, isInOrder ? "sums in the order of the ranks" : "sums in an order of its own")
}

/// What one rank has after each of the collectives.
private struct Exchanged<Scalar: BinaryFloatingPoint & Sendable>: Equatable, Sendable {
    var reduced: [Scalar] = []
    var gathered: [Scalar] = []
    var scattered: [Scalar] = []
    var broadcast: [Scalar] = []

    /// Each rank's numbers are its own, and of very different sizes, so that the order of a sum shows.
    init(_ ranks: any Communicator, _ size: Int, _ element: ElementType) {
        var random = CounterRandom(seed: UInt64(100 + ranks.rank))
        func numbers(_ count: Int) -> [Scalar] {
            (0..<count).map { _ in
                Scalar(random.integer(below: 2_000_001) - 1_000_000) / Scalar(1 << random.integer(below: 20))
            }
        }
        reduced = numbers(size)
        let part = numbers(size), whole = numbers(size * ranks.ranks)
        gathered = [Scalar](repeating: 0, count: size * ranks.ranks)
        scattered = [Scalar](repeating: 0, count: size)
        broadcast = numbers(size)
        unsafe reduced.withUnsafeMutableBytes { unsafe ranks.allReduce($0, of: element) }
        unsafe part.withUnsafeBytes { part in
            unsafe gathered.withUnsafeMutableBytes { unsafe ranks.allGather(part, into: $0) }
        }
        unsafe whole.withUnsafeBytes { whole in
            unsafe scattered.withUnsafeMutableBytes { unsafe ranks.reduceScatter(whole, into: $0, of: element) }
        }
        unsafe broadcast.withUnsafeMutableBytes { unsafe ranks.broadcast($0, from: ranks.ranks - 1) }
    }
}

/// - Returns: whether the sums have the bits of sums in the order of the ranks.
private func exchange<Scalar: BinaryFloatingPoint & Sendable>(
    _ ranks: any Communicator, _ size: Int, _: Scalar.Type, _ element: ElementType
) throws -> Bool {
    let got = Exchanged<Scalar>(ranks, size, element)
    let want = locally(ranks.ranks) { Exchanged<Scalar>($0, size, element) }[ranks.rank]
    let place = "\(size) numbers of \(element) on rank \(ranks.rank)"
    try check(got.gathered == want.gathered, "allGather, \(place)")
    try check(got.broadcast == want.broadcast, "broadcast, \(place)")
    try check(isNear(got.reduced, want.reduced), "allReduce, \(place)")
    try check(isNear(got.scattered, want.scattered), "reduceScatter, \(place)")
    for _ in 0..<3 {
        try check(Exchanged(ranks, size, element) == got, "the bits of \(place) differ from those before")
    }
    var all = [Scalar](repeating: 0, count: size * ranks.ranks)
    unsafe got.reduced.withUnsafeBytes { part in
        unsafe all.withUnsafeMutableBytes { unsafe ranks.allGather(part, into: $0) }
    }
    for rank in 0..<ranks.ranks {
        let other = Array(all[(rank * size)..<((rank + 1) * size)])
        try check(other == got.reduced, "the bits of \(place) and of rank \(rank)")
    }
    return got == want
}

/// What each of so many ranks that are threads has.
func locally<Result: Sendable>(_ count: Int, _ body: (any Communicator) throws -> Result) rethrows -> [Result] {
    let ranks = LocalRanks(count).communicators
    let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    inParallel(count) { rank in
        let result = Swift.Result { try body(ranks[rank]) }
        results.withLock { $0[rank] = result }
    }
    return try results.withLock { all in try (0..<count).compactMap { try all[$0]?.get() } }
}

/// To some roundings of the largest.
private func isNear<Scalar: BinaryFloatingPoint>(_ got: [Scalar], _ want: [Scalar]) -> Bool {
    let largest = want.map(\.magnitude).max() ?? 0
    return got.count == want.count
        && zip(got, want).allSatisfy { ($0 - $1).magnitude <= 16 * Scalar.ulpOfOne * largest }
}
