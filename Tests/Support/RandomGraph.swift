import InvarGraph

/// Numbers that follow from a seed (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
package struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: Int) {
        // Mixed once, so that the streams of neighbouring seeds are not one stream with an offset.
        state = UInt64(truncatingIfNeeded: seed)
        state = next() ^ 0x5851_f42d_4c95_7f2d
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    package mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    package mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// Standard normal, roughly: a sum of uniform numbers. Exact in single precision.
    package mutating func normal() -> Double {
        let sum = (0..<6).reduce(0.0) { total, _ in total + Double.random(in: -1...1, using: &self) }
        return Double(Float(sum / 2.0.squareRoot()))
    }

    package mutating func tensor(_ shape: [Int]) -> HostTensor {
        HostTensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in normal() })
    }
}

/// What a random graph may hold.
package struct RandomGraphOptions: Sendable {
    package var element = ElementType.float64
    package var steps = 12
    /// No op whose value jumps: so that rounding stays rounding, and executors can be compared.
    package var isSmooth = false
    /// States and assignments: swaps, old values read late, one value for two states.
    package var hasStates = true
    /// Gradients of some outputs with respect to the inputs.
    package var isDifferentiated = false

    package init() {}
}

/// Writes a random graph that covers every op. Values stay small: each term knows a bound of its magnitude.
package struct RandomGraph {
    struct Term {
        var tensor: Tensor
        var bound: Double
    }

    static let sizes = [1, 1, 2, 3, 4, 5, 7, 8, 13, 17]
    static let largestCount = 700
    static let largestBound = 30.0

    let builder: GraphBuilder
    let options: RandomGraphOptions
    var random: SplitMix
    var terms: [Term] = []
    var inputs: [Tensor] = []
    var states: [(name: String, tensor: Tensor)] = []
    private var stateTypes: [String: TensorType] = [:]

    package static func make(seed: Int, _ options: RandomGraphOptions = RandomGraphOptions()) throws -> Graph {
        var generator = RandomGraph(
            builder: GraphBuilder("random \(seed)"), options: options, random: SplitMix(seed: seed))
        try generator.write()
        return try generator.builder.finish()
    }

    private init(builder: GraphBuilder, options: RandomGraphOptions, random: SplitMix) {
        self.builder = builder
        self.options = options
        self.random = random
    }

    private mutating func write() throws {
        add(newInput(), bound: 3)
        if options.hasStates { for _ in 0..<random.integer(0...3) { addState() } }
        for _ in 0..<options.steps {
            builder.name = random.chance(0.3) ? "layer\(random.integer(1...9)).\"odd\" \\ näme\n" : ""
            builder.site = random.chance(0.3) ? Site("My Models/Net:\(random.integer(1...3)).swift", 7) : nil
            addStep()
        }
        (builder.name, builder.site) = ("", nil)
        if options.hasStates { assignStates() }
        for index in 0..<random.integer(1...4) {
            builder.output("output \(index)", index == 0 ? terms[terms.count - 1].tensor : pick().tensor)
        }
        if options.isDifferentiated {
            let loss = terms.suffix(3).map { $0.tensor.sum() }.reduce(pick().tensor.sum()) { $0 + $1 }
            let sources = inputs + states.map(\.tensor)
            for (index, gradient) in builder.gradients(of: loss, withRespectTo: sources).enumerated() {
                builder.output("gradient \(index)", gradient)
            }
        }
    }

    // MARK: Leaves

    func type(_ shape: [Int]) -> TensorType { TensorType(shape, options.element) }

    mutating func shape(rank: Int? = nil) -> [Int] {
        while true {
            let shape = (0..<(rank ?? random.integer(0...4))).map { _ in Self.sizes.randomElement(using: &random) ?? 1 }
            if shape.reduce(1, *) <= Self.largestCount { return shape }
        }
    }

    mutating func newInput(_ shape: [Int]? = nil) -> Tensor {
        let input = builder.input("x\(inputs.count)", type(shape ?? self.shape()))
        inputs.append(input)
        return input
    }

    private mutating func addState() {
        let shared = states.last.map { $0.tensor.shape }
        let shape = random.chance(0.6) ? shared ?? self.shape() : random.chance(0.3) ? [5, 5] : self.shape()
        let name = "state.\(states.count)"
        states.append((name, builder.state(name, type(shape))))
        add(states[states.count - 1].tensor, bound: 3)
    }

    /// Assigns most of the states: each other's old values, transposes, updates in place, values that others use too.
    private mutating func assignStates() {
        var last: Tensor?
        for (name, tensor) in states.shuffled(using: &random) where random.chance(0.8) {
            let partners = states.filter { $0.tensor.shape == tensor.shape }.map(\.tensor)
            let fitting = terms.filter { $0.tensor.shape == tensor.shape }.map(\.tensor)
            var value = (random.chance(0.5) ? partners : fitting).randomElement(using: &random) ?? tensor
            if tensor.shape == [5, 5], random.chance(0.4) { value = value.transposed }
            if random.chance(0.5) { value = value * 0.5 + (partners.randomElement(using: &random) ?? tensor) * 0.25 }
            if let last, last.shape == tensor.shape, random.chance(0.3) { value = last }
            builder.assign(name, value)
            last = value
            if random.chance(0.5) { add(tanh(tensor), bound: 1) }
        }
    }

    // MARK: The pool of terms

    mutating func pick() -> Term { terms.randomElement(using: &random) ?? terms[0] }

    mutating func pick(rank: Int) -> Term {
        let fitting = terms.filter { $0.tensor.rank == rank }
        if let found = fitting.randomElement(using: &random), random.chance(0.8) { return found }
        return Term(tensor: newInput(shape(rank: rank)), bound: 3)
    }

    mutating func pick(shape: [Int]) -> Term {
        let fitting = terms.filter { $0.tensor.shape == shape }
        if let found = fitting.randomElement(using: &random), random.chance(0.8) { return found }
        return Term(tensor: newInput(shape), bound: 3)
    }

    /// Keeps the term for later ops, squashed if it may be large.
    mutating func add(_ tensor: Tensor, bound: Double) {
        guard tensor.type.count <= Self.largestCount else { return }
        terms.append(
            bound <= Self.largestBound ? Term(tensor: tensor, bound: bound) : Term(tensor: tanh(tensor * (1 / bound)), bound: 1))
    }
}
