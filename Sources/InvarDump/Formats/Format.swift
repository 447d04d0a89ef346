import Foundation
import InvarGraph

/// Numbers, amounts and tables as people read them: of dumps, of tables and of the terminal.
package enum Format {
    package static func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    /// Four significant digits.
    package static func short(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
        // a table may have a million of them, for which String(format:) takes as long as all else together
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { room in
            guard let start = room.baseAddress else { return "" }
            _ = unsafe withVaList([value]) { unsafe vsnprintf(start, room.count, "%.4g", $0) }
            return unsafe String(cString: start)
        }
    }

    /// `1 image`, `2,000 images`; `several` is the plural where it is not made by an s: `batches`.
    package static func count(_ number: Int, _ noun: String, _ several: String? = nil) -> String {
        "\(grouped(number)) " + counted(number, noun, several).drop { $0 != " " }.dropFirst()
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

    /// `12.5%` of a part of 0.125.
    package static func percent(_ part: Double, _ digits: Int = 1) -> String { "\(fixed(part * 100, digits))%" }

    /// `3.6 GFLOP`
    package static func flops(_ count: Int) -> String {
        for (limit, unit) in [(1e12, "TFLOP"), (1e9, "GFLOP"), (1e6, "MFLOP"), (1e3, "kFLOP")]
        where Double(count) >= limit {
            return "\(fixed(Double(count) / limit, 1)) \(unit)"
        }
        return "\(count) FLOP"
    }

    /// `4.8 MiB`
    package static func bytes(_ count: Int) -> String {
        for (limit, unit) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where count >= limit {
            return "\(fixed(Double(count) / Double(limit), 1)) \(unit)"
        }
        return "\(count) B"
    }

    /// `1,234 MiB`: for amounts that are compared with each other.
    package static func mebibytes(_ bytes: Int) -> String { "\(grouped(bytes >> 20)) MiB" }

    /// `1.234 ms`
    package static func milliseconds(_ seconds: Double, _ digits: Int = 3) -> String {
        "\(fixed(seconds * 1e3, digits)) ms"
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
