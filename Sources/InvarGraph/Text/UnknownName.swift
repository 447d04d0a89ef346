/// `; did you mean optimized?` where a wrong name is like a known one; nothing for nonsense.
package func didYouMean(_ name: String, among known: [String]) -> String? {
    nearestName(to: name, in: known).map { "; did you mean \($0)?" }
}

/// `there is no stage "optimised"; did you mean optimized? Known: captured, …`
/// - Parameters:
///   - kind: what should have been named: `stage`.
///   - more: what could have been named as well, but is too much to list.
package func unknownName(
    _ kind: String, _ name: String, among known: [String], orAlso more: [String] = []
) -> String {
    "there is no \(kind) \"\(name)\"" + knownNames(name, among: known, orAlso: more)
}

/// What follows the complaint about a name: the one that was probably meant, and those that there are. Where they are many, those most like
/// the wrong one stand first, and the rest is counted.
package func knownNames(_ name: String, among known: [String], orAlso more: [String] = []) -> String {
    let most = 12
    let listed = known.count > most ? Array(nearestFirst(name, among: known).prefix(most)) : known
    let others = known.count - listed.count + more.count
    return (didYouMean(name, among: known + more) ?? ".") + " Known: \(listed.joined(separator: ", "))"
        + (others > 0 ? ", and \(others) more" : "")
}

/// Those that the name is a part of, then by the fewest edits.
private func nearestFirst(_ name: String, among known: [String]) -> [String] {
    let wanted = name.lowercased()
    let distances = known.map { $0.lowercased().contains(wanted) ? 0 : editDistance(name, $0, most: 100) }
    return known.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { known[$0] }
}
