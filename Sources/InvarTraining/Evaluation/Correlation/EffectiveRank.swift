import Foundation

/// exp(−Σ p ln p) with p = σ / Σσ over the singular values σ of a matrix: how many dimensions are in use, from 1 to
/// min(rows, width); 0 for a matrix of zeros. RankMe, Garrido et al. 2023.
enum EffectiveRank {
    /// - Parameter eigenvalues: of a Gram matrix of the rows × width matrix; their roots are its singular values.
    static func of(eigenvalues: [Double], rows: Int, width: Int) -> Double {
        // What the rounding of the Gram matrix alone can make of an eigenvalue that is 0.
        let floor = (eigenvalues.max() ?? 0) * Double(max(rows, width)) * .ulpOfOne
        let singular = eigenvalues.map { $0 > floor ? $0.squareRoot() : 0 }
        let total = singular.reduce(0, +)
        guard total > 0 else { return 0 }
        let entropy = singular.reduce(0) { sum, value in
            value > 0 ? sum - value / total * log(value / total) : sum
        }
        return exp(entropy)
    }
}
