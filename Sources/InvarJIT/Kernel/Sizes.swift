/// Sizes of what is cut up.
extension Int {
    /// How many parts of this size, the last perhaps smaller.
    func parts(of size: Int) -> Int { (self + size - 1) / size }

    /// The next multiple, or the number itself.
    func rounded(upTo multiple: Int) -> Int { parts(of: multiple) * multiple }
}
