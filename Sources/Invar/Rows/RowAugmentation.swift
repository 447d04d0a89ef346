import InvarGraph

/// A step of ``RowViews``: it changes a row of numbers at random. Conform a struct of yours to it, and write it inside
/// `RowViews { … }`:
///
///     struct Scaling: RowAugmentation {
///         var factors = 0.8...1.25
///
///         func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
///             let factor = Float(random.uniform(in: factors))
///             for column in 0..<row.count { row[column] *= factor }
///         }
///     }
///
/// Its properties are its parameters. They are kept in `run.json`, and a run is resumed only with steps that are equal to those
/// that it was begun with.
public protocol RowAugmentation: Sendable, Hashable, Codable {
    /// What messages and `run.json` call it. Without it, the type's name.
    static var name: String { get }
    /// How often the step happens in each view. Without it, always.
    var probability: PerView<Double> { get }
    /// Whether its parameters leave every row as it is, such as noise of 0. Without it, no.
    var changesNothing: Bool { get }
    /// What is wrong with this step's parameters. Without it, nothing. A `Diagnostic` without a line gets the one that the step
    /// is written on.
    func problems() -> [Diagnostic]
    /// Changes a row of one view.
    ///
    /// It is called where the step happens, by several threads at once. What becomes of the row must depend on it, on the step's
    /// properties, on `rows` and on `random` alone: then views are the same for any number of threads, and in a run that was
    /// resumed.
    ///
    /// - Parameters:
    ///   - row: as the file has it, in the file's units, changed by the steps before.
    ///   - rows: all rows that the branch is trained on.
    ///   - random: the step's own numbers for this view of this row.
    func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom)
}

extension RowAugmentation {
    /// The type's name.
    public static var name: String { String(describing: Self.self) }
    /// Always.
    public var probability: PerView<Double> { PerView(1) }
    /// It changes something.
    public var changesNothing: Bool { false }
    /// None.
    public func problems() -> [Diagnostic] { [] }
}
