import InvarGraph

/// A step of ``SignalViews``: it changes a signal at random. Conform a struct of yours to it, and write it inside
/// `SignalViews { … }`:
///
///     struct Clipping: SignalAugmentation {
///         var level = 0.5
///
///         func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom) {
///             let level = Float(random.uniform(in: level...1))
///             for place in 0..<signal.count { signal[place] = min(max(signal[place], -level), level) }
///         }
///     }
///
/// Its properties are its parameters, as those of a ``RowAugmentation`` are, which it is: probability, problems and what `run.json`
/// keeps of it are the same.
public protocol SignalAugmentation: RowAugmentation {
    /// Changes a signal of one view, after it was cut to the encoder's number of samples.
    ///
    /// It is called where the step happens, by several threads at once. What becomes of the signal must depend on it, on the step's
    /// properties and on `random` alone.
    ///
    /// - Parameters:
    ///   - signal: channel after channel, each channel's samples in order; those of a WAV file of whole numbers are within −1…1.
    ///   - channels: how many; the signal has as many samples of each.
    ///   - random: the step's own numbers for this view of this signal.
    func apply(to signal: inout MutableSpan<Float>, channels: Int, random: inout ViewRandom)
}

extension SignalAugmentation {
    /// The signal as a row of numbers.
    public func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        apply(to: &row, channels: rows.channels, random: &random)
    }
}

/// How the views of a signal are made, for `Encoder(signal:)`: steps that run in the order they are written.
///
///     SignalViews {
///         TimeShift(share: 0.2)
///         SignalGain(decibels: -6...6)
///         SignalNoise(ratio: 10...40, probability: 0.5)
///     }
///
/// A signal that is longer than what the encoder takes is cut first, each view at a place of its own; a shorter one is followed by zeros.
/// A signal has two views, or as many as `SignalViews(count: 4) { … }` says, all through the same weights.
/// Steps of your own stand among Invar's: see ``SignalAugmentation``.
///
/// A description alone: it is data, and touches no number.
public struct SignalViews: Sendable, Hashable {
    /// In the order in which they run.
    public let steps: [RowViews.Step]
    /// Of each signal.
    public let count: Int

    /// Views of the steps that are written in the block.
    public init(count: Int = 2, @SignalViewsBuilder _ steps: () -> [RowViews.Step]) {
        (self.steps, self.count) = (steps(), count)
    }
}

/// Folds the lines of `SignalViews { … }`. `if`, `for`, `switch`, and functions that return steps or views work inside.
@resultBuilder
public enum SignalViewsBuilder {
    /// One step, and its line.
    public static func buildExpression(
        _ step: some SignalAugmentation, fileID: String = #fileID, line: Int = #line
    ) -> [RowViews.Step] { [RowViews.Step(step, at: Site(fileID, line))] }
    /// All steps of other views.
    public static func buildExpression(_ views: SignalViews) -> [RowViews.Step] { views.steps }
    /// The lines of a block.
    public static func buildBlock(_ parts: [RowViews.Step]...) -> [RowViews.Step] { parts.flatMap { $0 } }
    /// `if` without `else`.
    public static func buildOptional(_ part: [RowViews.Step]?) -> [RowViews.Step] { part ?? [] }
    /// The first branch of `if` or `switch`.
    public static func buildEither(first part: [RowViews.Step]) -> [RowViews.Step] { part }
    /// The other branch.
    public static func buildEither(second part: [RowViews.Step]) -> [RowViews.Step] { part }
    /// `for`.
    public static func buildArray(_ parts: [[RowViews.Step]]) -> [RowViews.Step] { parts.flatMap { $0 } }
}
