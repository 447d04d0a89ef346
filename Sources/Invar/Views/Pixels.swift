/// The pixels of one view, while its steps change them: for each channel a plane of height × width values in 0...1. Grey views
/// have one channel, colour has red, green and blue; others have as many as the model's `Image` says.
///
/// The memory is a worker's own and is used for one image after another. So a value of this type cannot be kept or copied.
@safe public struct Pixels: ~Copyable {
    /// 1 (grey), 3 (red, green, blue), or another number up to 16.
    public let channels: Int
    /// Rows of the view.
    public let height: Int
    /// Columns of the view.
    public let width: Int
    @usableFromInline let values: UnsafeMutablePointer<Float>
    /// From one channel's first value to the next one's.
    @usableFromInline let planeStride: Int
    /// Room for a copy of one plane.
    @usableFromInline let spare: UnsafeMutablePointer<Float>

    /// - Parameters:
    ///   - values: planes that outlive this value, and that nobody else touches meanwhile.
    ///   - spare: height · width values more, likewise.
    @unsafe package init(
        _ values: UnsafeMutablePointer<Float>, channels: Int, height: Int, width: Int, planeStride: Int,
        spare: UnsafeMutablePointer<Float>
    ) {
        (self.channels, self.height, self.width) = (channels, height, width)
        unsafe (self.values, self.spare) = (values, spare)
        self.planeStride = planeStride
    }

    /// Values of one channel: height · width.
    @inlinable public var count: Int { height * width }

    /// One value. Stops the program where there is none.
    @inlinable public subscript(channel: Int, y: Int, x: Int) -> Float {
        get { unsafe values[place(channel, y, x)] }
        set { unsafe values[place(channel, y, x)] = newValue }
    }

    @inlinable func place(_ channel: Int, _ y: Int, _ x: Int) -> Int {
        precondition(
            channel >= 0 && channel < channels && y >= 0 && y < height && x >= 0 && x < width,
            "there is no such pixel")
        return channel * planeStride + y * width + x
    }

    /// Makes a new value of each, in every channel. The fastest way, where a value depends on itself alone.
    @inlinable public mutating func map(_ transform: (Float) -> Float) {
        let count = count
        for channel in 0..<channels {
            let plane = unsafe values + channel * planeStride
            for i in 0..<count { unsafe plane[i] = transform(plane[i]) }
        }
    }

    /// Makes a new colour of each pixel's red, green and blue. Views that do not have three channels stay as they are.
    @inlinable public mutating func mapColors(_ transform: (Float, Float, Float) -> (Float, Float, Float)) {
        guard channels == 3 else { return }
        let count = count
        let (r, g, b) = unsafe (values, values + planeStride, values + 2 * planeStride)
        for i in 0..<count { unsafe (r[i], g[i], b[i]) = transform(r[i], g[i], b[i]) }
    }

    /// Lends one channel's values, row after row: value (y, x) is at y · width + x. Stops the program where there is no such channel.
    @inlinable public mutating func withPlane<Result>(
        _ channel: Int, _ body: (inout MutableSpan<Float>) throws -> Result
    ) rethrows -> Result {
        precondition(channel >= 0 && channel < channels, "there is no such channel")
        let plane = unsafe UnsafeMutableBufferPointer(start: values + channel * planeStride, count: count)
        var span = unsafe plane.mutableSpan
        return try body(&span)
    }

    /// Lends one channel's values, and a copy of what they were: for a step that moves values, or mixes those of several
    /// pixels. Both are row after row. Stops the program where there is no such channel.
    @inlinable public mutating func withPlaneAndCopy<Result>(
        _ channel: Int, _ body: (inout MutableSpan<Float>, Span<Float>) throws -> Result
    ) rethrows -> Result {
        precondition(channel >= 0 && channel < channels, "there is no such channel")
        unsafe spare.update(from: values + channel * planeStride, count: count)
        let copy = unsafe UnsafeBufferPointer(start: UnsafePointer(spare), count: count)
        return try withPlane(channel) { plane in try unsafe body(&plane, copy.span) }
    }
}
