import InvarGraph

/// Ranks that are threads of one process, and meet in memory; with those of other processes, where there are any.
///
/// Sums are taken in one fixed tree over all ranks, ((0 + 1) + (2 + 3)) + …, however they are shared out among processes: so the bits
/// are the same on each rank, run after run, and for four threads, for two processes of two, and for four of one.
///
/// Each rank's session has to run on a thread of its own. A rank that never comes lets the others wait for ever. Of a process one
/// thread at a time is in the exchange with the other processes.
package final class LocalRanks: Sendable {
    private let meeting: Meeting
    private let outer: any Communicator
    private let watch: ExchangeWatch?
    private let overlaps: Bool

    /// - Parameters:
    ///   - count: how many ranks this process has, 1 or more; with other processes a power of two, as in each of them.
    ///   - outer: to the other processes. Its rank p has the ranks from p·count on.
    ///   - overlaps: whether ranks compute while they exchange.
    ///   - watch: ends an exchange that takes too long.
    package init(
        _ count: Int, across outer: any Communicator = Alone(), overlaps: Bool = false, watch: ExchangeWatch? = nil
    ) {
        precondition(count > 0, "internal: no ranks")
        precondition(outer.ranks == 1 || count & (count - 1) == 0, "internal: \(count) ranks are no part of a tree")
        meeting = Meeting(count)
        (self.outer, self.overlaps, self.watch) = (outer, overlaps, watch ?? outer.watch)
    }

    /// One for each rank of this process, in their order.
    package var communicators: [any Communicator] {
        (0..<meeting.count).map {
            LocalRank(local: $0, meeting: meeting, outer: outer, watch: $0 == 0 ? watch : nil, overlaps: overlaps)
        }
    }
}

/// One of them. The first of each process speaks with the other processes, and lends its memory to the rest meanwhile.
private struct LocalRank: Communicator {
    /// Among those of this process.
    let local: Int
    let meeting: Meeting
    let outer: any Communicator
    let watch: ExchangeWatch?
    let overlaps: Bool

    var rank: Int { outer.rank * meeting.count + local }
    var ranks: Int { outer.ranks * meeting.count }
    private var isAlone: Bool { outer.ranks == 1 }

