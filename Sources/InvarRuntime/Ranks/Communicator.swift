import InvarGraph

/// How the ranks that run one program exchange numbers. All of them make the same calls in the same order; each call returns when
/// this rank has what it is to get, and may be made from one thread at a time.
package protocol Communicator: Sendable {
    /// From 0.
    var rank: Int { get }
    /// How many there are, 1 or more.
    var ranks: Int { get }

    /// Each rank's numbers become the sum of all ranks'. All get the same bits.
    func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType)

    /// The ranks' parts, as many bytes each, one after another in the order of the ranks.
    func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer)

    /// The sum of all ranks' wholes is cut into as many parts as there are ranks, one after another; each gets its own.
    func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType)

    /// Each rank gets the bytes that one has.
    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int)

    /// Ends an exchange that takes too long, with a message; nothing where nobody watches.
    var watch: ExchangeWatch? { get }

    /// Whether a session carries out exchanges on a thread of their own while it computes. Without a core that is free for that thread it
    /// only costs. Results have the same bits either way.
    var overlaps: Bool { get }
}

extension Communicator {
    package var overlaps: Bool { false }
}

/// The only rank that there is.
package struct Alone: Communicator {
    package var rank: Int { 0 }
    package var ranks: Int { 1 }

    package init() {}

    package func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {}

    package func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        unsafe whole.copyMemory(from: part)
    }

    package func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        unsafe part.copyMemory(from: whole)
    }

    package func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {}

    package var watch: ExchangeWatch? { nil }
}
