import InvarGraph

/// A step that can be written inside `Views { … }`: its description.
///
/// Most steps are an ``Augmentation``, which says what it does as well, and so are yours. What crops the image, mirrors it or
/// normalizes it takes part in how a view is made as a whole, and has only its description here.
public protocol ViewStep: Sendable, Hashable, Codable {
    /// What messages and `run.json` call it. Without it, the type's name.
    static var name: String { get }
    /// How often the step happens. Without it, always.
    var probability: PerView<Double> { get }
    /// What is wrong with this step for such views. Without it, nothing. A `Diagnostic` without a line gets the one that the step
    /// is written on.
    func problems(for image: Image) -> [Diagnostic]
}

extension ViewStep {
    /// The type's name.
    public static var name: String { String(describing: Self.self) }
    /// Always.
    public var probability: PerView<Double> { PerView(1) }
    /// None.
    public func problems(for image: Image) -> [Diagnostic] { [] }
}

/// A step of the views that changes pixels. Conform a struct of yours to it, and write it inside `Views { … }`:
///
///     struct Gamma: Augmentation {
///         var exponents = 0.5...2.0
///         var probability = PerView(0.5)
///
///         func apply(to pixels: inout Pixels, random: inout ViewRandom) {
///             let exponent = Float(random.uniform(in: exponents))
///             pixels.map { pow($0, exponent) }
///         }
///     }
///
/// Its properties are its parameters. They are kept in `run.json`, and a run is resumed only with steps that are equal to those
/// that it was begun with.
public protocol Augmentation: ViewStep {
    /// Changes the pixels of one view, which has the size that the model's `Image` says.
    ///
    /// It is called where the step happens, as ``ViewStep/probability`` says, by several threads at once. What becomes of the pixels
    /// must depend on them, on the step's properties and on `random` alone: then views are the same for any number of
    /// threads, and in a run that was resumed.
    ///
    /// - Parameters:
    ///   - pixels: values in 0...1, which they should stay within: the steps behind this one expect it. They are normalized later.
    ///   - random: the step's own numbers for this view of this image.
    func apply(to pixels: inout Pixels, random: inout ViewRandom)

    /// What it draws for a view, in a few words: what `invar views --explain` says. Without it, nothing but its name.
    ///
    /// - Parameters:
    ///   - image: what the view is.
    ///   - random: the numbers that ``apply(to:random:)`` gets for this view, from the first one on.
    func explanation(for image: Image, random: inout ViewRandom) -> String
}
