/// `count` rows of `width` numbers, which an `Encoder(features:)` takes: a table, or what is known about each image beside its
/// pixels; then row i belongs to image i. Or signals, which an `Encoder(signal:)` takes, each a row: channel after channel, each
/// channel's samples in order.
public struct FeatureRows: Sendable {
    /// Rows.
    public let count: Int
    /// Numbers of a row; of signals of several lengths those of the longest.
    public let width: Int
    /// count × width, row-major; of signals one after another, as long as each is.
    public let values: [Float]
    /// What is known of them as signals; nothing of a table.
    package let signals: SignalRows?

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
        self.init(count: count, width: width, values: values)
    }

    /// Signals in memory, of one length.
    /// - Parameters:
    ///   - name: what errors call them.
    ///   - count: how many.
    ///   - channels: of each.
    ///   - samples: of each channel.
    ///   - values: count × channels × samples, row-major.
    ///   - rate: samples a second, where that is known.
    /// - Throws: `DataError` where the numbers do not fit together, or one is not finite.
    public init(name: String, count: Int, channels: Int, samples: Int, values: [Float], rate: Int? = nil) throws {
        guard channels > 0, samples > 0, let width = elementCount([channels, samples]) else {
            throw DataError(name, "has signals of \(samples) samples and \(channels) channels; both must be at least 1")
        }
        let plain = try FeatureRows(name: name, count: count, width: width, values: values)
        self.init(
            count: count, width: width, values: plain.values,
            signals: SignalRows(channels: channels, rate: rate, starts: (0...count).map { $0 * width }))
    }

    /// Reads an .npy file: rows × width, or signals × channels × samples. Numbers that are not float32 become so.
    /// - Throws: `DataError` for another array, or a damaged file.
    public init(npy path: String) throws {
        let tensor = try NpyFile.read(path)
        switch tensor.shape.count {
        case 2:
            try self.init(name: path, count: tensor.shape[0], width: tensor.shape[1], values: tensor.floats)
        case 3:
            try self.init(
                name: path, count: tensor.shape[0], channels: tensor.shape[1], samples: tensor.shape[2],
                values: tensor.floats)
        default:
            throw DataError(
                path,
                "holds \(tensor.element) of shape \(tensor.shape); float32 of [rows, width] is wanted, or of "
                    + "[signals, channels, samples]")
        }
    }

    package init(count: Int, width: Int, values: [Float], signals: SignalRows? = nil) {
        (self.count, self.width, self.values, self.signals) = (count, width, values, signals)
    }

    /// Where the numbers of a row are.
    package func range(of row: Int) -> Range<Int> {
        signals.map { $0.starts[row]..<$0.starts[row + 1] } ?? (row * width)..<((row + 1) * width)
    }

    /// The rows of the images at these places, in this order.
    func picked(_ places: [Int]) -> FeatureRows {
        let values = places.flatMap { self.values[range(of: $0)] }
        guard let signals else { return FeatureRows(count: places.count, width: width, values: values) }
        var starts = [0]
        for place in places { starts.append((starts.last ?? 0) + range(of: place).count) }
        return FeatureRows(
            count: places.count, width: places.map { range(of: $0).count }.max() ?? width, values: values,
            signals: SignalRows(channels: signals.channels, rate: signals.rate, starts: starts))
    }
}
