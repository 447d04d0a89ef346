/// A value and the eight around it.
public struct Neighbours {
    /// Above and to the left.
    public let topLeft: Float
    /// Above.
    public let top: Float
    /// Above and to the right.
    public let topRight: Float
    /// To the left.
    public let left: Float
    /// The value itself.
    public let centre: Float
    /// To the right.
    public let right: Float
    /// Below and to the left.
    public let bottomLeft: Float
    /// Below.
    public let bottom: Float
    /// Below and to the right.
    public let bottomRight: Float

    /// Those around the place `x` of the middle one of three rows; `before` and `after` are the places beside it.
    @inline(__always) @usableFromInline @unsafe init(
        _ upper: UnsafePointer<Float>, _ middle: UnsafePointer<Float>, _ lower: UnsafePointer<Float>, before: Int,
        _ x: Int, after: Int
    ) {
        unsafe (topLeft, top, topRight) = (upper[before], upper[x], upper[after])
        unsafe (left, centre, right) = (middle[before], middle[x], middle[after])
        unsafe (bottomLeft, bottom, bottomRight) = (lower[before], lower[x], lower[after])
    }
}

extension Pixels {
    /// Makes a new value of each and its neighbours, in every channel: filters of 3 × 3. All see the values that were there before.
    ///
    /// - Parameter keepsBorder: whether the pixels at the border stay as they are. Else what lies outside is the nearest pixel.
    @inlinable public mutating func mapNeighbours(keepsBorder: Bool = false, _ transform: (Neighbours) -> Float) {
        let (width, height) = (width, height)
        let border = keepsBorder ? 1 : 0
        guard width > 2 * border, height > 2 * border else { return }
        for channel in 0..<channels {
            let plane = unsafe values + channel * planeStride
            let copy = unsafe UnsafePointer(spare)
            unsafe spare.update(from: plane, count: count)
            for y in border..<(height - border) {
                let row = unsafe plane + y * width
                let middle = unsafe copy + y * width
                let (upper, lower) = unsafe (copy + max(y - 1, 0) * width, copy + min(y + 1, height - 1) * width)
                if border == 0 {
                    let last = width - 1
                    unsafe row[0] = transform(Neighbours(upper, middle, lower, before: 0, 0, after: min(1, last)))
                    unsafe row[last] = transform(
                        Neighbours(upper, middle, lower, before: max(last - 1, 0), last, after: last))
                }
                for x in stride(from: 1, to: width - 1, by: 1) {
                    unsafe row[x] = transform(Neighbours(upper, middle, lower, before: x - 1, x, after: x + 1))
                }
            }
        }
    }
}
