/// How many letters must be added, taken away, replaced or exchanged with their neighbour to make one name of another; capitals count as small ones.
package func editDistance(_ a: String, _ b: String, most: Int = 200) -> Int {
    let wanted = Array(a.lowercased().unicodeScalars.prefix(most))
    let letters = Array(b.lowercased().unicodeScalars.prefix(most))
    var before = [Int]()
    var row = Array(0...letters.count)
    for (i, a) in wanted.enumerated() {
        var next = [i + 1]
        for (j, b) in letters.enumerated() {
            var edits = min(min(next[j], row[j + 1]) + 1, row[j] + (a == b ? 0 : 1))
            if i > 0, j > 0, a == letters[j - 1], b == wanted[i - 1] { edits = min(edits, before[j - 1] + 1) }
            next.append(edits)
        }
        (before, row) = (row, next)
    }
    return row[letters.count]
}

/// The known name that a wrong one was probably meant to be: the one with the fewest edits, where these are at most a third of the letters,
/// or else the first that it is the beginning of. For nonsense there is none: a guess would lead astray.
package func nearestName(to name: String, in known: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in known {
        let letters = min(name.unicodeScalars.count, candidate.unicodeScalars.count, 200)
        guard letters >= 2 else { continue }
        let distance = editDistance(name, candidate)
        if distance <= max(1, letters / 3), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    if let best { return best.name }
    guard name.unicodeScalars.count >= 3 else { return nil }
    return known.first { $0.lowercased().hasPrefix(name.lowercased()) }
}
