/// An operation of a block, on whole registers.
enum LoopOpcode: UInt8, Sendable {
    case negate, exp, expm1, log, sqrt, rsqrt, tanh, erf, abs, sign, reciprocal, move
    case add, subtract, multiply, divide, maximum, minimum, power
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case select
    /// Two instructions in one pass, each rounded as before: `a·b + c`, `a·b - c`, `c - a·b`, `(a - b)·c`, `max(a + b, c)`, `(a - b)²`.
    case multiplyAdd, multiplySubtract, subtractMultiply, differenceTimes, sumMaximum, differenceSquared
    /// Bring a stream's elements into the register.
    case fill

    init(_ op: LoopUnary) {
        self =
            switch op {
            case .negate: .negate
            case .exp: .exp
            case .expm1: .expm1
            case .log: .log
            case .sqrt: .sqrt
            case .rsqrt: .rsqrt
            case .tanh: .tanh
            case .erf: .erf
            case .abs: .abs
            case .sign: .sign
            case .reciprocal: .reciprocal
            }
    }

    init(_ op: LoopBinary) {
        self =
            switch op {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .maximum: .maximum
            case .minimum: .minimum
            case .power: .power
            }
    }

    init(_ op: LoopCompare) {
        self =
            switch op {
            case .equal: .equal
            case .notEqual: .notEqual
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            }
    }
}

/// Where a register's elements are while a block is computed.
enum LoopPlace: Sendable, Equatable {
    /// One value, repeated over a vector.
    case splat(Int)
    /// A block's worth of scratch.
    case slot(Int)
    /// An operand's own memory.
    case operand(Int)
    /// A result's own memory.
    case result(Int)
}

struct LoopStep: Sendable, Equatable {
    var op: LoopOpcode
    var target: Int
    var a = 0, b = 0, c = 0
    /// The stream that a fill reads; -1 else.
    var stream = -1
}

/// A tape, made ready for blocks: what to compute once per tile, what per block, and where each register lives.
struct LoopProgram: Sendable, Equatable {
    /// Steps whose result is the same in every block, and the others.
    var once: [LoopStep] = []
    var perBlock: [LoopStep] = []
    /// Registers by index: those of the tape, then those of moves into results.
    var places: [LoopPlace] = []
    /// Constants to splat, by register.
    var constants: [(register: Int, value: Double)] = []
    /// Registers that are stored or reduced, one per result.
    var results: [Int]
    /// Registers whose slot is theirs alone, so that elements filled once stay.
    var cached: [Bool] = []
    var slots = 0
    var splats = 0

    static func == (a: LoopProgram, b: LoopProgram) -> Bool {
        a.once == b.once && a.perBlock == b.perBlock && a.places == b.places && a.results == b.results
    }

    /// Streams: `operands` first, then one per iota instruction in order, then the results.
    init(tape: LoopTape, results: [LoopResult], layout: LoopLayout, operands: Int, iotas: Int) {
        self.results = results.map(\.register)
        var planner = LoopPlanner(
            layout: layout, operands: operands, iotas: iotas, stores: results.map { $0.kind == .store })
        planner.read(tape, needed: LoopProgram.needed(tape, self.results))
        planner.finish(&self)
    }

    /// The registers that some result depends on.
    private static func needed(_ tape: LoopTape, _ results: [Int]) -> [Bool] {
        var needed = [Bool](repeating: false, count: tape.instructions.count)
        for result in results { needed[result] = true }
        for i in tape.instructions.indices.reversed() where needed[i] {
            for input in tape.instructions[i].inputs { needed[input] = true }
        }
        return needed
    }
}

/// Decides a program's steps and places.
private struct LoopPlanner {
    enum Kind { case unused, invariant, uniform, inPlace(Int), vector(cached: Bool) }

    let layout: LoopLayout
    let operands, iotas: Int
    /// Whether a result is stored, not reduced.
    let stores: [Bool]
    var kinds: [Kind] = []
    var steps: [LoopStep] = []
    var constants: [(register: Int, value: Double)] = []

