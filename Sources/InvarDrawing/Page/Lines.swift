/// Text that is laid out in lines, none wider than the room for it.
extension Canvas {
    /// At spaces; a word that is too long by itself is broken.
    func wrapped(_ text: String, width: Double, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                let longer = line.isEmpty ? String(word) : "\(line) \(word)"
                if self.width(of: longer, style) <= width {
                    line = longer
                    continue
                }
                if !line.isEmpty { lines.append(line) }
                line = String(word)
                while line.count > 1, self.width(of: line, style) > width {
                    let part = fitting(line, width: width, style)
                    lines.append(part)
                    line = String(line.dropFirst(part.count))
                }
            }
            lines.append(line)
        }
        return lines
    }

    /// The longest beginning that fits, of one letter at least.
    private func fitting(_ text: String, width: Double, _ style: TextStyle) -> String {
        var (low, high) = (1, text.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if self.width(of: String(text.prefix(middle)), style) <= width { low = middle } else { high = middle - 1 }
        }
        return String(text.prefix(low))
    }

    /// Where it is too wide, its beginning and an ellipsis.
    func shortened(_ text: String, width: Double, _ style: TextStyle) -> String {
        guard self.width(of: text, style) > width else { return text }
        return fitting(text, width: width - self.width(of: "…", style), style) + "…"
    }

    /// - Returns: how high the lines are together.
    @discardableResult
    func lines(_ lines: [String], x: Double, y: Double, _ style: TextStyle) -> Double {
        for (row, line) in lines.enumerated() {
            text(line, at: Point(x, y + (Double(row) + 0.5) * style.lineHeight), style)
        }
        return Double(lines.count) * style.lineHeight
    }
}
