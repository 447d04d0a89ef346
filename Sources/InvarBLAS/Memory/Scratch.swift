import InvarRuntime

/// The memory that all steps share, one after the other: each gives back all of it when it is done.
@safe
struct Scratch {
    private let base: UnsafeMutableRawPointer
    private let byteCount: Int

    /// - Parameter arena: lives as long as this is used.
    init(_ arena: Arena) { unsafe (base, byteCount) = (arena.base, arena.byteCount) }

    @inline(__always)
    fileprivate func elements<Element>(at offset: Int, _ count: Int) -> Elements<Element> {
        #if DEBUG || INVAR_CHECKED
            guard offset + count * MemoryLayout<Element>.stride <= byteCount else {
                fatalError("internal: \(count) elements at byte \(offset) are outside of the scratch memory")
            }
        #endif
        let first = unsafe (base + offset).assumingMemoryBound(to: Element.self)
        return unsafe Elements(first, within: 0..<count)
    }
}

/// What a step needs of the memory that all steps share.
struct ScratchPlan {
    private(set) var bytes = 0

    /// Room for `count` elements, once for each thread.
    mutating func take<Element>(_ count: Int, of type: Element.Type, threads: Int = 1) -> ScratchPiece<Element> {
        let piece = ScratchPiece<Element>(at: bytes, count: count)
        bytes += threads * piece.byteCount
        return piece
    }
}

/// A piece of scratch memory of `count` elements, or one for each thread.
struct ScratchPiece<Element: BitwiseCopyable> {
    /// In bytes.
    fileprivate let at, byteCount: Int
    private let count: Int

    fileprivate init(at: Int, count: Int) {
        (self.at, self.count, byteCount) = (at, count, Arena.aligned(count * MemoryLayout<Element>.stride))
    }

    /// - Parameter worker: whose; 0 where there is one piece for all.
    @inline(__always)
    func elements(_ scratch: Scratch, _ worker: Int = 0) -> Elements<Element> {
        scratch.elements(at: at + worker * byteCount, count)
    }
}
