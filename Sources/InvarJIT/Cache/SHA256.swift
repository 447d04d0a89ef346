/// The hash SHA-256 (FIPS 180-4) of some bytes.
package struct SHA256: Hashable, Sendable {
    /// 32 of them.
    let bytes: [UInt8]

    package init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ message: [UInt8]) {
        // The message, a bit 1, zeros, and the number of its bits fill whole blocks of 64 bytes.
        var message = message
        let bits = UInt64(message.count) * 8
        message.append(0x80)
        message.append(contentsOf: repeatElement(0, count: (120 - message.count % 64) % 64))
        message.append(contentsOf: Self.bigEndian(bits))
        var state = Self.start
        for block in stride(from: 0, to: message.count, by: 64) { state = Self.mix(state, Self.words(message, block)) }
        bytes = (0..<8).flatMap { Self.bigEndian(state[$0]) }
    }

    /// 64 digits.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The block's 16 words, and 48 that are made of them.
    private static func words(_ message: [UInt8], _ block: Int) -> InlineArray<64, UInt32> {
        var w = InlineArray<64, UInt32>(repeating: 0)
        for i in 0..<64 { w[i / 4] = w[i / 4] << 8 | UInt32(message[block + i]) }
        for i in 16..<64 {
            let (a, b) = (w[i - 15], w[i - 2])
            let low = turn(a, 7) ^ turn(a, 18) ^ (a >> 3)
            let high = turn(b, 17) ^ turn(b, 19) ^ (b >> 10)
            w[i] = w[i - 16] &+ low &+ w[i - 7] &+ high
        }
        return w
    }

    private static func mix(_ state: SIMD8<UInt32>, _ w: InlineArray<64, UInt32>) -> SIMD8<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for i in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let first = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ constants[i] &+ w[i]
            let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        return state &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

    /// The first 64 primes: what the constants are made of.
    private static let primes: [Int] = {
        var primes: [Int] = []
        var number = 2
        while primes.count < 64 {
            if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
            number += 1
        }
        return primes
    }()

    /// The first 32 bits of the fractions of the primes' cube roots, and of the first eight's square roots.
    private static let constants: [UInt32] = primes.map { fraction(of: $0, root: 3) }
    private static let start = SIMD8<UInt32>(primes.prefix(8).map { fraction(of: $0, root: 2) })

    /// ⌊2³² · (ᵏ√prime)⌋ without its whole part, found bit by bit: the largest r with rᵏ ≤ prime · 2³²ᵏ.
    private static func fraction(of prime: Int, root: Int) -> UInt32 {
        var result: UInt64 = 0
        for bit in (0..<37).reversed() {
            let trial = UInt128(result | 1 << UInt64(bit))
            // Up to 3 · 37 bits, against prime · 2⁹⁶.
            let power = root == 3 ? trial * trial * trial : trial * trial
            if power <= UInt128(prime) << UInt128(32 * root) { result = UInt64(trial) }
        }
        return UInt32(truncatingIfNeeded: result)
    }
}
