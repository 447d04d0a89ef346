/// A message with an end. What it quotes of a file may be as long as the file: its beginning and its end say enough.
package func shortened(_ message: String, most: Int = 1000) -> String {
    let scalars = message.unicodeScalars
    guard scalars.count > most else { return message }
    return "\(String(scalars.prefix(most / 3 * 2)))…\(String(scalars.suffix(most / 4)))"
}
