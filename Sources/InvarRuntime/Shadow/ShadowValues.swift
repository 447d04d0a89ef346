import InvarCompiler

/// A program's element type, as far as the shadow needs it.
protocol ShadowScalar: BinaryFloatingPoint {
    static var rounding: Double { get }
}

extension Float: ShadowScalar {
    static var rounding: Double { 0x1p-24 }
}

extension Double: ShadowScalar {
    static var rounding: Double { 0x1p-53 }
}

extension ProgramMemory {
    private func whole(_ buffer: Int) -> View {
        View(buffer: buffer, shape: [program.buffers[buffer].type.count])
    }

    /// A buffer's elements, copied.
    func elements<Scalar: ShadowScalar>(ofBuffer buffer: Int, _: Scalar.Type) -> [Scalar] {
        let view = whole(buffer)
        return unsafe Array(UnsafeBufferPointer(start: pointer(view, as: Scalar.self), count: view.count))
    }

    func fill<Scalar: ShadowScalar>(buffer: Int, _ values: [Scalar]) {
        unsafe values.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            unsafe pointer(whole(buffer), as: Scalar.self).update(from: base, count: source.count)
        }
        statesChanged()
    }

    /// Writes a byte all over a view's elements, and nothing between them.
    func fill<Scalar: ShadowScalar>(_ view: View, with byte: UInt8, _: Scalar.Type) {
        let first = unsafe pointer(view, as: Scalar.self)
        for place in places(view) { unsafe memset(first + place, Int32(byte), MemoryLayout<Scalar>.size) }
    }

    /// A view's elements, row-major, copied.
    func elements<Scalar: ShadowScalar>(of view: View, _: Scalar.Type) -> [Scalar] {
        let first = unsafe pointer(view, as: Scalar.self)
        if view.isContiguous { return unsafe Array(UnsafeBufferPointer(start: first, count: view.count)) }
        return places(view).map { unsafe first[$0] }
    }

    /// How far after the first each element of a view lies, row-major.
    private func places(_ view: View) -> [Int] {
        (0..<view.count).map { flat in
            var (rest, place) = (flat, 0)
            for axis in view.shape.indices.reversed() {
                place += rest % view.shape[axis] * view.strides[axis]
                rest /= view.shape[axis]
            }
            return place
        }
    }
}

/// Of the elements that are finite.
func largest<Scalar: ShadowScalar>(_ values: [Scalar]) -> Double {
    Double(values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 })
}

/// How far apart two tensors are at most; infinitely, where one has a number and the other has none.
func farthest<Scalar: ShadowScalar>(_ a: [Scalar], _ b: [Scalar]) -> Double {
    zip(a, b).reduce(0) { max($0, distance($1.0, $1.1)) }
}

/// The element that is furthest off, if it is further than allowed.
func worst<Scalar: ShadowScalar>(_ got: [Scalar], _ want: [Scalar], beyond allowed: Double) -> Int? {
    var (found, most): (Int?, Double) = (nil, allowed)
    for index in got.indices {
        let distance = distance(got[index], want[index])
        if distance > most { (found, most) = (index, distance) }
    }
    return found
}

/// Infinities of one sign, and what is not a number, are alike.
private func distance<Scalar: ShadowScalar>(_ a: Scalar, _ b: Scalar) -> Double {
    if a == b || (a.isNaN && b.isNaN) { return 0 }
    let distance = Double((a - b).magnitude)
    return distance.isNaN ? .infinity : distance
}
