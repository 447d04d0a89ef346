import Foundation
import InvarGraph

/// Numbers as people read them.
package enum Format {
    package static func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    /// Four significant digits.
    package static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
        // a table may have a million of them, for which String(format:) takes as long as all else together
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { room in
            guard let start = room.baseAddress else { return "" }
            _ = withVaList([value]) { vsnprintf(start, room.count, "%.4g", $0) }
            return String(cString: start)
        }
    }

    /// `1 image`, `2,000 images`; `other` is the plural where it is not made by an s: `batches`.
    package static func count(_ number: Int, _ one: String, _ other: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : other ?? one + "s")"
    }

    /// `1,234,567`
    package static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// `0:07`, `12:30`, `1:02:03`
    package static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e7 else { return "--:--" }
        let whole = max(0, Int(seconds.rounded()))
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        return hours > 0
            ? String(format: "%d:%02d:%02d", hours, minutes, rest) : String(format: "%d:%02d", minutes, rest)
    }

    /// Columns as wide as their widest cell: the first to the left, the others to the right, two spaces between. What names in the
    /// cells would do to a terminal becomes visible.
    package static func table(_ rows: [[String]], leftAligned: Set<Int> = [0]) -> String {
        let rows = rows.map { $0.map { visible($0) } }
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            var line = ""
            // no spaces at a line's end
            for column in 0..<((row.lastIndex { !$0.isEmpty } ?? -1) + 1) {
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                let isLast = row[(column + 1)...].allSatisfy(\.isEmpty)
                if column > 0 { line += "  " }
                line += leftAligned.contains(column) ? row[column] + (isLast ? "" : padding) : padding + row[column]
            }
            return line
        }.joined(separator: "\n")
    }
}
