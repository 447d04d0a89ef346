/// The representations of images: a row of `width` numbers for each.
public struct Representations: Sendable {
    /// count × width, row-major.
    public let values: [Float]
    /// Numbers of a row.
    public let width: Int
    /// What each row is of: a path, or the image's place.
    public internal(set) var names: [String]
    /// A class for each row; nothing where the images have no labels.
    public let labels: [Int]?
    /// Images that could not be read, and so have no row.
    public let unreadable: [Unreadable]

    /// An image that has no row.
    public struct Unreadable: Sendable, Hashable {
        /// Its path, or what its data set calls it.
        public let name: String
        /// What is wrong with it.
        public let reason: String
    }

    /// - Parameters:
    ///   - values: count × width, row-major.
    ///   - width: numbers of a row.
    ///   - names: one for each row.
    ///   - labels: a class for each row, or nothing.
    ///   - unreadable: images that have no row.
    public init(
        values: [Float], width: Int, names: [String], labels: [Int]? = nil, unreadable: [Unreadable] = []
    ) {
        precondition(
            width > 0 && values.count == width * names.count,
            "\(values.count) values are not \(names.count) rows of \(width)")
        precondition(labels.map { $0.count == names.count } ?? true, "a label for each row, or none at all")
        (self.values, self.width, self.names) = (values, width, names)
        (self.labels, self.unreadable) = (labels, unreadable)
    }

    /// Number of rows.
    public var count: Int { names.count }

    /// The row of an image.
    public subscript(row: Int) -> ArraySlice<Float> { values[(row * width)..<((row + 1) * width)] }
}

/// How far two representations are apart.
public enum Distance: Sendable {
    /// 1 − x·y / (‖x‖·‖y‖), from 0 (the same direction) to 2. Two rows of zeros are 1 apart.
    case cosine
    /// ‖x − y‖
    case euclidean

    /// - Parameters: two representations of one width.
    public func callAsFunction(_ x: some Collection<Float>, _ y: some Collection<Float>) -> Float {
        precondition(x.count == y.count, "\(x.count) and \(y.count) numbers have no distance")
        return between(Array(x).span, Array(y).span)
    }

    fileprivate func between(_ x: Span<Float>, _ y: Span<Float>) -> Float {
        switch self {
        case .cosine:
            let (product, first, second) = (dot(x, y), dot(x, x), dot(y, y))
            // rounding can bring the cosine above 1
            return first > 0 && second > 0 ? max(0, 1 - product / (first * second).squareRoot()) : 1
        case .euclidean:
            var sum: Float = 0
            for place in 0..<x.count {
                let difference = x[place] - y[place]
                sum += difference * difference
            }
            return sum.squareRoot()
        }
    }

    private func dot(_ x: Span<Float>, _ y: Span<Float>) -> Float {
        var sums = SIMD8<Float>.zero
        var place = 0
        while place + 8 <= x.count {
            for lane in 0..<8 { sums[lane] += x[place + lane] * y[place + lane] }
            place += 8
        }
        var sum = sums.sum()
        while place < x.count {
            sum += x[place] * y[place]
            place += 1
        }
        return sum
    }
}

/// A row that is near to another.
public struct Neighbour: Sendable, Hashable {
    /// Its place among the rows.
    public let row: Int
    /// What it is of.
    public let name: String
    /// See ``Distance``.
    public let distance: Float
}

extension Representations {
    /// The rows that are nearest to a representation, the nearest first; equally near ones in their own order.
    ///
    /// - Parameters:
    ///   - count: how many; fewer where there are not as many rows.
    ///   - query: `width` numbers. If it is one of the rows, that row is its own nearest.
    ///   - distance: the angle's, unless given.
    public func nearest(
        _ count: Int, to query: some Collection<Float>, by distance: Distance = .cosine
    ) -> [Neighbour] {
        precondition(query.count == width, "a query of \(query.count) numbers among rows of \(width)")
        let (query, all) = (Array(query), values.span)
        let distances = (0..<self.count).map { row in
            distance.between(all.extracting((row * width)..<((row + 1) * width)), query.span)
        }
        return distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(max(count, 0)).map {
            Neighbour(row: $0, name: names[$0], distance: distances[$0])
        }
    }
}
