import InvarBLAS
import InvarRuntime
import TestSupport

/// A small generator, so that a failing case can be run again.
struct KernelRandom {
    var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ n: Int) -> Int { Int(next() >> 33) % n }
    /// In -1..<1, of few enough bits that products in Float are exact enough to compare.
    mutating func value() -> Double { Double(Int(next() >> 40)) / Double(1 << 23) - 1 }
    mutating func array<Scalar: BLASScalar>(_ count: Int, of type: Scalar.Type) -> [Scalar] {
        (0..<count).map { _ in Scalar.narrow(value()) }
    }
    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}

/// Memory aligned as the kernels want it, with a guard behind it that a test can check.
final class KernelScratch {
    let base: UnsafeMutableRawPointer
    private let bytes: Int
    init(_ bytes: Int) {
        self.bytes = bytes
        base = UnsafeMutableRawPointer.allocate(byteCount: bytes + 64, alignment: 64)
        base.initializeMemory(as: UInt8.self, repeating: 0xCD, count: bytes + 64)
    }
    /// Whether nothing was written past the end.
    var isIntact: Bool { (bytes..<bytes + 64).allSatisfy { base.load(fromByteOffset: $0, as: UInt8.self) == 0xCD } }
    deinit { base.deallocate() }
}

enum KernelPools {
    static let counts = [1, 2, 3]
    static func each(_ body: (WorkerPool) throws -> Void) rethrows {
        for count in counts { try body(WorkerPool(threads: count)) }
    }
}

/// The largest difference, relative to the larger of 1 and the expected magnitude. What is not a number, or infinite, must be so in
/// both; else it is infinite.
func kernelError<Scalar: BLASScalar>(_ found: [Scalar], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    var worst = 0.0
    for (f, e) in zip(found, expected) {
        let value = Scalar.widen(f)
        if value.isNaN && e.isNaN { continue }
        let apart = difference(value, e)
        if apart.isInfinite { return .infinity }
        worst = max(worst, apart / max(1, abs(e)))
    }
    return worst
}

func sameBits<Scalar: BLASScalar>(_ a: [Scalar], _ b: [Scalar]) -> Bool {
    a.count == b.count
        && a.withUnsafeBytes { x in b.withUnsafeBytes { y in x.elementsEqual(y) } }
}
