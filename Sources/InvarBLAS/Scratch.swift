import InvarRuntime

/// What a step needs of the memory that all steps share, one after the other.
struct ScratchPlan {
    private(set) var bytes = 0

    /// Room for so many elements, once for each thread; returns where it begins, in bytes.
    mutating func take<Element>(_ count: Int, of type: Element.Type, threads: Int = 1) -> Int {
        defer { bytes += threads * Arena.aligned(count * MemoryLayout<Element>.stride) }
        return bytes
    }
}

/// A piece of scratch memory for each thread, of `count` elements.
struct ThreadScratch<Element> {
    let at: Int
    let bytes: Int

    init(_ count: Int, _ plan: inout ScratchPlan, threads: Int) {
        bytes = Arena.aligned(count * MemoryLayout<Element>.stride)
        at = plan.take(count, of: Element.self, threads: threads)
    }

    @inline(__always)
    func pointer(_ scratch: UnsafeMutableRawPointer, _ worker: Int) -> UnsafeMutablePointer<Element> {
        (scratch + (at + worker * bytes)).assumingMemoryBound(to: Element.self)
    }
}
