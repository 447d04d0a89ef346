/// The rows that a branch is trained on, as a step of ``RowViews`` may look at them: for the spread of a column, or for what
/// stands in another row.
public struct TrainingRows: Sendable {
    /// Rows.
    public let count: Int
    /// Numbers of a row.
    public let width: Int
    /// The mean of each column.
    public let means: [Float]
    /// The standard deviation of each column (÷ n); 0 for one that does not vary.
    public let deviations: [Float]
    /// Of signals, whose rows are channel after channel; 1 of a table.
    let channels: Int
    private let values: [Float]

    /// - Parameter values: count × width, row-major, one row or more.
    package init(count: Int, width: Int, values: [Float], channels: Int = 1) {
        precondition(count > 0 && values.count == count * width, "internal: no rows of \(width)")
        self.channels = channels
        (self.count, self.width, self.values) = (count, width, values)
        (means, deviations) = TrainingRows.moments(values, width: width)
    }

    /// A number of a row. Stops the program where there is none.
    public subscript(row: Int, column: Int) -> Float {
        precondition(row >= 0 && row < count && column >= 0 && column < width, "there is no such row or column")
        return values[row * width + column]
    }

    /// Mean and standard deviation (÷ n) of each column, added up in double precision.
    package static func moments(_ values: [Float], width: Int) -> (means: [Float], deviations: [Float]) {
        let count = Double(values.count / width)
        var means = [Double](repeating: 0, count: width)
        var squares = means
        for start in stride(from: 0, to: values.count, by: width) {
            for column in 0..<width { means[column] += Double(values[start + column]) }
        }
        for column in 0..<width { means[column] /= count }
        for start in stride(from: 0, to: values.count, by: width) {
            for column in 0..<width {
                let centred = Double(values[start + column]) - means[column]
                squares[column] += centred * centred
            }
        }
        return (means.map { Float($0) }, squares.map { Float(($0 / count).squareRoot()) })
    }
}
