import InvarRandom

/// The random numbers of one step, for one view of one image: a function of the run's seed, the epoch, the image, the view and the
/// step's place among the steps. So they are the same in a run that was resumed and for any number of threads, and independent
/// of what any other step, view or image gets.
///
/// It is a generator as Swift's own functions take it, too: `Float.random(in: -1...1, using: &random)`.
public struct ViewRandom: RandomNumberGenerator, Sendable {
    private var numbers: CounterRandom

    package init(_ numbers: CounterRandom) { self.numbers = numbers }

    /// Numbers for an image that is itself made up, as a data set of your own may do: independent of those of all views.
    public init(seed: UInt64, image: Int) { self.init(CounterRandom(seed: seed, item: image, purpose: .images)) }

    /// 64 random bits.
    public mutating func next() -> UInt64 { UInt64(numbers.bits()) << 32 | UInt64(numbers.bits()) }

    /// Uniform in 0..<1.
    public mutating func uniform() -> Float { numbers.uniform() }

    /// Uniform in the range.
    public mutating func uniform(in range: ClosedRange<Double>) -> Double { numbers.uniform(in: range) }

    /// Uniform in the range.
    public mutating func uniform(in range: ClosedRange<Float>) -> Float {
        Float(numbers.uniform(in: Double(range.lowerBound)...Double(range.upperBound)))
    }

    /// True with this probability: never at 0, always at 1.
    public mutating func chance(_ probability: Double) -> Bool { numbers.chance(probability) }

    /// Uniform in 0..<bound. `bound` is 1 to 2³² − 1: any other stops the program.
    public mutating func integer(below bound: Int) -> Int { numbers.integer(below: bound) }

    /// Normal, with mean 0 and standard deviation 1.
    public mutating func normal() -> Float { numbers.normal() }
}
