import InvarGraph

/// A communicator of ranks that compute while they exchange.
package struct Overlapping: Communicator {
    private let base: any Communicator

    package init(_ base: any Communicator) { self.base = base }

    package var overlaps: Bool { true }
    package var rank: Int { base.rank }
    package var ranks: Int { base.ranks }
    package var watch: ExchangeWatch? { base.watch }

    package func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        unsafe base.allReduce(numbers, of: element)
    }

    package func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        unsafe base.allGather(part, into: whole)
    }

    package func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        unsafe base.reduceScatter(whole, into: part, of: element)
    }

    package func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
        unsafe base.broadcast(bytes, from: root)
    }
}
