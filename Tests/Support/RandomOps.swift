import InvarGraph

extension RandomGraph {
    /// Adds a term that a random op computes from others.
    mutating func addStep() {
        let isJumpy = !options.isSmooth
        switch random.integer(0...20) {
        case 0: add(newInput(), bound: 3)
        case 1: add(builder.constant(random.normal(), type(shape())), bound: 3)
        case 2: addIota()
        case 3, 4: addUnary(isJumpy)
        case 5, 6, 7: addBinary(isJumpy)
        case 8: addSelect(isJumpy)
        case 9:
            let x = pick()
            add(x.tensor.stopGradient(), bound: x.bound)
        case 10, 11: addReduction(isJumpy)
        case 12: addReshape()
        case 13: addBroadcast()
        case 14:
            let x = pick()
            add(x.tensor.transpose(Array(0..<x.tensor.rank).shuffled(using: &random)), bound: x.bound)
        case 15: addSliceOrPad()
        case 16: addConcatenation()
        case 17: addMatmul()
        case 18: addConvolution()
        case 19: addFactorization()
        default: addPooling(isJumpy)
        }
    }

    private mutating func addIota() {
        let shape = shape(rank: random.integer(1...3))
        let axis = random.integer(0...(shape.count - 1))
        add(builder.emit(.iota(axis: axis), [], type(shape)), bound: Double(shape[axis]))
    }

    private mutating func addUnary(_ isJumpy: Bool) {
        let x = pick()
        let positive = (options.isSmooth ? x.tensor * x.tensor * (1 / x.bound) : abs(x.tensor)) + 0.5
        switch Unary.allCases.randomElement(using: &random) ?? .negate {
        case .negate: add(-x.tensor, bound: x.bound)
        case .abs: if isJumpy || !options.isDifferentiated { add(abs(x.tensor), bound: x.bound) }
        case .sign: if isJumpy { add(sign(x.tensor), bound: 1) }
        case .exp: add(exp(tanh(x.tensor)), bound: 3)
        case .expm1: add(expm1(tanh(x.tensor)), bound: 3)
        case .log: add(log(positive), bound: 4)
        case .sqrt: add(sqrt(positive), bound: x.bound + 1)
        case .rsqrt: add(rsqrt(positive), bound: 2)
        case .reciprocal: add(reciprocal(positive), bound: 2)
        case .tanh: add(tanh(x.tensor), bound: 1)
        case .erf: add(erf(x.tensor), bound: 1)
        case .sin: add(sin(x.tensor), bound: 1)
        case .cos: add(cos(x.tensor), bound: 1)
        }
    }

    private mutating func addBinary(_ isJumpy: Bool) {
        let a = pick()
        let b = pick(shape: a.tensor.shape)
        switch Binary.allCases.randomElement(using: &random) ?? .add {
        case .add: add(a.tensor + b.tensor, bound: a.bound + b.bound)
        case .subtract: add(a.tensor - b.tensor, bound: a.bound + b.bound)
        case .multiply: add(a.tensor * b.tensor, bound: a.bound * b.bound)
        case .divide: add(a.tensor / (b.tensor * b.tensor + 1), bound: a.bound)
        case .maximum:
            if isJumpy || !options.isDifferentiated { add(maximum(a.tensor, b.tensor), bound: a.bound + b.bound) }
        case .minimum:
            if isJumpy || !options.isDifferentiated { add(minimum(a.tensor, b.tensor), bound: a.bound + b.bound) }
        case .power:
            let base = tanh(a.tensor * a.tensor) + 0.5
            add(Tensor.binary(.power, base, tanh(b.tensor)), bound: 2)
        }
    }

    private mutating func addSelect(_ isJumpy: Bool) {
        let a = pick()
        let b = pick(shape: a.tensor.shape)
        let kind = Comparison.allCases.randomElement(using: &random) ?? .less
        var mask = a.tensor.compare(kind, b.tensor)
        if !isJumpy {
            guard a.tensor.rank > 0 else { return }
            mask = builder.emit(.iota(axis: 0), [], a.tensor.type).compare(kind, 1)
        } else if random.chance(0.3) {
            return add(mask, bound: 1)
        }
        add(select(mask, a.tensor, b.tensor), bound: max(a.bound, b.bound))
    }

    private mutating func addReduction(_ isJumpy: Bool) {
        let x = pick()
        guard x.tensor.rank > 0 else { return }
        let axes = (0..<x.tensor.rank).filter { _ in random.chance(0.5) }
        let chosen = axes.isEmpty ? [x.tensor.rank - 1] : axes
        let count = chosen.reduce(1) { $0 * x.tensor.shape[$1] }
        let keeps = random.chance(0.5)
        switch random.integer(0...4) {
        case 4:
            add(x.tensor.emit(.reduce(.centredSquares, axes: chosen)), bound: x.bound * x.bound * Double(count))
        case 0 where isJumpy || !options.isDifferentiated:
            add(x.tensor.max(chosen, keepingAxes: keeps), bound: x.bound)
        case 1: add(x.tensor.variance(chosen, correction: 0, keepingAxes: keeps), bound: x.bound * x.bound)
        case 2: add(x.tensor.mean(chosen, keepingAxes: keeps), bound: x.bound)
        default: add(x.tensor.sum(chosen, keepingAxes: keeps), bound: x.bound * Double(count))
        }
    }

    private mutating func addReshape() {
        let x = pick()
        let count = x.tensor.type.count
        let divisors = (1...count).filter { count % $0 == 0 }
        let first = divisors.randomElement(using: &random) ?? 1
        let target =
            random.chance(0.3) ? [count] : random.chance(0.3) ? [first, 1, count / first] : [first, count / first]
        add(x.tensor.reshape(target), bound: x.bound)
    }

