/// A curve in a terminal, of Braille's patterns: each letter has two dots beside each other and four above each other.
package enum LineChart {
    /// - Parameters:
    ///   - points: by x, which rises; values that are no number leave a gap in dense curves.
    ///   - range: of x, from the left edge to the right one.
    /// - Returns: `rows` lines of `columns` letters, the upper first. The lowest value lies at the bottom, the highest at the top.
    package static func lines(
        _ points: [(x: Double, y: Double)], over range: ClosedRange<Double>, columns: Int, rows: Int
    ) -> [String] {
        let (width, height) = (2 * columns, 4 * rows)
        let heights = values(points, range, width)
        let known = heights.compactMap { $0 }
        var patterns = [[UInt8]](repeating: [UInt8](repeating: 0, count: columns), count: rows)
        if let low = known.min(), let high = known.max() {
            // a curve that does not change lies in the middle
            func dot(_ value: Double) -> Int {
                high > low ? Int(((high - value) / (high - low) * Double(height - 1)).rounded()) : height / 2
            }
            var before: Int?
            for (x, value) in heights.enumerated() {
                guard let value else {
                    before = nil
                    continue
                }
                let y = dot(value)
                // a steep curve has no holes
                let from = before.map { $0 < y ? min($0 + 1, y) : $0 > y ? max($0 - 1, y) : y } ?? y
                for place in min(from, y)...max(from, y) {
                    patterns[place / 4][x / 2] |= Self.dots[place % 4][x % 2]
                }
                before = y
            }
        }
        return patterns.map { $0.map { String(UnicodeScalar(0x2800 + UInt32($0)) ?? " ") }.joined() }
    }

    /// Unicode's bits of the dots, by row and column.
    private static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// For each column of dots the mean of the points that fall into it, or what lies on the line between those around it.
    private static func values(
        _ points: [(x: Double, y: Double)], _ range: ClosedRange<Double>, _ width: Int
    ) -> [Double?] {
        let length = max(range.upperBound - range.lowerBound, 1e-12)
        var bins = [(sum: Double, count: Int)](repeating: (0, 0), count: width)
        for point in points where point.y.isFinite && range.contains(point.x) {
            let place = min(Int((point.x - range.lowerBound) / length * Double(width)), width - 1)
            bins[place] = (bins[place].sum + point.y, bins[place].count + 1)
        }
        var values = bins.map { $0.count > 0 ? $0.sum / Double($0.count) : nil }
        let known = values.indices.filter { values[$0] != nil }
        for (left, right) in zip(known, known.dropFirst()) where right > left + 1 {
            guard let a = values[left], let b = values[right] else { continue }
            for place in (left + 1)..<right {
                values[place] = a + (b - a) * Double(place - left) / Double(right - left)
            }
        }
        return values
    }
}
