import Invar

/// Where each output sample of one axis reads, and with which weights: PIL's `Resample.c` scheme.
///
/// Output i is centred at `start + (i + 1/2) * length / output` in pixels of the source. The filter is
/// widened by the scale when it shrinks and is antialiased. Taps outside of the image are dropped and the
/// rest is scaled to sum to one.
@safe final class ResampleTable {
    let output: Int
    private(set) var source = 0
    private(set) var maximumTaps = 0
    /// The number of weights kept for each output; those that it does not use are zero.
    private(set) var taps = 1
    let firsts: UnsafeMutablePointer<Int>
    private(set) var weights: UnsafeMutablePointer<Float>
    private var capacity = 0

    init(output: Int, source: Int) {
        self.output = output
        unsafe firsts = .allocate(capacity: output)
        unsafe firsts.initialize(repeating: 0, count: output)
        unsafe weights = .allocate(capacity: 0)
        fit(source: source)
    }

    /// Makes room for images of this size along the axis.
    func fit(source: Int) {
        self.source = source
        // bicubic reaches two pixels each way, times the scale; rounded up to whole vectors
        let reach = 2 * max(1, Double(source) / Double(output))
        maximumTaps = (2 * Int(reach.rounded(.up)) + 2 + 3) / 4 * 4
        guard output * maximumTaps > capacity else { return }
        capacity = output * maximumTaps
        unsafe weights.deallocate()
        unsafe weights = .allocate(capacity: capacity)
        unsafe weights.initialize(repeating: 0, count: capacity)
    }

    deinit {
        unsafe firsts.deallocate()
        unsafe weights.deallocate()
    }

    func fill(
        start: Double, length: Double, interpolation: Interpolation, antialias: Bool, gain: Float, wholeVectors: Bool
    ) {
        switch interpolation {
        case .bilinear:
            fill(start, length, antialias, gain, wholeVectors, support: 1) { max(0, 1 - abs($0)) }
        case .bicubic:
            fill(start, length, antialias, gain, wholeVectors, support: 2, filter: keysCubic)
        }
    }

    @inline(__always)
    private func fill(
        _ start: Double, _ length: Double, _ antialias: Bool, _ gain: Float, _ wholeVectors: Bool,
        support: Double, filter: (Float) -> Float
    ) {
        let scale = length / Double(output)
        let widening = antialias ? max(scale, 1) : 1
        let reach = support * widening
        let inverse = Float(1 / widening)
        taps = min(maximumTaps, 2 * Int(reach.rounded(.up)) + 1)
        if wholeVectors { taps = (taps + 3) / 4 * 4 }
        for i in 0..<output {
            let center = start + (Double(i) + 0.5) * scale
            let first = min(max(0, Int(center - reach + 0.5)), source - 1)
            let end = min(max(first + 1, Int(center + reach + 0.5)), source, first + taps)
            let row = unsafe weights + i * taps
            let offset = Float(Double(first) + 0.5 - center)
            var sum: Float = 0
            for k in 0..<(end - first) {
                let weight = filter((Float(k) + offset) * inverse)
                unsafe row[k] = weight
                sum += weight
            }
            for k in (end - first)..<taps { unsafe row[k] = 0 }
            let factor = gain / sum
            for k in 0..<(end - first) { unsafe row[k] *= factor }
            unsafe firsts[i] = first
        }
    }
}

/// Keys' cubic convolution with a = -1/2 (Keys 1981), as in PIL.
@inline(__always)
private func keysCubic(_ x: Float) -> Float {
    let x = abs(x)
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    if x < 2 { return ((-0.5 * x + 2.5) * x - 4) * x + 2 }
    return 0
}
