import InvarGraph

/// The known names, the ones most like the wrong one first: those that it is a part of, then by the fewest edits.
func nearestFirst(_ name: String, among known: [String]) -> [String] {
    func distance(_ other: String) -> Int {
        other.lowercased().contains(name.lowercased()) ? 0 : editDistance(name, other, most: 100)
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
            "there is no \(kind) \"\(name)\""
                + (nearestName(to: name, in: nearest).map { "; did you mean \($0)?" } ?? ".")
                + " Known: " + nearest.prefix(limit).joined(separator: ", ")
                + (rest > 0 ? " and \(rest) more" : ""))
    }
}