    private mutating func addBroadcast() {
        let x = pick()
        var target = x.tensor.shape.map {
            $0 == 1 && random.chance(0.7) ? Self.sizes.randomElement(using: &random) ?? 3 : $0
        }
        if target.count < 4, random.chance(0.5) { target.insert(random.integer(1...5), at: 0) }
        add(x.tensor.broadcast(to: target), bound: x.bound)
    }

    private mutating func addSliceOrPad() {
        let x = pick()
        guard x.tensor.rank > 0 else { return }
        if random.chance(0.5) {
            let axis = random.integer(0...(x.tensor.rank - 1))
            let start = random.integer(0...(x.tensor.shape[axis] - 1))
            let end = random.integer((start + 1)...x.tensor.shape[axis])
            add(x.tensor.slice(axis: axis, start..<end), bound: x.bound)
        } else {
            func some() -> [Int] { x.tensor.shape.map { _ in random.integer(0...2) } }
            add(x.tensor.pad(low: some(), high: some()), bound: x.bound)
        }
    }

    private mutating func addConcatenation() {
        let x = pick()
        guard x.tensor.rank > 0 else { return }
        let axis = random.integer(0...(x.tensor.rank - 1))
        var parts = [x.tensor]
        for _ in 0..<random.integer(1...2) {
            var shape = x.tensor.shape
            if random.chance(0.5) { shape[axis] = random.integer(1...3) }
            let part = pick(shape: shape)
            parts.append(part.bound <= 3 ? part.tensor : tanh(part.tensor))
        }
        add(concatenate(parts, axis: axis), bound: max(x.bound, 3))
    }

    private mutating func addMatmul() {
        let a = pick(rank: random.integer(2...4))
        let rank = a.tensor.rank
        let (transposeA, transposeB) = (random.chance(0.5), random.chance(0.5))
        let inner = a.tensor.shape[transposeA ? rank - 2 : rank - 1]
        let outer = Self.sizes.randomElement(using: &random) ?? 3
        let b = pick(shape: a.tensor.shape.dropLast(2) + (transposeB ? [outer, inner] : [inner, outer]))
        let product = matmul(a.tensor, b.tensor, transposeA: transposeA, transposeB: transposeB)
        add(product, bound: a.bound * b.bound * Double(inner))
    }

    /// L of A·Aᵀ + 2·I with |A| < 1, or a system of such an L.
    private mutating func addFactorization() {
        let x = pick(rank: random.integer(2...4))
        let (rank, width) = (x.tensor.rank, x.tensor.shape[x.tensor.rank - 2])
        let small = tanh(x.tensor) * (1 / Double(x.tensor.shape[rank - 1]).squareRoot())
        let product = matmul(small, small, transposeB: true)
        let isDiagonal = product.positions(along: rank - 2).compare(.equal, product.positions(along: rank - 1))
        let factor = cholesky(product + isDiagonal * 2)
        if random.chance(0.3) { return add(factor, bound: 2) }
        let right = pick(
            shape: x.tensor.shape.dropLast(2) + [width, Self.sizes.randomElement(using: &random) ?? 3])
        // each row has a diagonal of more than 1.4, and a length of less than 1.8
        let bound = right.bound * Double(width)
        add(triangularSolve(factor, right.tensor, transposed: random.chance(0.5)), bound: bound * 4)
    }

    private mutating func window(groups: Int) -> Window {
        func pair(_ range: ClosedRange<Int>) -> [Int] { [random.integer(range), random.integer(range)] }
        return Window(
            kernel: pair(1...3), strides: pair(1...2), padding: pair(0...2) + pair(0...2), groups: groups)
    }

    private mutating func addConvolution() {
        let x = pick(rank: 4)
        let channels = x.tensor.shape[3]
        let groups = [1, 1, channels].randomElement(using: &random) ?? 1
        let window = window(groups: groups)
        let outputs = groups * random.integer(1...3)
        let size = window.outputSize(x.tensor.shape[1], x.tensor.shape[2])
        guard size[0] > 0, size[1] > 0 else { return }
        let weight = pick(shape: window.kernel + [channels / groups, outputs])
        let taps = Double(weight.tensor.type.count)
        let gradient = pick(shape: [x.tensor.shape[0]] + size + [outputs])
        switch random.integer(0...2) {
        case 0: add(convolution(x.tensor, weight.tensor, window), bound: x.bound * weight.bound * taps)
        case 1:
            add(
                builder.emit(.convolutionInputGradient(window), [gradient.tensor, weight.tensor], x.tensor.type),
                bound: gradient.bound * weight.bound * taps)
        default:
            add(
                builder.emit(.convolutionWeightGradient(window), [gradient.tensor, x.tensor]),
                bound: gradient.bound * x.bound * Double(gradient.tensor.type.count))
        }
    }

    private mutating func addPooling(_ isJumpy: Bool) {
        let x = pick(rank: 4)
        var window = window(groups: 1)
        for side in 0..<4 { window.padding[side] = min(window.padding[side], window.kernel[side / 2] / 2) }
        let size = window.outputSize(x.tensor.shape[1], x.tensor.shape[2])
        guard size[0] > 0, size[1] > 0 else { return }
        if isJumpy, !options.isDifferentiated, random.chance(0.5) {
            let gradient = pick(shape: [x.tensor.shape[0]] + size + [x.tensor.shape[3]])
            add(builder.emit(.maxPoolGradient(window), [gradient.tensor, x.tensor]), bound: gradient.bound * 9)
        } else if isJumpy || !options.isDifferentiated {
            add(maxPool(x.tensor, window), bound: x.bound)
        } else {
            add(averagePool(x.tensor, window), bound: x.bound)
        }
    }
}
