import Foundation

/// Values that PyTorch's side of a comparison computes too (Tests/Interop/formula.py), so that no weights need be stored.
package enum FormulaValues {
    /// Numbers in 0..<1, multiples of 2⁻²⁴: SplitMix64, begun at the name's FNV-1a hash.
    package static func uniform(_ name: String, count: Int) -> [Double] {
        var state = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return (0..<count).map { _ in
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return Double((z ^ (z >> 31)) >> 40) / 0x1p24
        }
    }

    /// For a tensor of an encoder, of a size under which what flows through it stays near 1.
    ///
    /// - Parameters:
    ///   - name: as in a file, without `encoder.`
    ///   - shape: as in a file: convolution weights are O×I×H×W.
    package static func weight(_ name: String, _ shape: [Int]) -> [Float] {
        let u = uniform(name, count: shape.reduce(1, *))
        func map(_ value: (Double) -> Double) -> [Float] { u.map { Float(value($0)) } }
        if name.hasSuffix("running_var") { return map { 0.5 + $0 } }
        if name.hasSuffix("running_mean") || name.hasSuffix("bias") { return map { 0.2 * (2 * $0 - 1) } }
        switch shape.count {
        case 1: return map { 0.3 + 0.6 * $0 }
        case 3: return map { 0.5 * (2 * $0 - 1) }
        default:
            // convolutions are followed by a ReLU, which halves the mean square
            let bound = ((shape.count == 4 ? 6.0 : 3.0) / Double(shape.dropFirst().reduce(1, *))).squareRoot()
            return map { (2 * $0 - 1) * bound }
        }
    }

    /// N×H×W×3, from −2 to 2.
    package static func images(_ count: Int, side: Int) -> [Float] {
        uniform("images \(side)", count: count * side * side * 3).map { Float(4 * $0 - 2) }
    }
}
