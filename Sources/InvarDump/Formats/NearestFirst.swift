import InvarGraph

/// The known names, the ones most like the wrong one first: those that it is a part of, then by the fewest edits.
func nearestFirst(_ name: String, among known: [String]) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(100))
    func distance(_ other: String) -> Int {
        if other.lowercased().contains(name.lowercased()) { return 0 }
        let letters = Array(other.lowercased().unicodeScalars.prefix(100))
        var row = Array(0...letters.count)
        for (i, a) in wanted.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in letters.enumerated() {
                let edited = min(min(row[j], row[j + 1]) + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = edited
            }
        }
        return row[letters.count]
    }
    let distances = Dictionary(known.map { ($0, distance($0)) }) { first, _ in first }
    return known.enumerated().sorted { a, b in
        let (near, far) = (distances[a.element] ?? 0, distances[b.element] ?? 0)
        return near == far ? a.offset < b.offset : near < far
    }.map(\.element)
}

extension Diagnostic {
    /// - Parameter kind: what should have been named: `stage`.
    init(unknown kind: String, _ name: String, among known: [String], showing limit: Int = 12) {
        let nearest = nearestFirst(name, among: known)
        let rest = nearest.count - limit
        self.init(
            "there is no \(kind) \"\(name)\"" + (nearest.first.map { "; did you mean \($0)?" } ?? ".")
                + " Known: " + nearest.prefix(limit).joined(separator: ", ")
                + (rest > 0 ? " and \(rest) more" : ""))
    }
}
