#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The Philox4x32 bijection with ten rounds (Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3", SC 2011): 128 bits of counter and 64 bits of key to 128 random bits.
///
/// A number is a function of where it is used, not of what was drawn before it. So two workers,
/// or a run that was resumed, draw the same numbers without agreeing on anything.
package enum Philox {
    @inline(__always)
    package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var x0 = counter.x, x1 = counter.y, x2 = counter.z, x3 = counter.w
        var k0 = key.x, k1 = key.y
        for _ in 0..<10 {
            let p = UInt64(0xD251_1F53) &* UInt64(x0)
            let q = UInt64(0xCD9E_8D57) &* UInt64(x2)
            let y0 = UInt32(truncatingIfNeeded: q >> 32) ^ x1 ^ k0
            let y2 = UInt32(truncatingIfNeeded: p >> 32) ^ x3 ^ k1
            x1 = UInt32(truncatingIfNeeded: q)
            x3 = UInt32(truncatingIfNeeded: p)
            x0 = y0
            x2 = y2
            k0 &+= 0x9E37_79B9
            k1 &+= 0xBB67_AE85
        }
        return SIMD4(x0, x1, x2, x3)
    }
}

/// Random numbers keyed by (seed, epoch, image, view): a value, with no state shared with anyone.
package struct CounterRandom: Sendable {
    /// What the numbers are for. Two purposes never share a counter.
    package enum Purpose: UInt32, Sendable {
        /// Images that are made up.
        case images = 16
        case views = 0
        case order = 1
        case weights = 2
        case sampling = 3
        case layers = 4
        /// Views of rows.
        case rows = 5
    }

    private let key: SIMD2<UInt32>
    /// x counts the blocks; y, z, w say which stream this is.
    private var counter: SIMD4<UInt32>
    private var block = SIMD4<UInt32>()
    private var used = 4

    /// - Parameters:
    ///   - stream: the epoch, or another number that separates one use from the next.
    ///   - item: the image's index.
    ///   - view: the view, or the step within a view; up to 2^24.
    package init(seed: UInt64, stream: Int = 0, item: Int = 0, view: Int = 0, purpose: Purpose = .views) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        counter = SIMD4(
            0, UInt32(truncatingIfNeeded: item), UInt32(truncatingIfNeeded: stream),
            purpose.rawValue << 24 | UInt32(truncatingIfNeeded: view) & 0xFF_FFFF)
    }

    /// 32 random bits.
    package mutating func bits() -> UInt32 {
        if used == 4 {
            block = Philox.block(counter: counter, key: key)
            counter.x &+= 1
            used = 0
        }
        defer { used += 1 }
        return block[used]
    }

    /// Uniform in 0..<1, a multiple of 2^-24.
    package mutating func uniform() -> Float {
        Float(bits() >> 8) * 0x1p-24
    }

    /// Uniform in the range, in Double.
    package mutating func uniform(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(bits()) * 0x1p-32
    }

    /// True with this probability: never at 0, always at 1.
    package mutating func chance(_ probability: Double) -> Bool {
        Double(bits()) * 0x1p-32 < probability
    }

    /// Uniform in 0..<bound, without bias (Lemire, "Fast random integer generation in an
    /// interval", 2019). `bound` is 1 or more, and at most 2^32 - 1.
    package mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0 && bound <= UInt32.max, "internal: a bound of \(bound)")
        let bound = UInt32(bound)
        var product = UInt64(bits()) &* UInt64(bound)
        if UInt32(truncatingIfNeeded: product) < bound {
            let threshold = (0 &- bound) % bound
            while UInt32(truncatingIfNeeded: product) < threshold {
                product = UInt64(bits()) &* UInt64(bound)
            }
        }
        return Int(product >> 32)
    }

    /// Standard normal, by Box and Muller: sqrt(-2 ln u) cos(2 pi v), with u in (0, 1].
    package mutating func normal() -> Float {
        let u = (Double(bits()) + 1) * 0x1p-32
        let v = Double(bits()) * 0x1p-32
        return Float((-2 * log(u)).squareRoot() * cos(2 * Double.pi * v))
    }
}

extension CounterRandom {
    /// Uniform in 0..<1, the numbers that `uniform()` would give from this one on. No block waits for the one before it, so
    /// that the compiler computes several at once: for tensors that are filled in every step.
    /// - Parameter first: how many numbers `uniform()` would have given before.
    package func fillUniform(_ values: UnsafeMutableBufferPointer<Float>, from first: Int = 0) {
        // up to where a block begins
        let begin = min((4 &- first % 4) % 4, values.count)
        for place in 0..<begin { unsafe values[place] = uniform(at: first &+ place) }
        let blocks = (values.count &- begin) / 4
        let firstBlock = (first &+ begin) / 4
        for block in 0..<blocks {
            let bits = bits(ofBlock: firstBlock &+ block)
            let place = begin &+ 4 &* block
            unsafe values[place] = Float(bits.x >> 8) * 0x1p-24
            unsafe values[place &+ 1] = Float(bits.y >> 8) * 0x1p-24
            unsafe values[place &+ 2] = Float(bits.z >> 8) * 0x1p-24
            unsafe values[place &+ 3] = Float(bits.w >> 8) * 0x1p-24
        }
        for place in (begin &+ 4 &* blocks)..<values.count { unsafe values[place] = uniform(at: first &+ place) }
    }

    @inline(__always)
    private func bits(ofBlock block: Int) -> SIMD4<UInt32> {
        let own = SIMD4(UInt32(truncatingIfNeeded: block), counter.y, counter.z, counter.w)
        return Philox.block(counter: own, key: key)
    }

    private func uniform(at place: Int) -> Float { Float(bits(ofBlock: place / 4)[place % 4] >> 8) * 0x1p-24 }
}

extension CounterRandom {
    /// The order of an epoch: a permutation of 0..<count that depends on (seed, epoch) alone.
    package static func permutation(of count: Int, seed: UInt64, epoch: Int) -> [Int32] {
        var order = (0..<count).map { Int32(truncatingIfNeeded: $0) }
        var random = CounterRandom(seed: seed, stream: epoch, purpose: .order)
        for i in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(i, random.integer(below: i + 1))
        }
        return order
    }

    /// A generator for one named tensor: the same name has the same values in any order of filling.
    package init(seed: UInt64, name: String) {
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self.init(
            seed: seed, stream: Int(truncatingIfNeeded: hash >> 32),
            item: Int(truncatingIfNeeded: hash & 0xFFFF_FFFF), purpose: .weights)
    }

    /// Uniform in lower..<upper.
    package mutating func fillUniform(_ values: UnsafeMutableBufferPointer<Float>, from lower: Float, to upper: Float) {
        for i in values.indices { unsafe values[i] = lower + (upper - lower) * uniform() }
    }

    package mutating func fillNormal(
        _ values: UnsafeMutableBufferPointer<Float>, mean: Float = 0, standardDeviation: Float = 1
    ) {
        for i in values.indices { unsafe values[i] = mean + standardDeviation * normal() }
    }
}
