/// Resizes an image and takes its middle, as torchvision does with an image of Pillow's: bilinear, antialiased, rows first
/// and then columns, each pass rounded to bytes. The same bytes, bit for bit.
///
/// Views for training are resized in float32 without that rounding between the passes (`PixelScratch.resample`).
final class ByteResize {
    private var columns = ByteTaps()
    private var rows = ByteTaps()
    private let ring = ByteRoom()
    private var sums: [Int32] = []

    /// Writes the view's bytes [viewHeight, viewWidth, channels].
    func callAsFunction(
        _ source: SourceImage, channels: Int, to placement: CentreCrop.Placement, viewHeight: Int, viewWidth: Int,
        into target: UnsafeMutablePointer<UInt8>
    ) {
        guard let bytes = unsafe source.bytes else {
            preconditionFailure("internal: images of numbers have one size, and are shown whole")
        }
        columns.fill(placement.left..<(placement.left + viewWidth), of: placement.width, source: source.width)
        rows.fill(placement.top..<(placement.top + viewHeight), of: placement.height, source: source.height)
        let size = viewWidth * channels
        let kept = unsafe ring.room(rows.mostTaps * size)
        guard let base = kept.baseAddress else { return }
        var ready = rows.firsts[0]
        for y in 0..<viewHeight {
            let (first, count) = (rows.firsts[y], rows.counts[y])
            ready = max(ready, first)
            while ready < first + count {
                let row = unsafe bytes + ready * source.width * channels
                unsafe narrow(row, channels: channels, into: base + ready % rows.mostTaps * size)
                ready += 1
            }
            unsafe combine(y, base, size, into: target + y * size)
        }
    }

    /// One row of the source, as wide as the view.
    private func narrow(_ row: UnsafePointer<UInt8>, channels: Int, into target: UnsafeMutablePointer<UInt8>) {
        unsafe columns.weights.withUnsafeBufferPointer { weights in
            for x in columns.firsts.indices {
                let taps = x * columns.mostTaps
                for c in 0..<channels {
                    var pixel = unsafe row + columns.firsts[x] * channels + c
                    var sum = ByteTaps.half
                    for k in 0..<columns.counts[x] {
                        unsafe sum &+= weights[taps + k] &* Int32(pixel.pointee)
                        unsafe pixel += channels
                    }
                    unsafe target[x * channels + c] = ByteTaps.byte(sum)
                }
            }
        }
    }

    /// One row of the view, from rows that are as wide as it.
    private func combine(
        _ y: Int, _ ring: UnsafeMutablePointer<UInt8>, _ size: Int, into target: UnsafeMutablePointer<UInt8>
    ) {
        if sums.count != size { sums = [Int32](repeating: 0, count: size) }
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe sums.update(repeating: ByteTaps.half)
            for k in 0..<rows.counts[y] {
                let row = unsafe ring + (rows.firsts[y] + k) % rows.mostTaps * size
                let weight = rows.weights[y * rows.mostTaps + k]
                for i in 0..<size { unsafe sums[i] &+= weight &* Int32(row[i]) }
            }
            for i in 0..<size { unsafe target[i] = ByteTaps.byte(sums[i]) }
        }
    }
}

/// Where each output of one axis reads, and with which weights: whole numbers of 1/2²², as Pillow has them.
struct ByteTaps {
    private(set) var firsts: [Int] = []
    private(set) var counts: [Int] = []
    /// `mostTaps` for each output.
    private(set) var weights: [Int32] = []
    private(set) var mostTaps = 1

    private static let bits = 22
    static let half = Int32(1) << (bits - 1)

    @inline(__always) static func byte(_ sum: Int32) -> UInt8 { UInt8(clamping: sum >> Int32(bits)) }

    /// - Parameters:
    ///   - outputs: those that are wanted, of `resized` in all.
    ///   - source: how many pixels there are.
    mutating func fill(_ outputs: Range<Int>, of resized: Int, source: Int) {
        let scale = Double(source) / Double(resized)
        let reach = max(scale, 1)
        let inverse = 1 / reach
        mostTaps = 2 * Int(reach.rounded(.up)) + 1
        firsts.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        weights = [Int32](repeating: 0, count: outputs.count * mostTaps)
        var shares = [Double](repeating: 0, count: mostTaps)
        for (place, output) in outputs.enumerated() {
            let center = (Double(output) + 0.5) * scale
            let first = max(0, Int(center - reach + 0.5))
            let count = min(source, Int(center + reach + 0.5)) - first
            var sum = 0.0
            for k in 0..<count {
                shares[k] = max(0, 1 - abs((Double(first + k) - center + 0.5) * inverse))
                sum += shares[k]
            }
            for k in 0..<count {
                weights[place * mostTaps + k] = Int32(0.5 + shares[k] / sum * Double(1 << ByteTaps.bits))
            }
            firsts.append(first)
            counts.append(count)
        }
    }
}
