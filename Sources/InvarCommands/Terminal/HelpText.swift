extension String {
    /// A help text for terminals of any width: lines that follow one another are one paragraph, which the parser breaks where the
    /// terminal ends; lines that begin with a space (examples, tables) stay as they are, and so may have 79 columns.
    var flowing: String {
        var lines: [String] = []
        var continues = false
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let isProse = !line.isEmpty && !line.hasPrefix(" ")
            if isProse && continues {
                lines[lines.count - 1] += " " + line
            } else {
                lines.append(String(line))
            }
            continues = isProse
        }
        return lines.joined(separator: "\n")
    }
}
