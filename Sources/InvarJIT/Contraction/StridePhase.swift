import InvarGraph

/// Pixels of a gradient with one remainder by the stride, along one axis: pixel stride·i + remainder sees
/// `taps` neighbouring elements of the output's gradient, from `first + i` to `last + i`.
struct StridePhase {
    var remainder, taps, first, last: Int
    /// The kernel's tap that meets the first of them; the next ones are a stride lower each.
    var highestTap: Int

    static func all(_ kernel: Int, _ stride: Int, _ padding: Int) -> [StridePhase] {
        (0..<stride).map { remainder in
            let lowest = (remainder + padding) % stride
            let taps = lowest < kernel ? (kernel - lowest).parts(of: stride) : 0
            let last = (remainder + padding - lowest) / stride
            return StridePhase(
                remainder: remainder, taps: taps, first: last - max(taps, 1) + 1, last: last,
                highestTap: lowest + stride * (max(taps, 1) - 1))
        }
    }

    /// How many of so many pixels have this remainder.
    func count(in size: Int, _ stride: Int) -> Int { size > remainder ? (size - remainder).parts(of: stride) : 0 }
}

/// What the gradient of a convolution's input reads of the output's gradient, by remainders of a pixel's place.
struct GradientCover {
    let vertical, horizontal: [StridePhase]
    /// The first row of the output's gradient that the first band reads; zeros before its first pixel. Either may be in the margin.
    let firstRow, margin: Int
    /// Of a row, with the zeros.
    let pixels: Int
    let stride: Int

    init(_ window: Window, height: Int, width: Int) {
        stride = window.strides[0]
        vertical = StridePhase.all(window.kernel[0], stride, window.padding[0])
        horizontal = StridePhase.all(window.kernel[1], window.strides[1], window.padding[2])
        firstRow = vertical.map(\.first).min() ?? 0
        margin = max(0, -(horizontal.map(\.first).min() ?? 0))
        pixels = Self.read(horizontal, width, window.strides[1], from: -margin)
    }

    /// Rows that a band of so many of the input's rows reads.
    func rows(ofBand band: Int) -> Int { Self.read(vertical, band, stride, from: firstRow) }

    private static func read(_ phases: [StridePhase], _ size: Int, _ stride: Int, from lowest: Int) -> Int {
        max(1, phases.map { $0.last + $0.count(in: size, stride) - lowest }.max() ?? 1)
    }
}
