import InvarGraph

/// The known name that a wrong one was probably meant to be: the fewest edits, if they are less than about half of its
/// letters.
package func nearestName(to name: String, in known: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(name, candidate)
        let letters = min(candidate.unicodeScalars.count, 200)
        if distance <= max(1, letters / 2) && distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}