    init(layout: LoopLayout, operands: Int, iotas: Int, stores: [Bool]) {
        (self.layout, self.operands, self.iotas, self.stores) = (layout, operands, iotas, stores)
    }

    mutating func read(_ tape: LoopTape, needed: [Bool]) {
        var iota = operands
        for (i, instruction) in tape.instructions.enumerated() {
            var stream = -1
            if case .iota = instruction {
                stream = iota
                iota += 1
            }
            guard needed[i] else {
                kinds.append(.unused)
                continue
            }
            switch instruction {
            case .load(let operand): load(operand, into: i, inPlaceAllowed: true)
            case .iota: load(stream, into: i, inPlaceAllowed: false)
            case .constant(let value):
                kinds.append(.invariant)
                constants.append((i, value))
            case .unary(let op, let a): compute(LoopStep(op: LoopOpcode(op), target: i, a: a), [a])
            case .binary(let op, let a, let b): compute(LoopStep(op: LoopOpcode(op), target: i, a: a, b: b), [a, b])
            case .compare(let op, let a, let b): compute(LoopStep(op: LoopOpcode(op), target: i, a: a, b: b), [a, b])
            case .select(let c, let a, let b):
                compute(LoopStep(op: .select, target: i, a: c, b: a, c: b), [c, a, b])
            }
        }
    }

    private mutating func load(_ stream: Int, into register: Int, inPlaceAllowed: Bool) {
        if layout.isConstant(stream) {
            kinds.append(.invariant)
        } else if layout.isUniform(stream) {
            kinds.append(.uniform)
        } else if inPlaceAllowed && layout.isDense(stream) {
            kinds.append(.inPlace(stream))
            return
        } else {
            kinds.append(.vector(cached: layout.repeats(stream)))
        }
        steps.append(LoopStep(op: .fill, target: register, stream: stream))
    }

    private mutating func compute(_ step: LoopStep, _ inputs: [Int]) {
        var kind = Kind.invariant
        for input in inputs {
            switch (kinds[input], kind) {
            case (.invariant, _), (.unused, _): break
            case (.uniform, .invariant): kind = .uniform
            case (.uniform, _): break
            default: kind = .vector(cached: false)
            }
        }
        kinds.append(kind)
        steps.append(step)
    }

    mutating func finish(_ program: inout LoopProgram) {
        addMoves(&program)
        joinPairs(program.results)
        let direct = directResults(program.results)
        let lastUse = lastUses(program.results)
        var free: [Int] = []
        var places = [LoopPlace](repeating: .splat(0), count: kinds.count)
        for (register, kind) in kinds.enumerated() {
            switch kind {
            case .unused: break
            case .invariant, .uniform:
                places[register] = .splat(program.splats)
                program.splats += 1
            case .inPlace(let stream): places[register] = .operand(stream)
            case .vector(cached: true):
                places[register] = .slot(program.slots)
                program.slots += 1
            case .vector(cached: false): break
            }
        }
        for (index, step) in steps.enumerated() {
            if case .vector(cached: false) = kinds[step.target] {
                if let result = direct[step.target] {
                    places[step.target] = .result(result)
                } else if let slot = free.popLast() {
                    places[step.target] = .slot(slot)
                } else {
                    places[step.target] = .slot(program.slots)
                    program.slots += 1
                }
            }
            for register in Set(inputs(step) + [step.target]).sorted() where lastUse[register] == index {
                if case .vector(cached: false) = kinds[register], case .slot(let slot) = places[register] {
                    free.append(slot)
                }
            }
            if case .invariant = kinds[step.target] { program.once.append(step) } else { program.perBlock.append(step) }
        }
        program.places = places
        program.cached = kinds.map { if case .vector(cached: true) = $0 { true } else { false } }
        program.constants = constants
    }

