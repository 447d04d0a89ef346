import InvarGraph

/// A contraction with what comes before and after it, at sizes where the ways to compute it meet: pointwise and depthwise,
/// grouped and strided, a single row, few channels, what is no multiple of a vector or a tile.
package struct Corner: Hashable, Sendable, CustomStringConvertible {
    package enum Pass: CaseIterable, Sendable { case forward, inputGradient, weightGradient }
    package enum Before: CaseIterable, Sendable { case nothing, activation, sum, slice }
    package enum After: CaseIterable, Sendable {
        case nothing, bias, activation, residual, statistics, mask, rows, squares
    }

    package var element = ElementType.float64
    package var pass = Pass.forward
    /// Images, height, width, channels before and after.
    package var n = 1, h = 1, w = 1, c = 1, o = 1
    package var window = Window(1)
    /// A product instead: of [n, h, w] and [n, w, c], or, symmetric, of [n, h, w] with itself.
    package var product: Product?
    package var before = Before.nothing
    package var after = After.nothing

    package struct Product: Hashable, Sendable {
        package var transposeA, transposeB, isSymmetric: Bool
    }

    package var description: String {
        let what = product.map { "\($0)" } ?? "\(pass) \(window)"
        return "\(what) of \(n)×\(h)×\(w)×\(c) to \(o), \(element.rawValue), before \(before), after \(after)"
    }

    package init() {}

    /// Multiply-adds.
    private var work: Int {
        if let product { return n * h * (product.isSymmetric ? h : c) * w }
        let size = window.outputSize(h, w)
        return n * size[0] * size[1] * o * window.kernel.reduce(1, *) * c / window.groups
    }

    private var isPossible: Bool {
        let size = window.outputSize(h, w)
        return size[0] > 0 && size[1] > 0 && work <= 400_000 && n * h * w * max(c, o) <= 40_000
    }

    // MARK: At random

    package init(seed: Int) {
        var random = SplitMix(seed: 40_000 + seed)
        repeat { draw(&random) } while !isPossible
    }

    private mutating func draw(_ random: inout SplitMix) {
        func one<Value>(_ values: [Value], _ fallback: Value) -> Value {
            values.randomElement(using: &random) ?? fallback
        }
        element = one([.float32, .float64], .float64)
        pass = one(Pass.allCases, .forward)
        n = one([1, 1, 2, 3, 5, 8, 25], 1)
        let sizes = [1, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 24, 28, 31]
        (h, w) = (one(sizes, 1), one(sizes, 1))
        let channels = [1, 2, 3, 4, 5, 7, 8, 13, 15, 16, 16, 17, 19, 31, 32, 33, 64, 130]
        (c, o) = (one(channels, 1), one(channels, 1))
        before = one(Before.allCases + [.nothing, .activation], .nothing)
        after = one(After.allCases, .nothing)
        product = nil
        window = Window(1)
        if random.chance(0.15) {
            let isSymmetric = random.chance(0.5)
            let transposeA = random.chance(0.5)
            product = Product(
                transposeA: transposeA, transposeB: isSymmetric ? !transposeA : random.chance(0.5),
                isSymmetric: isSymmetric)
            return
        }
        window = Window(
            kernel: one([[1, 1], [1, 1], [3, 3], [3, 3], [1, 3], [5, 1], [2, 2], [5, 5], [2, 5]], [1, 1]))
        window.strides = one([[1, 1], [1, 1], [1, 1], [2, 2], [1, 2], [3, 1]], [1, 1])
        switch random.integer(0...3) {
        case 0: break
        case 1: window.padding = (0..<4).map { _ in random.integer(0...3) }
        default: window.padding = window.kernel.flatMap { [$0 / 2, $0 / 2] }
        }
        switch random.integer(0...4) {
        case 0: (window.groups, o) = (c, c)
        case 1: (window.groups, o) = (c, 2 * c)
        case 2:
            let groups = one([2, 3], 2)
            (window.groups, c, o) = (groups, groups * (1 + c / groups), groups * (1 + o / groups))
        default: break
        }
    }

    /// Corners that are simpler by one thing, to find the simplest that fails.
    package var simpler: [Corner] {
        func with(_ change: (inout Corner) -> Void) -> Corner {
            var other = self
            change(&other)
            return other
        }
        var all = [
            with { $0.after = .nothing }, with { $0.before = .nothing }, with { $0.window.padding = [0, 0, 0, 0] },
        ]
        all += [with { $0.window.strides = [1, 1] }, with { $0.element = .float64 }]
        for path in [\Corner.n, \.h, \.w] {
            all += [with { $0[keyPath: path] = ($0[keyPath: path] + 1) / 2 }, with { $0[keyPath: path] -= 1 }]
        }
        if window.groups == 1 {
            all += [with { $0.c = ($0.c + 1) / 2 }, with { $0.o = ($0.o + 1) / 2 }]
        } else if window.groups == c {
            all.append(with { ($0.window.groups, $0.c, $0.o) = (c - 1, c - 1, (c - 1) * (o / c)) })
        }
        return all.filter { $0 != self && min($0.n, $0.h, $0.w, $0.c, $0.o) > 0 && $0.isPossible }
    }

    // MARK: As a graph

    package func graph() throws -> Graph {
        let builder = GraphBuilder("corner")
        let value = product.map { self.product($0, builder) } ?? convolution(builder)
        finish(value, builder)
        return try builder.finish()
    }

    private func input(_ name: String, _ shape: [Int], _ builder: GraphBuilder) -> Tensor {
        builder.input(name, TensorType(shape, element))
    }

    private func convolution(_ builder: GraphBuilder) -> Tensor {
        let output = [n] + window.outputSize(h, w) + [o]
        let weight = window.kernel + [c / window.groups, o]
        func operand(_ name: String, _ shape: [Int]) -> Tensor { begin(name, shape, builder) }
        switch pass {
        case .forward:
            return InvarGraph.convolution(operand("x", [n, h, w, c]), input("w", weight, builder), window)
        case .inputGradient:
            let x = TensorType([n, h, w, c], element)
            return builder.emit(
                .convolutionInputGradient(window), [operand("dy", output), input("w", weight, builder)], x)
        case .weightGradient:
            return builder.emit(
                .convolutionWeightGradient(window), [input("dy", output, builder), operand("x", [n, h, w, c])])
        }
    }

    private func product(_ product: Product, _ builder: GraphBuilder) -> Tensor {
        let a = begin("a", product.transposeA ? [n, w, h] : [n, h, w], builder)
        let shape = product.transposeB ? [n, c, w] : [n, w, c]
        let b = product.isSymmetric ? a : input("b", shape, builder)
        return matmul(a, b, transposeA: product.transposeA, transposeB: product.transposeB)
    }

    /// An operand, and what computes it.
    private func begin(_ name: String, _ shape: [Int], _ builder: GraphBuilder) -> Tensor {
        let x = { input(name, shape, builder) }
        switch before {
        case .nothing: return x()
        case .activation:
            return maximum(
                x() * perChannel("\(name) scale", shape, builder) + perChannel("\(name) bias", shape, builder), 0)
        case .sum: return x() + input("\(name) other", shape, builder)
        case .slice:
            let whole = input(name, shape.dropLast() + [(shape.last ?? 1) + 3], builder)
            let starts = shape.dropLast().map { _ in 0 } + [2]
            return builder.emit(.slice(starts: starts), [whole], TensorType(shape, element))
        }
    }

    private func perChannel(_ name: String, _ shape: [Int], _ builder: GraphBuilder) -> Tensor {
        let single = shape.dropLast().map { _ in 1 } + [shape.last ?? 1]
        return input(name, single, builder).broadcast(to: shape)
    }

    private func finish(_ y: Tensor, _ builder: GraphBuilder) {
        let shape = y.shape
        let rows = Array(0..<(shape.count - 1))
        switch after {
        case .nothing: builder.output("y", y)
        case .bias: builder.output("y", y + perChannel("bias", shape, builder))
        case .activation:
            builder.output("y", maximum(y * 0.5 + perChannel("bias", shape, builder), 0))
        case .residual: builder.output("y", tanh(y + input("residual", shape, builder)))
        case .statistics:
            builder.output("y", y)
            builder.output("sum", y.sum(rows, keepingAxes: true))
            builder.output("squares", y.emit(.reduce(.centredSquares, axes: rows)))
        case .mask:
            let mask = input("mask", shape, builder).compare(.greater, 0)
            let gradient = select(mask, y, y * 0)
            builder.output("y", gradient)
            builder.output("sum", gradient.sum(rows, keepingAxes: true))
        case .rows:
            let flat = y.reshape([shape.dropLast().reduce(1, *), shape.last ?? 1])
            builder.output("y", flat + input("flat", flat.shape, builder))
        case .squares: builder.output("y", (y * y).sum())
        }
    }
}
