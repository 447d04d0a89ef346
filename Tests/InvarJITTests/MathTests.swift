import InvarGraph
import TestSupport
import Testing

/// Vector mathematics against the C library in double precision, over floats of every exponent.
@Suite struct MathTests {
    /// The largest error of each function, in units in the last place.
    static let bounds: [(Unary, Double)] = [
        (.negate, 0), (.abs, 0), (.sign, 0), (.sqrt, 0.5), (.reciprocal, 0.5), (.rsqrt, 1.5), (.exp, 1.1),
        (.expm1, 1.8), (.log, 0.9), (.tanh, 1.9), (.erf, 3.2), (.sin, 0.6),
        (.cos, 0.6),
    ]

    /// Every exponent, and more where results are neither 0 nor 1.
    static let values: [Double] = {
        var random = SplitMix(seed: 9)
        func uniform(_ width: Double) -> Double { Double(Float((Double(random.next() >> 11) * 0x1p-53 - 0.5) * width)) }
        return MathSweep.values(mantissas: 40) + (0..<20_000).flatMap { _ in [uniform(240), uniform(10)] }
    }()

    @Test(arguments: 0..<bounds.count) func unary(_ index: Int) throws {
        let (kind, bound) = Self.bounds[index]
        for bits in [128, 256, 512] {
            let results = try MathSweep.apply(.unary(kind), [Self.values], vectorBits: bits)
            for (x, got) in zip(Self.values, results) {
                let want = kind.reference(x)
                let error = MathSweep.units(got, want)
                if error > bound { Issue.record("\(kind) of \(x) is \(got), not \(want): off by \(error)") }
            }
        }
    }

    @Test func power() throws {
        var random = SplitMix(seed: 5)
        let special = [0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, .infinity, -.infinity, .nan, 1e30, -1e30, 16_777_217]
        var (x, y): ([Double], [Double]) = ([], [])
        for a in special {
            for b in special { (x, y) = (x + [Double(Float(a))], y + [Double(Float(b))]) }
        }
        for (index, value) in Self.values.enumerated() {
            let whole = Double(Int(random.next() % 11)) - 5
            let other = Self.values[index * 7919 % Self.values.count]
            let small = Double(Float(Double(random.next() >> 11) * 0x1p-50 - 4))
            for exponent in [whole, other, small] {
                x.append(value)
                y.append(exponent)
            }
        }
        for bits in [128, 256, 512] {
            let results = try MathSweep.apply(.binary(.power), [x, y], vectorBits: bits)
            for (index, got) in results.enumerated() {
                let want = Binary.power.reference(x[index], y[index])
                let error = MathSweep.units(got, want)
                if error > 0.51 { Issue.record("\(x[index]) to the \(y[index]) is \(got), not \(want)") }
            }
        }
    }

    /// Where one is a NaN, the larger and the smaller are NaNs; comparisons give 0 and 1; a NaN is unequal to everything.
    @Test func choices() throws {
        let special = [0, 1, -1, 7, .infinity, -.infinity, .nan, 1e30]
        let a = special.flatMap { [Double](repeating: Double(Float($0)), count: special.count) }
        let b = [[Double]](repeating: special.map { Double(Float($0)) }, count: special.count).flatMap { $0 }
        for element in ElementType.allCases {
            for kind in Comparison.allCases {
                let got = try MathSweep.apply(.compare(kind), [a, b], vectorBits: 256, element: element)
                #expect(got == zip(a, b).map { kind.reference($0, $1) ? 1 : 0 }, "\(kind)")
            }
            for kind in [Binary.maximum, .minimum] {
                let got = try MathSweep.apply(.binary(kind), [a, b], vectorBits: 256, element: element)
                let want = zip(a, b).map { kind.reference($0, $1) }
                #expect(got.map(\.description) == want.map(\.description), "\(kind)")
            }
            let got = try MathSweep.apply(.select, [a, b, a], vectorBits: 256, element: element)
            #expect(got.map(\.description) == zip(a, b).map { ($0 != 0 ? $1 : $0).description })
        }
    }

    /// Doubles are the C library's, lane by lane.
    @Test func doubles() throws {
        for (kind, _) in Self.bounds where kind != .sign {
            let values = MathSweep.values(mantissas: 4)
            let got = try MathSweep.apply(.unary(kind), [values], vectorBits: 256, element: .float64)
            for (x, got) in zip(values, got) {
                let want = kind.reference(x)
                #expect(got == want || got.isNaN && want.isNaN, "\(kind) of \(x)")
            }
        }
    }
}
