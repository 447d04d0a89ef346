/// `1 image`, `2 images`.
/// - Parameter several: where it is not the noun with an s: `batches`.
package func counted(_ number: Int, _ noun: String, _ several: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : several ?? noun + "s")"
}
