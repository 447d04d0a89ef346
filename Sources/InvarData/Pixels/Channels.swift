/// Bytes of one number of channels as another: a grey value three times, or the luma of three.
enum Channels {
    static func convert(
        _ source: UnsafePointer<UInt8>, from: Int, to: Int, count: Int, into target: UnsafeMutablePointer<UInt8>
    ) {
        for i in 0..<count {
            if from == 1 {
                for c in 0..<to { unsafe target[to * i + c] = source[i] }
            } else {
                unsafe target[i] = luma(source[3 * i], source[3 * i + 1], source[3 * i + 2])
            }
        }
    }

    /// 0.299 R + 0.587 G + 0.114 B, rounded.
    @inline(__always) private static func luma(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> UInt8 {
        UInt8(truncatingIfNeeded: (19595 * UInt32(r) + 38470 * UInt32(g) + 7471 * UInt32(b) + 32768) >> 16)
    }
}
