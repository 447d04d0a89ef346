import InvarCompiler
import InvarGraph

/// Some columns of a tile: vectors side by side.
struct LoopChunk {
    /// The first of them.
    let column: Index
    let vectors: Int
    /// Lanes of the last vector that are columns; all of them where nothing is said.
    var lastCount: Int?

    /// The lanes of one of its vectors.
    func lanes(_ vector: Int, of lanes: Lanes) -> Lanes {
        vector == vectors - 1 ? lanes.first(lastCount ?? lanes.count) : lanes
    }
}

/// What instructions have computed: one value, or one for each vector of the chunk where it varies with columns.
struct LoopValues {
    fileprivate var values: [[Vector]]

    func callAsFunction(_ register: Int, _ vector: Int) -> Vector {
        let made = values[register]
        precondition(!made.isEmpty, "internal: a value is used before it is made")
        return made.count == 1 ? made[0] : made[vector]
    }
}

/// Writes the values of a nest's instructions for one outer index.
struct LoopEvaluation {
    let nest: LoopForm
    let lanes: Lanes
    private let dependences: [LoopDependence]
    /// Of each operand: the address of its first element for the outer index.
    private let addresses: [Address]
    /// Of each index, which are the sources after the operands: its first number.
    private let numbers: [Index]

    init(_ nest: LoopForm, _ lanes: Lanes, outer: Index, operands: [Address]) {
        (self.nest, self.lanes) = (nest, lanes)
        dependences = nest.dependences
        let position = outer.unflattened(nest.outerAxes)
        addresses = zip(operands, nest.sources).map { $0 + Index.offset(position, $1.outer) }
        numbers = nest.sources.dropFirst(operands.count).map { Index.offset(position, $0.outer) }
    }

    var none: LoopValues { LoopValues(values: nest.instructions.map { _ in [] }) }

    /// Computes what varies with exactly this, of the instructions that are needed.
    func write(
        _ values: inout LoopValues, _ dependence: LoopDependence, needed: [Bool], row: Index? = nil,
        chunk: LoopChunk? = nil
    ) {
        let position = row?.unflattened(nest.rowAxes) ?? []
        let vectors = dependence.contains(.columns) ? chunk?.vectors ?? 1 : 1
        for index in nest.instructions.indices where needed[index] && dependences[index] == dependence {
            values.values[index] = (0..<vectors).map { vector in
                value(nest.instructions[index], values, position, chunk, vector)
            }
        }
    }

    private func value(
        _ instruction: LoopNest.Instruction, _ values: LoopValues, _ position: [Index], _ chunk: LoopChunk?,
        _ vector: Int
    ) -> Vector {
        switch instruction {
        case .load(let source): load(source, position, chunk, vector)
        case .index(let source): index(source, position, chunk, vector)
        case .constant(let value): lanes.number(value)
        case .unary(let kind, let a): values(a, vector).applying(kind)
        case .binary(let kind, let a, let b): values(a, vector).applying(kind, values(b, vector))
        case .compare(let kind, let a, let b): values(a, vector).applying(kind, values(b, vector))
        case .select(let condition, let a, let b):
            select(values(condition, vector) .!= 0, values(a, vector), values(b, vector))
        }
    }

    private func offset(_ stream: LoopStream, _ position: [Index], _ chunk: LoopChunk?, _ vector: Int) -> Index {
        let rows = position.isEmpty ? .zero : Index.offset(position, stream.rows)
        guard let chunk, stream.column != 0, stream.group == nil else { return rows }
        return rows + (chunk.column + vector * lanes.count) * stream.column
    }

    private func load(_ source: Int, _ position: [Index], _ chunk: LoopChunk?, _ vector: Int) -> Vector {
        let stream = nest.sources[source]
        let address = addresses[source] + offset(stream, position, chunk, vector)
        if let chunk, stream.group != nil { return grouped(stream.columns(chunk, vector, lanes), address) }
        if stream.column == 0 || nest.columns == 1 { return lanes.broadcast(address) }
        return (chunk?.lanes(vector, of: lanes) ?? lanes).load(address, stride: stream.column)
    }

    private func index(_ source: Int, _ position: [Index], _ chunk: LoopChunk?, _ vector: Int) -> Vector {
        let stream = nest.sources[source]
        let builder = lanes.builder
        let first = numbers[source - addresses.count] + offset(stream, position, chunk, vector)
        let start = builder.number(first, nest.element).broadcast(lanes.type)
        if !stream.variesWithColumns || lanes.count == 1 && stream.group == nil { return start }
        let offsets =
            if let chunk, stream.group != nil { stream.columns(chunk, vector, lanes) } else {
                (0..<lanes.count).map { $0 * stream.column }
            }
        let one = lanes.type.with(lanes: 1)
        return start
            + offsets.enumerated().reduce(lanes.zero) { steps, item in
                steps.inserting(builder.number(Double(item.element), one), at: item.offset)
            }
    }

    /// Writes a value to its place, `base` being where the outer index begins.
    func store(
        _ value: Vector, to stream: LoopStream, _ base: Address, row: Index, _ chunk: LoopChunk, _ vector: Int
    ) {
        let address = base + offset(stream, row.unflattened(nest.rowAxes), chunk, vector)
        chunk.lanes(vector, of: lanes).store(value, address, stride: nest.columns == 1 ? 1 : stream.column)
    }
}

extension Index {
    /// An index along one axis, along each of several axes.
    func unflattened(_ extents: [Int]) -> [Index] {
        var rest = self
        var position: [Index] = []
        for (axis, extent) in extents.enumerated().reversed() {
            position.append(axis == 0 ? rest : rest % extent)
            if axis > 0 { rest = rest / extent }
        }
        return position.reversed()
    }

    static func offset(_ position: [Index], _ strides: [Int]) -> Index {
        zip(position, strides).reduce(.zero) { $0 + $1.0 * $1.1 }
    }
}
