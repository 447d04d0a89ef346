/// The known name that a wrong one was probably meant to be: the fewest edits (Levenshtein), if
/// they are less than about half of its letters.
package func nearestName(to name: String, in known: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(200))
    var best: (name: String, distance: Int)?
    for candidate in known {
        let letters = Array(candidate.lowercased().unicodeScalars.prefix(200))
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
        let distance = row[letters.count]
        if distance <= max(1, letters.count / 2) && distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}
