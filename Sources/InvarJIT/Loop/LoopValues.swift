import InvarCompiler
import InvarGraph

/// Some columns of a tile: vectors side by side.
struct LoopChunk {
    /// The first of them.
    let column: IRValue
    let vectors: Int
    /// Lanes of the last vector that are columns; all of them where nothing is said.
    var lastCount: Int?
}

/// What instructions have computed: one value, or one for each vector of the chunk where it varies with columns.
struct LoopValues {
    fileprivate var values: [[IRValue]]

    func callAsFunction(_ register: Int, _ vector: Int) -> IRValue {
        let made = values[register]
        precondition(!made.isEmpty, "internal: a value is used before it is made")
        return made.count == 1 ? made[0] : made[vector]
    }
}

/// Writes the values of a nest's instructions for one outer index.
struct LoopEvaluation {
    let nest: LoopForm
    let builder: IRBuilder
    let type: LaneType
    private let dependences: [LoopDependence]
    /// Of each source: the address of its first element for the outer index; of an index, its number.
    private let bases: [IRValue]

    init(_ nest: LoopForm, _ builder: IRBuilder, _ type: LaneType, outer: IRValue, operands: [IRValue]) {
        (self.nest, self.builder, self.type) = (nest, builder, type)
        dependences = nest.dependences
        let position = builder.unflatten(outer, nest.outerAxes)
        bases = nest.sources.enumerated().map { index, source in
            let offset = builder.offset(position, source.outer)
            return index < operands.count ? builder.advance(operands[index], offset, of: type) : offset
        }
    }

    var none: LoopValues { LoopValues(values: nest.instructions.map { _ in [] }) }

    /// Computes what varies with exactly this, of the instructions that are needed.
    func write(
        _ values: inout LoopValues, _ dependence: LoopDependence, needed: [Bool], row: IRValue? = nil,
        chunk: LoopChunk? = nil
    ) {
        let position = row.map { builder.unflatten($0, nest.rowAxes) } ?? []
        let vectors = dependence.contains(.columns) ? chunk?.vectors ?? 1 : 1
        for index in nest.instructions.indices where needed[index] && dependences[index] == dependence {
            values.values[index] = (0..<vectors).map { vector in
                value(nest.instructions[index], values, position, chunk, vector)
            }
        }
    }

    private func value(
        _ instruction: LoopNest.Instruction, _ values: LoopValues, _ position: [IRValue], _ chunk: LoopChunk?,
        _ vector: Int
    ) -> IRValue {
        let math = VectorMath(builder: builder, type: type)
        switch instruction {
        case .load(let source): return load(source, position, chunk, vector)
        case .index(let source): return index(source, position, chunk, vector)
        case .constant(let value): return builder.number(value, type)
        case .unary(let kind, let a): return math.unary(kind, values(a, vector))
        case .binary(let kind, let a, let b): return math.binary(kind, values(a, vector), values(b, vector))
        case .compare(let kind, let a, let b): return math.compare(kind, values(a, vector), values(b, vector))
        case .select(let condition, let a, let b):
            return math.select(values(condition, vector), values(a, vector), values(b, vector))
        }
    }

    private func offset(_ stream: LoopStream, _ position: [IRValue], _ chunk: LoopChunk?, _ vector: Int) -> IRValue {
        let rows = position.isEmpty ? builder.int(0) : builder.offset(position, stream.rows)
        guard let chunk, stream.column != 0, stream.group == nil else { return rows }
        let column = builder.add(chunk.column, builder.int(vector * type.lanes))
        return builder.add(rows, builder.multiply(column, stream.column))
    }

    private func load(_ source: Int, _ position: [IRValue], _ chunk: LoopChunk?, _ vector: Int) -> IRValue {
        let stream = nest.sources[source]
        let address = builder.advance(bases[source], offset(stream, position, chunk, vector), of: type)
        if let chunk, stream.group != nil { return grouped(stream.columns(chunk, vector, type, builder), address) }
        if stream.column == 0 || nest.columns == 1 {
            return builder.broadcast(builder.load(type.with(lanes: 1), address), type)
        }
        let count = chunk?.count(vector, type) ?? type.lanes
        if stream.column != 1 { return builder.gather(type, address, stride: stream.column, count: count) }
        return builder.load(type, address, mask: builder.maskUnlessFull(type, count))
    }

    private func index(_ source: Int, _ position: [IRValue], _ chunk: LoopChunk?, _ vector: Int) -> IRValue {
        let stream = nest.sources[source]
        let one = type.with(lanes: 1)
        let first = builder.add(bases[source], offset(stream, position, chunk, vector))
        let start = builder.broadcast(builder.toFloat(first, one), type)
        if !stream.variesWithColumns || type.lanes == 1 && stream.group == nil { return start }
        let offsets =
            if let chunk, stream.group != nil { stream.columns(chunk, vector, type, builder) } else {
                (0..<type.lanes).map { $0 * stream.column }
            }
        let steps = offsets.enumerated().reduce(builder.number(0, type)) { lanes, item in
            builder.insert(builder.number(Double(item.element), one), into: lanes, lane: item.offset)
        }
        return builder.fadd(start, steps)
    }

    /// Writes a value to its place, `base` being where the outer index begins.
    func store(
        _ value: IRValue, to stream: LoopStream, _ base: IRValue, row: IRValue, _ chunk: LoopChunk, _ vector: Int
    ) {
        let position = builder.unflatten(row, nest.rowAxes)
        let address = builder.advance(base, offset(stream, position, chunk, vector), of: type)
        let count = chunk.count(vector, type)
        if stream.column == 1 || nest.columns == 1 {
            builder.store(value, type, address, mask: builder.maskUnlessFull(type, count))
        } else {
            builder.scatter(value, type, address, stride: stream.column, count: count)
        }
    }
}

extension LoopChunk {
    /// Columns in one of its vectors.
    func count(_ vector: Int, _ type: LaneType) -> Int {
        vector == vectors - 1 ? lastCount ?? type.lanes : type.lanes
    }
}

extension IRBuilder {
    /// An index along one axis, along each of several axes.
    func unflatten(_ index: IRValue, _ extents: [Int]) -> [IRValue] {
        var rest = index
        var position: [IRValue] = []
        for (axis, extent) in extents.enumerated().reversed() {
            position.append(axis == 0 ? rest : remainder(rest, extent))
            if axis > 0 { rest = divide(rest, extent) }
        }
        return position.reversed()
    }

    func offset(_ position: [IRValue], _ strides: [Int]) -> IRValue {
        zip(position, strides).reduce(int(0)) { add($0, multiply($1.0, $1.1)) }
    }

    /// Nothing where all lanes are wanted.
    func maskUnlessFull(_ type: LaneType, _ count: Int) -> IRValue? {
        count < type.lanes ? mask(type.lanes, first: count) : nil
    }
}
