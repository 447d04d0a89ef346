/// The memory of one worker. It grows with the largest image seen: after that, no image allocates.
///
/// This folder is the room of unsafe pointers in this library. Planes hold float32 in 0...1, one
/// after another for each channel. Kernels may read and write up to `slack` values past a row's end,
/// so every buffer has that much more than it needs.
@safe package final class PixelScratch {
    /// The widest vector that a kernel uses.
    static let lanes = 16
    package static let slack = 2 * lanes

    package let planes: UnsafeMutablePointer<Float>
    package let planeStride: Int
    /// One plane, for the first pass of a blur, and for the copy that a step may ask for.
    let passed: UnsafeMutablePointer<Float>
    /// One source row as floats, or one padded row of a blur.
    private(set) var line: UnsafeMutablePointer<Float>
    /// Rows that were resized horizontally and wait for the vertical pass.
    private(set) var ring: UnsafeMutablePointer<Float>
    let ringRowStride: Int
    private(set) var rows: UnsafeMutablePointer<UnsafePointer<Float>>
    let horizontal: ResampleTable
    let vertical: ResampleTable
    let kernel: UnsafeMutablePointer<Float>

    private let channels: Int
    private let width: Int
    private let maximumRadius: Int
    private var lineCapacity = 0
    private var ringCapacity = 0
    private var rowsCapacity = 0

    package init(channels: Int, height: Int, width: Int, sourceHeight: Int, sourceWidth: Int, maximumRadius: Int) {
        let slack = PixelScratch.slack
        horizontal = ResampleTable(output: width, source: sourceWidth)
        vertical = ResampleTable(output: height, source: sourceHeight)
        planeStride = height * width + slack
        unsafe planes = PixelScratch.zeros(channels * planeStride)
        unsafe passed = PixelScratch.zeros(height * width + slack)
        unsafe kernel = PixelScratch.zeros(2 * maximumRadius + 1)
        ringRowStride = (width + slack) / PixelScratch.lanes * PixelScratch.lanes
        unsafe (line, ring, rows) = (.allocate(capacity: 0), .allocate(capacity: 0), .allocate(capacity: 0))
        (self.channels, self.width, self.maximumRadius) = (channels, width, maximumRadius)
        fit(sourceHeight: sourceHeight, sourceWidth: sourceWidth)
    }

    deinit {
        unsafe planes.deallocate()
        unsafe passed.deallocate()
        unsafe line.deallocate()
        unsafe ring.deallocate()
        unsafe kernel.deallocate()
        unsafe rows.deallocate()
    }

    /// Makes room for images of this size.
    package func fit(sourceHeight: Int, sourceWidth: Int) {
        horizontal.fit(source: sourceWidth)
        vertical.fit(source: sourceHeight)
        let slack = PixelScratch.slack
        let forLine = max(channels * (sourceWidth + horizontal.maximumTaps), width + 2 * maximumRadius) + slack
        if forLine > lineCapacity {
            unsafe line.deallocate()
            unsafe (line, lineCapacity) = (PixelScratch.zeros(forLine), forLine)
        }
        let forRing = vertical.maximumTaps * channels * ringRowStride + slack
        if forRing > ringCapacity {
            unsafe ring.deallocate()
            unsafe (ring, ringCapacity) = (PixelScratch.zeros(forRing), forRing)
        }
        let forRows = max(vertical.maximumTaps, 2 * maximumRadius + 1)
        if forRows > rowsCapacity {
            unsafe rows.deallocate()
            unsafe rows = .allocate(capacity: forRows)
            unsafe rows.initialize(repeating: UnsafePointer(line), count: forRows)
            rowsCapacity = forRows
        }
    }

    private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
        let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
        unsafe pointer.initialize(repeating: 0, count: count)
        return unsafe pointer
    }
}

extension UnsafePointer<Float> {
    @inline(__always) func vector4(at index: Int) -> SIMD4<Float> {
        unsafe UnsafeRawPointer(self + index).loadUnaligned(as: SIMD4<Float>.self)
    }
    @inline(__always) func vector8(at index: Int) -> SIMD8<Float> {
        unsafe UnsafeRawPointer(self + index).loadUnaligned(as: SIMD8<Float>.self)
    }
    @inline(__always) func vector16(at index: Int) -> SIMD16<Float> {
        unsafe UnsafeRawPointer(self + index).loadUnaligned(as: SIMD16<Float>.self)
    }
}

extension UnsafeMutablePointer<Float> {
    @inline(__always) func store<Vector: SIMD>(_ vector: Vector, at index: Int) where Vector.Scalar == Float {
        unsafe UnsafeMutableRawPointer(self + index).storeBytes(of: vector, as: Vector.self)
    }
}
