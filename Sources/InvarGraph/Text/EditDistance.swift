/// How many letters have to be changed, added or left out to make one word of the other (Levenshtein), capitals aside.
/// - Parameter most: letters of each that count.
package func editDistance(_ a: String, _ b: String, most: Int = 200) -> Int {
    let wanted = Array(a.lowercased().unicodeScalars.prefix(most))
    let letters = Array(b.lowercased().unicodeScalars.prefix(most))
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