    /// A reduced register must be a vector, a stored one a vector of its own: single values, and in-place operands and repeated
    /// results that are stored, are copied into one.
    private mutating func addMoves(_ program: inout LoopProgram) {
        var taken: Set<Int> = []
        for (index, register) in program.results.enumerated() {
            let needsMove =
                switch kinds[register] {
                case .vector(cached: false): stores[index] && taken.contains(register)
                case .vector(cached: true), .inPlace: stores[index]
                case .unused, .invariant, .uniform: true
                }
            if stores[index] { taken.insert(register) }
            guard needsMove else { continue }
            program.results[index] = kinds.count
            steps.append(LoopStep(op: .move, target: kinds.count, a: register))
            kinds.append(.vector(cached: false))
        }
    }

    /// Joins an instruction with the one before it whose only reader it is, where there is a loop for both: each pass over a
    /// block costs its loads and stores.
    private mutating func joinPairs(_ results: [Int]) {
        var readers = [Int](repeating: 0, count: kinds.count)
        for step in steps { for input in inputs(step) { readers[input] += 1 } }
        for result in results { readers[result] += 1 }
        var definition: [Int: Int] = [:]
        var joined = Set<Int>()
        for (index, step) in steps.enumerated() {
            for (x, other, isFirst) in [(step.a, step.b, true), (step.b, step.a, false)] {
                guard LoopPlanner.canJoin.contains(step.op), case .vector = kinds[step.target], case .vector = kinds[x],
                    let at = definition[x], let pair = LoopPlanner.pair(steps[at], step, other, isFirst),
                    readers[x] == (pair.op == .differenceSquared ? 2 : 1)
                else { continue }
                steps[index] = pair
                joined.insert(at)
                kinds[x] = .unused
                break
            }
            definition[step.target] = index
        }
        steps = steps.indices.filter { !joined.contains($0) }.map { steps[$0] }
    }

    private static let canJoin: Set<LoopOpcode> = [.add, .subtract, .multiply, .maximum]

    /// One step for `inner` and the step that reads it as its first or second operand, beside `other`.
    private static func pair(_ inner: LoopStep, _ outer: LoopStep, _ other: Int, _ isFirst: Bool) -> LoopStep? {
        let op: LoopOpcode
        switch (inner.op, outer.op) {
        case (.multiply, .add): op = .multiplyAdd
        case (.multiply, .subtract): op = isFirst ? .multiplySubtract : .subtractMultiply
        case (.subtract, .multiply): op = other == inner.target ? .differenceSquared : .differenceTimes
        case (.add, .maximum): op = .sumMaximum
        default: return nil
        }
        return LoopStep(op: op, target: outer.target, a: inner.a, b: inner.b, c: op == .differenceSquared ? 0 : other)
    }

    private func inputs(_ step: LoopStep) -> [Int] {
        switch step.op {
        case .fill: []
        case .negate, .exp, .expm1, .log, .sqrt, .rsqrt, .tanh, .erf, .abs, .sign, .reciprocal, .move: [step.a]
        case .select, .multiplyAdd, .multiplySubtract, .subtractMultiply, .differenceTimes, .sumMaximum:
            [step.a, step.b, step.c]
        default: [step.a, step.b]
        }
    }

    private func lastUses(_ results: [Int]) -> [Int] {
        var last = [Int](repeating: -1, count: kinds.count)
        for (index, step) in steps.enumerated() {
            last[step.target] = max(last[step.target], index)
            for input in inputs(step) { last[input] = index }
        }
        for result in results { last[result] = steps.count }
        return last
    }

    /// Results that are computed where they are to be stored: their memory may be an operand's, so no operand may be read in
    /// place after that. (A reduction that reads one in place comes before the steps of a block.)
    private func directResults(_ results: [Int]) -> [Int: Int] {
        var lastInPlaceRead = -1
        var definition: [Int: Int] = [:]
        for (index, step) in steps.enumerated() {
            definition[step.target] = index
            for input in inputs(step) {
                if case .inPlace = kinds[input] { lastInPlaceRead = index }
            }
        }
        var direct: [Int: Int] = [:]
        for (index, register) in results.enumerated() where stores[index] && layout.isDense(operands + iotas + index) {
            guard let defined = definition[register], defined >= lastInPlaceRead else { continue }
            direct[register] = index
        }
        return direct
    }
}
