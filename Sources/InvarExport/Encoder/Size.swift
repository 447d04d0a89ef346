/// A size of a shape, for any number N of images: `fixed + perImage · N`.
struct Size: Hashable {
    let fixed: Int
    let perImage: Int

    init(_ fixed: Int, perImage: Int = 0) { (self.fixed, self.perImage) = (fixed, perImage) }

    /// What it is of two numbers of images; nothing where it is no such sum, as N² or N / 2.
    init?(_ sizes: (Int, Int), of images: (Int, Int)) {
        let (slope, rest) = (sizes.1 - sizes.0).quotientAndRemainder(dividingBy: images.1 - images.0)
        let fixed = sizes.0 - slope * images.0
        guard rest == 0, slope >= 0, fixed >= 0 else { return nil }
        self.init(fixed, perImage: slope)
    }

    static let one = Size(1)
    /// N
    static let batch = Size(0, perImage: 1)

    var isFixed: Bool { perImage == 0 }
}
