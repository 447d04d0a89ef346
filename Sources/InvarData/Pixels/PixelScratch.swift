/// The memory of one worker, taken once: no image allocates.
///
/// This folder is the room of unsafe pointers in this library. Planes hold float32 in 0...1, one
/// after another for each channel. Kernels may read and write up to `slack` values past a row's end,
/// so every buffer has that much more than it needs.
package final class PixelScratch {
    /// The widest vector that a kernel uses.
    static let lanes = 16
    package static let slack = 2 * lanes

    package let planes: UnsafeMutablePointer<Float>
    package let planeStride: Int
    /// One plane, for the first pass of a blur.
    let passed: UnsafeMutablePointer<Float>
    /// One source row as floats, or one padded row of a blur.
    let line: UnsafeMutablePointer<Float>
    /// Rows that were resized horizontally and wait for the vertical pass.
    let ring: UnsafeMutablePointer<Float>
    let ringRowStride: Int
    let rows: UnsafeMutablePointer<UnsafePointer<Float>>
    let horizontal: ResampleTable
    let vertical: ResampleTable
    let kernel: UnsafeMutablePointer<Float>

    private let owned: [UnsafeMutablePointer<Float>]

    package init(channels: Int, height: Int, width: Int, sourceHeight: Int, sourceWidth: Int, maximumRadius: Int) {
        let slack = PixelScratch.slack
        func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
            let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
            pointer.initialize(repeating: 0, count: count)
            return pointer
        }
        horizontal = ResampleTable(output: width, source: sourceWidth)
        vertical = ResampleTable(output: height, source: sourceHeight)
        planeStride = height * width + slack
        planes = zeros(channels * planeStride)
        passed = zeros(height * width + slack)
        line = zeros(max(channels * sourceWidth + channels * horizontal.maximumTaps, width + 2 * maximumRadius) + slack)
        ringRowStride = (width + slack) / PixelScratch.lanes * PixelScratch.lanes
        ring = zeros(vertical.maximumTaps * channels * ringRowStride + slack)
        let taps = max(vertical.maximumTaps, 2 * maximumRadius + 1)
        kernel = zeros(taps)
        rows = .allocate(capacity: taps)
        rows.initialize(repeating: UnsafePointer(line), count: taps)
        owned = [planes, passed, line, ring, kernel]
    }

    deinit {
        for pointer in owned { pointer.deallocate() }
        rows.deallocate()
    }
}

extension UnsafePointer<Float> {
    @inline(__always) func vector4(at index: Int) -> SIMD4<Float> {
        UnsafeRawPointer(self + index).loadUnaligned(as: SIMD4<Float>.self)
    }
    @inline(__always) func vector8(at index: Int) -> SIMD8<Float> {
        UnsafeRawPointer(self + index).loadUnaligned(as: SIMD8<Float>.self)
    }
    @inline(__always) func vector16(at index: Int) -> SIMD16<Float> {
        UnsafeRawPointer(self + index).loadUnaligned(as: SIMD16<Float>.self)
    }
}

extension UnsafeMutablePointer<Float> {
    @inline(__always) func store<Vector: SIMD>(_ vector: Vector, at index: Int) where Vector.Scalar == Float {
        UnsafeMutableRawPointer(self + index).storeBytes(of: vector, as: Vector.self)
    }
}
