import InvarCompiler
import InvarGraph
import TestSupport

/// A random nest: operands with strides of every kind, instructions, results that are stored and reduced, some values twice.
struct RandomNest {
    private(set) var nest: LoopNest
    private(set) var operands: [HostTensor] = []
    private var random: SplitMix

    init(seed: Int) {
        random = SplitMix(seed: seed)
        nest = LoopNest(axes: [], sources: [], instructions: [], results: [])
        var room = random.pick([1, 40, 300, 2000, 6000])
        for _ in 0..<random.below(5) {
            let size = min(room, random.pick([1, 1, 2, 3, 7, 16, 17, 32, 49, 64, 100, 1031, 2100]))
            nest.axes.append(LoopNest.Axis(size))
            room /= size
        }
        for number in 0..<1 + random.below(4) { addOperand(number) }
        addInstructions()
        addResults()
    }

    /// Axes in their order, or in any; gaps behind some; some repeated.
    private mutating func addOperand(_ number: Int) {
        var strides = [Int](repeating: 0, count: nest.axes.count)
        var order = Array(nest.axes.indices.reversed())
        if random.below(3) == 0 { order.shuffle(using: &random) }
        let repeats = random.below(2) == 0
        let gap = random.below(4) == 0 ? 1 + random.below(3) : 0
        var next = gap > 0 && random.below(2) == 0 ? 2 : 1
        for axis in order where !(repeats && random.below(2) == 0) {
            strides[axis] = next
            next = next * nest.axes[axis].size + gap
        }
        nest.sources.append(LoopNest.Source(.operand(number), strides: strides))
        let count = zip(nest.axes, strides).reduce(1) { $0 + ($1.0.size - 1) * $1.1 }
        operands.append(HostTensor(shape: [count], (0..<count).map { _ in Double(random.below(65) - 32) / 16 }))
    }

    private mutating func addInstructions() {
        for number in operands.indices { nest.instructions.append(.load(number)) }
        for _ in 0..<1 + random.below(8) {
            let values = nest.instructions.count
            let (a, b, c) = (random.below(values), random.below(values), random.below(values))
            switch random.below(11) {
            case 10: nest.instructions.append(.load(random.below(operands.count)))
            case 0: nest.instructions.append(.constant(Double(random.below(9)) / 4 - 1))
            case 1 where !nest.axes.isEmpty:
                let along = random.below(nest.axes.count)
                let strides = nest.axes.indices.map { $0 == along ? 1 : 0 }
                nest.sources.append(LoopNest.Source(.index, strides: strides))
                nest.instructions.append(.index(nest.sources.count - 1))
            case 2, 3: nest.instructions.append(.unary(random.pick([.negate, .tanh, .erf, .abs, .sign]), a))
            case 4: nest.instructions.append(.compare(random.pick(Array(Comparison.allCases)), a, b))
            case 5: nest.instructions.append(.select(a, b, c))
            default:
                nest.instructions.append(
                    .binary(random.pick([.add, .subtract, .multiply, .maximum, .minimum]), a, b))
            }
        }
        // Bounded values, so that sums do not overflow and rounding can be judged.
        if random.below(2) == 0 { nest.instructions.append(.unary(.tanh, nest.instructions.count - 1)) }
    }

    private mutating func addResults() {
        let kinds: [Reduction?]
        switch random.below(4) {
        case 0: kinds = [nil]
        case 1: kinds = [nil, nil]
        case 2: kinds = [random.pick([.sum, .max, .centredSquares])]
        default: kinds = (0..<2 + random.below(4)).map { _ in random.pick([nil, .sum, .max, .centredSquares]) }
        }
        var last = nest.instructions.count - 1
        let contiguous = contiguousStrides(nest.axes.map(\.size))
        for kind in kinds {
            if random.below(2) == 0 { last = random.below(nest.instructions.count) }
            nest.results.append(LoopNest.Result(last, kind.map { .reduce($0) } ?? .store(contiguous)))
        }
        if nest.reduces { for axis in nest.axes.indices { nest.axes[axis].isReduced = random.below(2) == 0 } }
    }

    /// Whether rounding may change its values by much.
    var jumps: Bool {
        nest.instructions.contains {
            switch $0 {
            case .compare, .select, .unary(.sign, _): true
            case .load, .index, .constant, .unary, .binary: false
            }
        }
    }

    func step(_ element: ElementType) -> StepCase {
        StepCase(
            kernel: .loop(nest), element: element, operands: operands,
            results: nest.resultShapes.map { .own($0) })
    }
}
