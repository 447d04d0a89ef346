import InvarCompiler
import InvarRuntime

/// A place among elements in memory. `x[i]` is the element i after it; `x + i` is the place of that one, which may lie outside of what
/// there is as long as nothing is read or written there.
///
/// Nothing in this target but this folder knows pointers. In a release build an `Elements` is one, and costs nothing; in a debug build, and
/// where the package is built with `INVAR_CHECKED=1`, it knows the bounds that it was made with, and stops at what is read or written
/// outside of them.
@safe
struct Elements<Element: BitwiseCopyable>: BitwiseCopyable {
    private var place: UnsafeMutablePointer<Element>
    #if DEBUG || INVAR_CHECKED
        /// Addresses: the first byte, and the one after the last.
        private let lowest, end: UInt
    #endif

    /// - Parameters:
    ///   - pointer: stays valid, and belongs to whoever holds this, as long as this is used.
    ///   - bounds: the elements that there are, counted from `pointer`.
    @unsafe
    init(_ pointer: UnsafeMutablePointer<Element>, within bounds: Range<Int>) {
        unsafe place = pointer
        #if DEBUG || INVAR_CHECKED
            let (address, size) = (Int(bitPattern: pointer), MemoryLayout<Element>.stride)
            lowest = UInt(bitPattern: address + bounds.lowerBound * size)
            end = UInt(bitPattern: address + bounds.upperBound * size)
        #endif
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            check(index, 1)
            return unsafe place[index]
        }
        nonmutating set {
            check(index, 1)
            unsafe place[index] = newValue
        }
    }

    @inline(__always)
    static func + (place: Elements, distance: Int) -> Elements {
        var moved = place
        moved += distance
        return moved
    }

    @inline(__always)
    static func - (place: Elements, distance: Int) -> Elements { place + -distance }

    @inline(__always)
    static func += (place: inout Elements, distance: Int) { unsafe place.place += distance }

    /// Writes one value all over the first `count` elements.
    @inline(__always)
    func fill(_ value: Element, _ count: Int) {
        guard count > 0 else { return }
        check(0, count)
        unsafe place.update(repeating: value, count: count)
    }

    /// Sixteen of them, at any alignment.
    @inline(__always)
    func sixteen(at index: Int) -> SIMD16<Element> where Element: SIMDScalar {
        check(index, 16)
        return unsafe UnsafeRawPointer(place + index).loadUnaligned(as: SIMD16<Element>.self)
    }

    @inline(__always)
    func setSixteen(_ values: SIMD16<Element>, at index: Int) where Element: SIMDScalar {
        check(index, 16)
        unsafe UnsafeMutableRawPointer(place + index).storeBytes(of: values, as: SIMD16<Element>.self)
    }

    /// For a call of the C library that reads or writes `count` elements from here on.
    @inline(__always)
    @unsafe
    func pointer(toFirst count: Int) -> UnsafeMutablePointer<Element> {
        check(0, count)
        return unsafe place
    }

    @inline(__always)
    private func check(_ first: Int, _ count: Int) {
        #if DEBUG || INVAR_CHECKED
            let address = UInt(bitPattern: unsafe place + first)
            // not a precondition, which loses its words in a release build
            guard address >= lowest, address + UInt(count * MemoryLayout<Element>.stride) <= end else {
                fatalError("internal: elements \(first)..<\(first + count) of a place are outside of its memory")
            }
        #endif
    }
}

/// Where a step's operands and results lie.
struct StepMemory<Scalar: BLASScalar> {
    let operands, results: [Elements<Scalar>]

    init(_ step: Step, _ memory: ProgramMemory) {
        func elements(_ view: View) -> Elements<Scalar> {
            let ends = zip(view.shape, view.strides).map { ($0 - 1) * $1 }
            let bounds = ends.reduce(0) { $0 + min($1, 0) }..<ends.reduce(1) { $0 + max($1, 0) }
            return unsafe Elements(memory.pointer(view, as: Scalar.self), within: bounds)
        }
        operands = step.operands.map(elements)
        results = step.results.map(elements)
    }
}
