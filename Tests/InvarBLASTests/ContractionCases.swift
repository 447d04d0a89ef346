import InvarCompiler
import InvarGraph
import TestSupport

/// Contractions by themselves, and with nests around them.
extension StepCase {
    /// Of [.., M, K] and [.., K, N], each stored transposed where asked for; a batch of one is no axis.
    static func product(
        _ m: Int, _ n: Int, _ k: Int, batch: Int = 1, transposes: Int = 0, isSymmetric: Bool = false,
        _ element: ElementType
    ) -> StepCase {
        var random = SplitMix(seed: m + n + k + transposes)
        let (transposeA, transposeB) = (transposes & 1 != 0, transposes & 2 != 0)
        let outer = batch == 1 ? [] : [batch]
        let left = outer + (transposeA ? [k, m] : [m, k]), right = outer + (transposeB ? [n, k] : [k, n])
        let contraction = Contraction(
            .product(transposeA: transposeA, transposeB: transposeB), .init(left, .operand(0)),
            .init(right, .operand(isSymmetric ? 0 : 1)), shape: outer + [m, n])
        return StepCase(
            kernel: .contraction(contraction), element: element,
            operands: isSymmetric ? [random.tensor(left)] : [random.tensor(left), random.tensor(right)],
            results: [.own(contraction.shape)])
    }

    enum Pass: CaseIterable { case forward, inputGradient, weightGradient }

    static func convolution(
        _ pass: Pass, _ window: Window, n: Int, h: Int, w: Int, c: Int, o: Int, _ element: ElementType
    ) -> StepCase {
        var random = SplitMix(seed: n + h + w + c + o)
        let size = window.outputSize(h, w)
        let x = [n, h, w, c], weight = window.kernel + [c / window.groups, o], y = [n, size[0], size[1], o]
        let (kind, left, right, shape): (Contraction.Kind, [Int], [Int], [Int]) =
            switch pass {
            case .forward: (.convolution(window), x, weight, y)
            case .inputGradient: (.inputGradient(window), y, weight, x)
            case .weightGradient: (.weightGradient(window), y, x, weight)
            }
        return StepCase(
            kernel: .contraction(
                Contraction(kind, .init(left, .operand(0)), .init(right, .operand(1)), shape: shape)),
            element: element, operands: [random.tensor(left), random.tensor(right)], results: [.own(shape)])
    }

    /// Products that are summed for one element, at most.
    var terms: Int { kernel.contraction?.terms ?? 1 }

    /// The same, and y = max(y + b, 0) over it, Σy, Σ(y − ȳ)² and max y of what it was, over some axes of the result in a shape.
    func followed(in shape: [Int], over axes: [Int]) -> StepCase {
        var random = SplitMix(seed: shape.count)
        guard var contraction = kernel.contraction, let columns = shape.last else { return self }
        var bias = [Int](repeating: 0, count: shape.count)
        bias[shape.count - 1] = 1
        let strides = contiguousStrides(shape)
        let nest = LoopNest(
            axes: shape.enumerated().map { .init($0.element, isReduced: axes.contains($0.offset)) },
            sources: [.init(.contraction, strides: strides), .init(.operand(operands.count), strides: bias)],
            instructions: [
                .load(0), .load(1), .binary(.add, 0, 1), .constant(0), .binary(.maximum, 2, 3),
            ],
            results: [
                .init(4, .store(strides)), .init(0, .reduce(.sum)), .init(0, .reduce(.centredSquares)),
                .init(4, .reduce(.max)),
            ])
        contraction.epilogue = .init(nest, results: [0, 1, 2, 3])
        return StepCase(
            kernel: .contraction(contraction), element: element, operands: operands + [random.tensor([columns])],
            results: results + [Place](repeating: .own([nest.keptPoints]), count: 3))
    }

    /// The same of max(u · scale + shift, 0) as one side, with a scale of every last index, and a shift of each first and last one.
    func preceded(side: Int) -> StepCase {
        var random = SplitMix(seed: side)
        guard var contraction = kernel.contraction else { return self }
        let shape = contraction.operands[side].shape
        let (outer, last, count) = (shape[0], shape[shape.count - 1], operands.count)
        var scale = [Int](repeating: 0, count: shape.count)
        scale[shape.count - 1] = 1
        var shift = scale
        shift[0] = last
        let nest = LoopNest(
            axes: shape.map { .init($0) },
            sources: [
                .init(.operand(side), strides: contiguousStrides(shape)), .init(.operand(count), strides: scale),
                .init(.operand(count + 1), strides: shift),
            ],
            instructions: [
                .load(0), .load(1), .binary(.multiply, 0, 1), .load(2), .binary(.add, 2, 3), .constant(0),
                .binary(.maximum, 4, 5),
            ],
            results: [.init(6, .store(contiguousStrides(shape)))])
        let operand = Contraction.Operand(shape, .prologue(nest))
        if side == 0 { contraction.left = operand } else { contraction.right = operand }
        return StepCase(
            kernel: .contraction(contraction), element: element,
            operands: operands + [random.tensor([last]), random.tensor([outer, last])], results: results)
    }
}
