import InvarCompiler
import InvarGraph

extension LoopNest {
    /// Each result as (place, number) pairs; the place is how many elements it is after the first.
    ///
    /// - Parameters:
    ///   - operand: the numbers of one of the step's operands.
    ///   - contraction: those of the contraction before, where there is one.
    func results(
        operand: (Int) -> (Int) -> Double, contraction: (Int) -> Double = { _ in .nan }
    ) -> [[(offset: Int, value: Double)]] {
        var stored = results.map { _ in [(offset: Int, value: Double)]() }
        // Of the reduced ones, what goes into each element.
        var reduced = results.map { $0.reduction == nil ? [] : [[Double]](repeating: [], count: keptPoints) }
        for position in Positions(axes.map(\.size)) {
            let values = values(position, operand, contraction)
            for (index, result) in results.enumerated() {
                switch result.fate {
                case .store(let strides): stored[index].append((dot(position, strides), values[result.value]))
                case .reduce: reduced[index][keptIndex(position)].append(values[result.value])
                }
            }
        }
        for (index, result) in results.enumerated() {
            guard let kind = result.reduction else { continue }
            stored[index] = reduced[index].enumerated().map { ($0, kind.reference($1)) }
        }
        return stored
    }

    /// The value of each instruction at one point.
    private func values(
        _ position: [Int], _ operand: (Int) -> (Int) -> Double, _ contraction: (Int) -> Double
    ) -> [Double] {
        instructions.reduce(into: []) { values, instruction in
            func source(_ index: Int) -> Double {
                let offset = dot(position, sources[index].strides)
                return switch sources[index].memory {
                case .operand(let number): operand(number)(offset)
                case .contraction: contraction(offset)
                case .index: Double(offset)
                }
            }
            let value: Double =
                switch instruction {
                case .load(let index), .index(let index): source(index)
                case .constant(let value): value
                case .unary(let kind, let a): kind.reference(values[a])
                case .binary(let kind, let a, let b): kind.reference(values[a], values[b])
                case .compare(let kind, let a, let b): kind.reference(values[a], values[b]) ? 1 : 0
                case .select(let condition, let a, let b): values[condition] != 0 ? values[a] : values[b]
                }
            values.append(value)
        }
    }

    /// The number of an element of the reduced results, row-major over the axes that are kept.
    private func keptIndex(_ position: [Int]) -> Int {
        zip(position, axes).reduce(0) { $1.1.isReduced ? $0 : $0 * $1.1.size + $1.0 }
    }
}

func dot(_ a: [Int], _ b: [Int]) -> Int { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

/// Every position of a space, row-major.
struct Positions: Sequence, IteratorProtocol {
    private let sizes: [Int]
    private var next_: [Int]?

    init(_ sizes: [Int]) {
        self.sizes = sizes
        next_ = sizes.contains(0) ? nil : [Int](repeating: 0, count: sizes.count)
    }

    mutating func next() -> [Int]? {
        guard let position = next_ else { return nil }
        next_ = nil
        var following = position
        for axis in sizes.indices.reversed() {
            following[axis] += 1
            if following[axis] < sizes[axis] {
                next_ = following
                break
            }
            following[axis] = 0
        }
        return position
    }
}
