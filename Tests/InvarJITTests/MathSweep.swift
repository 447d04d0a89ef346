import Foundation
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport
import Testing

/// Floats of every exponent and either sign, zeros, infinities and a NaN among them.
enum MathSweep {
    static func values(mantissas: Int, seed: Int = 3) -> [Double] {
        var random = SplitMix(seed: seed)
        var values: [Float] = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, .greatestFiniteMagnitude]
        for exponent in UInt32(0)..<255 {
            for index in 0..<mantissas {
                // Both ends of the binade, and what lies between.
                let mantissa: UInt32 =
                    switch index {
                    case 0: 0
                    case 1: 0x7F_FFFF
                    default: UInt32(truncatingIfNeeded: random.next()) & 0x7F_FFFF
                    }
                let value = Float(bitPattern: exponent << 23 | mantissa)
                values += [value, -value]
            }
        }
        return values.map(Double.init)
    }

    /// What an op makes of each value.
    static func apply(
        _ op: Op, _ operands: [[Double]], vectorBits: Int, element: ElementType = .float32
    ) throws -> [Double] {
        let count = operands[0].count
        let builder = GraphBuilder("sweep")
        let inputs = operands.indices.map { builder.input("x\($0)", TensorType([count], element)) }
        builder.output("y", builder.emit(op, inputs))
        let tensors = operands.enumerated().map { ("x\($0)", HostTensor(shape: [count], $1)) }
        let result = try run(
            builder.finish(), on: JITExecutor(vectorBits: vectorBits, cache: TestKernels.cache()),
            inputs: Dictionary(uniqueKeysWithValues: tensors))
        return try #require(result.outputs["y"]).values
    }

    /// How far a float is from the right value, in units of its last place; infinite where one is a NaN or infinite and the
    /// other is not.
    static func units(_ got: Double, _ want: Double) -> Double {
        if got.isNaN && want.isNaN { return 0 }
        let nearest = Float(want)
        if Float(got) == nearest {
            return got.sign == want.sign || got != 0 ? (got.isInfinite ? 0 : distance(got, want)) : .infinity
        }
        if got.isInfinite && nearest == .greatestFiniteMagnitude || nearest.isInfinite && got.isFinite {
            // Past the largest number: as if there were one more.
            let far = got.isInfinite ? 0x1p128 * (got < 0 ? -1 : 1) : got
            return abs(far - want) / 0x1p104
        }
        return distance(got, want)
    }

    private static func distance(_ got: Double, _ want: Double) -> Double {
        let unit = Double(Float(want).ulp)
        let error = abs(got - want) / unit
        return error.isNaN ? .infinity : error
    }
}
