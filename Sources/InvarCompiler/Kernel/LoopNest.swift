import InvarGraph

/// Instructions that are carried out at every point of an iteration space. What they make is stored at each point, or reduced along
/// some of the axes.
///
///     for 512 × 2048 reduced          y[i] = Σⱼ max(x[i, j] + b[j], 0)
///       v0 = $0[2048, 1]
///       v1 = $1[0, 1]
///       v2 = add(v0, v1)
///       v3 = constant 0
///       v4 = maximum(v2, v3)
///       sum v4
///
/// A value without names and lines of the description, so that two kernels that do the same are equal.
public struct LoopNest: Hashable, Sendable {
    /// Outermost first. Neighbours that every source and every result walks as one are one axis, and axes of size 1 are left out,
    /// but for the last axis of a nest around a contraction: that is the contraction's last axis, whatever its size.
    public var axes: [Axis]
    /// What instructions read.
    public var sources: [Source]
    /// Each defines the value of its own index, from values of earlier ones.
    public var instructions: [Instruction]
    /// The values that leave the nest.
    public var results: [Result]

    /// One of the loops.
    public struct Axis: Hashable, Sendable {
        /// How many points lie along it.
        public var size: Int
        /// Whether reduced results are reduced along it.
        public var isReduced: Bool

        /// An axis of so many points.
        public init(_ size: Int, isReduced: Bool = false) { (self.size, self.isReduced) = (size, isReduced) }
    }

    /// Something that instructions read, a number at each point.
    public struct Source: Hashable, Sendable {
        /// What is read.
        public enum Memory: Hashable, Sendable {
            /// This operand of the step.
            case operand(Int)
            /// The result of the contraction that the nest follows, row-major.
            case contraction
            /// No memory: the number itself is how far the point is from the first one, in `strides`.
            case index
        }

        /// What is read.
        public var memory: Memory
        /// How far apart neighbours along each axis are, in elements. 0 repeats.
        public var strides: [Int]

        /// A source with one stride for each axis of the nest.
        public init(_ memory: Memory, strides: [Int]) { (self.memory, self.strides) = (memory, strides) }
    }

    /// What makes a value; numbers are those of sources or of earlier values.
    public enum Instruction: Hashable, Sendable {
        /// A number of a source that has memory.
        case load(Int)
        /// A number of a source that has none.
        case index(Int)
        case constant(Double)
        case unary(Unary, Int)
        case binary(Binary, Int, Int)
        /// 1 where it holds, else 0.
        case compare(Comparison, Int, Int)
        /// The second where the first is not 0, else the third.
        case select(Int, Int, Int)

        /// The values that it is made of.
        public var inputs: [Int] {
            switch self {
            case .load, .index, .constant: []
            case .unary(_, let a): [a]
            case .binary(_, let a, let b), .compare(_, let a, let b): [a, b]
            case .select(let a, let b, let c): [a, b, c]
            }
        }
    }

    /// A value that leaves the nest.
    public struct Result: Hashable, Sendable {
        /// What becomes of the value.
        public enum Fate: Hashable, Sendable {
            /// Stored at every point, with these strides, in elements.
            case store([Int])
            /// Reduced along the reduced axes. It lies row-major and without gaps over the others.
            case reduce(Reduction)
        }

        /// Which instruction's value.
        public var value: Int
        /// What becomes of the value.
        public var fate: Fate

        /// What becomes of an instruction's value.
        public init(_ value: Int, _ fate: Fate) { (self.value, self.fate) = (value, fate) }

        /// Where a stored one lies; nil for a reduced one.
        public var strides: [Int]? { if case .store(let strides) = fate { strides } else { nil } }
        /// How a reduced one is reduced; nil for a stored one.
        public var reduction: Reduction? { if case .reduce(let kind) = fate { kind } else { nil } }
    }

    /// A nest of these parts; whether they fit together is the caller's care.
    public init(axes: [Axis], sources: [Source], instructions: [Instruction], results: [Result]) {
        (self.axes, self.sources, self.instructions, self.results) = (axes, sources, instructions, results)
    }

    /// Points of the space.
    public var points: Int { axes.reduce(1) { $0 * $1.size } }
    /// Elements of a reduced result.
    public var keptPoints: Int { axes.reduce(1) { $0 * ($1.isReduced ? 1 : $1.size) } }
    /// Whether every result is reduced.
    public var reduces: Bool { results.contains { $0.reduction != nil } }
}
