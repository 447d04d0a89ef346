import InvarCompiler

/// One block: its instructions, and what they read and store.
extension Nest {
    @inline(__always)
    func compute(_ w: NestWorker<Scalar>, _ points: Int) {
        for index in instructions.indices {
            let target = w.slots + registers.places[index]
            let count = registers.isUniform[index] ? 16 : points
            switch instructions[index] {
            case .load(let source): load(w, source, into: index, count)
            case .index(let source): number(w, source, target, count)
            case .constant, .unary, .binary, .compare, .select:
                Arithmetic.run(instructions[index], w.registers, target, count)
            }
        }
    }

    /// Brings a source's numbers into a register. Where they are whole vectors in memory, that is the register.
    @inline(__always)
    private func load(_ w: NestWorker<Scalar>, _ source: Int, into index: Int, _ points: Int) {
        guard let memory = places[source].memory else { return }
        let (slot, first) = (w.slots + registers.places[index], memory + w.offsets[source])
        switch places[source].form {
        case .uniform: slot.fill(first[0], points)
        case .dense:
            let isInPlace = points & 15 == 0 && !isResult[index]
            w.registers[index] = Register(values: isInPlace ? first : slot, step: 16)
            if !isInPlace { slot.copy(first, points) }
        case .rows:
            // The register may have them already: what is repeated along an axis is the same in many blocks.
            let filled = w.filled + 2 * index
            if filled[0] == w.offsets[source] && filled[1] >= points { return }
            (filled[0], filled[1]) = (w.offsets[source], points)
            let step = places[source].step
            eachRow(source, points) { row, offset, count in
                let (target, from) = (slot + row, first + offset)
                switch step {
                case 1: target.copy(from, count)
                case 0: target.fill(from[0], count)
                default: for i in 0..<count { target[i] = from[i &* step] }
                }
            }
        }
    }

    /// Writes how far each point is from the nest's first.
    private func number(_ w: NestWorker<Scalar>, _ source: Int, _ target: Elements<Scalar>, _ points: Int) {
        let (first, step) = (w.offsets[source], places[source].step)
        switch places[source].form {
        case .uniform, .dense: target.fill(Scalar.narrow(Double(first)), points)
        case .rows:
            eachRow(source, points) { row, offset, count in
                for i in 0..<count { target[row &+ i] = Scalar.narrow(Double(first &+ offset &+ i &* step)) }
            }
        }
    }

    /// Calls `body` with each row's place in the block, its place in memory, and its length.
    @inline(__always)
    private func eachRow(_ place: Int, _ points: Int, _ body: (_ row: Int, _ offset: Int, _ count: Int) -> Void) {
        let (rows, length) = (places[place].rows, min(points, space.rowLength))
        var (row, number) = (0, 0)
        while row < points {
            body(row, rows[number], length)
            row &+= length
            number &+= 1
        }
    }

    /// Stores what is stored at every point.
    @inline(__always)
    func store(_ w: NestWorker<Scalar>, _ points: Int, _ result: Elements<Scalar>?) {
        for (number, value) in stored.enumerated() {
            let place = sourceCount + number
            guard let memory = result ?? places[place].memory else { continue }
            let (first, values) = (memory + w.offsets[place], w.registers[value].values)
            if places[place].form == .dense {
                first.copy(values, points)
                continue
            }
            let step = places[place].step
            eachRow(place, points) { row, offset, count in
                let (target, from) = (first + offset, values + row)
                if step == 1 {
                    target.copy(from, count)
                } else {
                    for i in 0..<count { target[i &* step] = from[i] }
                }
            }
        }
    }
}