    /// Each rank sums one stretch of the numbers.
    func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        guard let base = numbers.baseAddress, ranks > 1, unsafe !numbers.isEmpty else { return }
        unsafe meeting.arrive(local, reads: UnsafeRawPointer(base), writes: base)
        let size = element.byteCount
        let count = numbers.count / size
        let stretch = (local * count / meeting.count * size)..<((local + 1) * count / meeting.count * size)
        // where there are other processes, the first alone goes on with the sum
        let writers = isAlone ? meeting.count : 1
        unsafe treeSum(stretch, of: element, meeting.count, from: { unsafe meeting.reads(of: $0) }) {
            place, bytes, count in
            for other in 0..<writers {
                unsafe (meeting.writes(of: other) + place).copyMemory(from: bytes, byteCount: count)
            }
        }
        meeting.leave()
        guard !isAlone else { return }
        if local == 0 { unsafe reduceAcross(numbers, of: element) }
        unsafe takeFromFirst(base, numbers.count)
    }

    /// In pieces, so that other processes' numbers need little room.
    private func reduceAcross(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        for start in stride(from: 0, to: numbers.count, by: Meeting.pieceBytes) {
            let piece = unsafe UnsafeMutableRawBufferPointer(
                rebasing: numbers[start..<min(start + Meeting.pieceBytes, numbers.count)])
            unsafe sumAcross(UnsafeRawBufferPointer(piece), of: element) { place, bytes, count in
                unsafe UnsafeMutableRawBufferPointer(rebasing: piece[place..<(place + count)])
                    .copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: count))
            }
        }
    }

    /// All processes' sums of a piece, block by block.
    private func sumAcross(
        _ piece: UnsafeRawBufferPointer, of element: ElementType,
        _ write: (_ place: Int, _ bytes: UnsafeRawPointer, _ count: Int) -> Void
    ) {
        let all = unsafe meeting.room(outer.ranks * piece.count)
        unsafe outer.allGather(piece, into: all)
        guard let base = all.baseAddress else { return }
        unsafe treeSum(
            0..<piece.count, of: element, outer.ranks, from: { unsafe UnsafeRawPointer(base + $0 * piece.count) }, write
        )
    }

    func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        guard let from = part.baseAddress, let to = whole.baseAddress, unsafe !part.isEmpty else { return }
        unsafe meeting.arrive(local, reads: from, writes: to)
        guard !isAlone else {
            for other in 0..<ranks {
                unsafe (to + other * part.count).copyMemory(from: meeting.reads(of: other), byteCount: part.count)
            }
            return meeting.leave()
        }
        if local == 0 {
            let own = unsafe meeting.room(meeting.count * part.count)
            for other in 0..<meeting.count {
                unsafe UnsafeMutableRawBufferPointer(rebasing: own[(other * part.count)...])
                    .copyMemory(from: UnsafeRawBufferPointer(start: meeting.reads(of: other), count: part.count))
            }
            unsafe outer.allGather(UnsafeRawBufferPointer(own), into: whole)
        }
        unsafe takeFromFirst(to, whole.count)
    }

    func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        guard let from = whole.baseAddress, let to = part.baseAddress, unsafe !part.isEmpty else { return }
        unsafe meeting.arrive(local, reads: from, writes: to)
        if isAlone {
            let start = rank * part.count
            unsafe treeSum(
                start..<(start + part.count), of: element, ranks, from: { unsafe meeting.reads(of: $0) }
            ) { place, bytes, count in unsafe (to + (place - start)).copyMemory(from: bytes, byteCount: count) }
        } else if local == 0 {
            for other in 0..<ranks { scatterAcross(to: other, part.count, of: element) }
        }
        meeting.leave()
    }

    /// The part of one rank of any process: all take part in its sum.
    private func scatterAcross(to other: Int, _ byteCount: Int, of element: ElementType) {
        let isOwn = other / meeting.count == outer.rank
        for start in stride(from: 0, to: byteCount, by: Meeting.pieceBytes) {
            let count = min(Meeting.pieceBytes, byteCount - start)
            let first = other * byteCount + start
            let piece = unsafe meeting.piece(count)
            unsafe treeSum(first..<(first + count), of: element, meeting.count, from: { unsafe meeting.reads(of: $0) })
            {
                unsafe UnsafeMutableRawBufferPointer(rebasing: piece[($0 - first)...])
                    .copyMemory(from: UnsafeRawBufferPointer(start: $1, count: $2))
            }
            unsafe sumAcross(UnsafeRawBufferPointer(piece), of: element) { place, bytes, count in
                guard isOwn else { return }
                unsafe (meeting.writes(of: other % meeting.count) + start + place)
                    .copyMemory(from: bytes, byteCount: count)
            }
        }
    }

    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
        guard let base = bytes.baseAddress, ranks > 1, unsafe !bytes.isEmpty else { return }
        unsafe meeting.arrive(local, reads: UnsafeRawPointer(base), writes: base)
        let (process, first) = (root / meeting.count, root % meeting.count)
        guard !isAlone else {
            if local != first { unsafe base.copyMemory(from: meeting.reads(of: first), byteCount: bytes.count) }
            return meeting.leave()
        }
        if local == 0 {
            if process == outer.rank, first != 0 {
                unsafe base.copyMemory(from: meeting.reads(of: first), byteCount: bytes.count)
            }
            unsafe outer.broadcast(bytes, from: process)
        }
        unsafe takeFromFirst(base, bytes.count)
    }

    /// What the first rank of this process has got, when it has.
    private func takeFromFirst(_ bytes: UnsafeMutableRawPointer, _ count: Int) {
        meeting.leave()
        if local != 0 { unsafe bytes.copyMemory(from: meeting.writes(of: 0), byteCount: count) }
        meeting.leave()
    }
}
