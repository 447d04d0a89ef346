/// `count` rows of `width` numbers, which an `Encoder(features:)` takes: a table, or what is known about each image beside its
/// pixels; then row i belongs to image i.
public struct FeatureRows: Sendable {
    /// Rows.
    public let count: Int
    /// Numbers of a row.
    public let width: Int
    /// count × width, row-major.
    public let values: [Float]

    /// Rows in memory.
    /// - Parameters:
    ///   - name: what errors call them.
    ///   - values: count × width, row-major.
    /// - Throws: `DataError` where the numbers do not fit together, or one is not finite.
    public init(name: String, count: Int, width: Int, values: [Float]) throws {
        guard count > 0, width > 0, let wanted = elementCount([count, width]), values.count == wanted else {
            throw DataError(name, "has \(values.count) values for \(count) rows of \(width)")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw DataError(
                name, "holds \(values[place]) in row \(place / width), column \(place % width); make it a number")
        }
        (self.count, self.width, self.values) = (count, width, values)
    }

    /// Reads an .npy file: rows × width. Numbers that are not float32 become so.
    /// - Throws: `DataError` for another array, or a damaged file.
    public init(npy path: String) throws {
        let tensor = try NpyFile.read(path)
        guard tensor.shape.count == 2 else {
            throw DataError(
                path, "holds \(tensor.element) of shape \(tensor.shape); float32 of [rows, width] is wanted")
        }
        try self.init(name: path, count: tensor.shape[0], width: tensor.shape[1], values: tensor.floats)
    }

    /// The rows of the images at these places, in this order.
    func picked(_ places: [Int]) -> FeatureRows {
        FeatureRows(
            count: places.count, width: width,
            values: places.flatMap { values[($0 * width)..<(($0 + 1) * width)] })
    }

    private init(count: Int, width: Int, values: [Float]) {
        (self.count, self.width, self.values) = (count, width, values)
    }
}
