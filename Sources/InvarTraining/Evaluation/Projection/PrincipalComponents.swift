import InvarLinearAlgebra

/// The directions in which rows differ most from their mean, at right angles to each other.
package struct PrincipalComponents: Sendable {
    package let means: [Double]
    /// Of length 1, the one with the largest variance first.
    package let directions: [[Double]]
    /// Along each direction (divisor n − 1).
    package let variances: [Double]
    /// Over all directions, also those that were not asked for.
    package let totalVariance: Double

    /// - Parameter count: how many directions; at most the width of the features.
    /// - Throws: `EigenvalueError` where numbers are not finite.
    package init(_ features: Features, count: Int) throws {
        let moments = ColumnMoments(features)
        let divisor = Double(max(features.count - 1, 1))
        let covariance = moments.scatter.map { $0 / divisor }
        let found = try symmetricEigenvectors(features.width, covariance)
        means = moments.means
        directions = found.prefix(count).map(\.vector)
        variances = found.prefix(count).map { max($0.value, 0) }
        totalVariance = found.reduce(0) { $0 + max($1.value, 0) }
    }

    /// Share of the total variance along each direction, from 0 to 1.
    package var shares: [Double] { variances.map { totalVariance > 0 ? $0 / totalVariance : 0 } }

    /// Where a row lies along each direction, for every row.
    package func project(_ features: Features) -> [[Double]] {
        precondition(features.width == means.count, "internal: features of another width")
        return (0..<features.count).map { row in
            directions.map { direction in
                var sum = 0.0
                for column in 0..<means.count {
                    sum += (Double(features.values[row * means.count + column]) - means[column]) * direction[column]
                }
                return sum
            }
        }
    }
}
