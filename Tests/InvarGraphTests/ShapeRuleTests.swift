import InvarGraph
import Testing

/// What each op takes, what comes out, and what it says of operands that do not fit.
@Suite struct ShapeRuleTests {
    struct Right: Sendable, CustomTestStringConvertible {
        let op: Op
        let operands: [[Int]]
        var declared: [Int]?
        let result: [Int]
        var testDescription: String { "\(op.mnemonic) \(operands)" }
    }

    static let right: [Right] = [
        Right(op: .input("x"), operands: [], declared: [2, 3], result: [2, 3]),
        Right(op: .state("w"), operands: [], declared: [], result: []),
        Right(op: .constant(-.infinity), operands: [], declared: [4], result: [4]),
        Right(op: .iota(axis: 1), operands: [], declared: [4, 2], result: [4, 2]),
        Right(op: .unary(.exp), operands: [[7]], result: [7]),
        Right(op: .binary(.add), operands: [[2, 5], [2, 5]], result: [2, 5]),
        Right(op: .compare(.less), operands: [[3], [3]], result: [3]),
        Right(op: .select, operands: [[3], [3], [3]], result: [3]),
        Right(op: .stopGradient, operands: [[1, 2]], result: [1, 2]),
        Right(op: .reduce(.sum, axes: [0, 2]), operands: [[2, 3, 4]], result: [1, 3, 1]),
        Right(op: .reshape, operands: [[2, 3, 4]], declared: [24], result: [24]),
        Right(op: .reshape, operands: [[]], declared: [1, 1], result: [1, 1]),
        Right(op: .broadcast, operands: [[1, 3]], declared: [5, 3], result: [5, 3]),
        Right(op: .transpose([2, 0, 1]), operands: [[2, 3, 4]], result: [4, 2, 3]),
        Right(op: .slice(starts: [1, 0]), operands: [[3, 4]], declared: [2, 4], result: [2, 4]),
        Right(op: .pad(low: [1, 0]), operands: [[3, 4]], declared: [5, 4], result: [5, 4]),
        Right(op: .concatenate(axis: 1), operands: [[2, 3], [2, 1]], result: [2, 4]),
        Right(op: .matmul(transposeA: false, transposeB: true), operands: [[2, 3], [5, 3]], result: [2, 5]),
        Right(
            op: .matmul(transposeA: true, transposeB: false), operands: [[7, 3, 2], [7, 3, 5]], result: [7, 2, 5]),
        Right(
            op: .convolution(Window(3, stride: 2, padding: 1, groups: 2)), operands: [[2, 9, 8, 4], [3, 3, 2, 6]],
            result: [2, 5, 4, 6]),
        Right(
            op: .convolutionInputGradient(Window(3, stride: 2)), operands: [[1, 3, 3, 4], [3, 3, 2, 4]],
            declared: [1, 8, 7, 2], result: [1, 8, 7, 2]),
        Right(
            op: .convolutionWeightGradient(Window(1)), operands: [[2, 4, 4, 3], [2, 4, 4, 5]], result: [1, 1, 5, 3]),
        Right(op: .collective(Collective(.allReduce, ranks: 3)), operands: [[4, 5]], result: [4, 5]),
        Right(
            op: .collective(Collective(.allGather(BatchAxis(axis: 1, groups: 2, inner: 3)), ranks: 4)),
            operands: [[5, 12]], result: [5, 48]),
        Right(
            op: .collective(Collective(.reduceScatter(BatchAxis(axis: 0)), ranks: 4)), operands: [[8, 5]],
            result: [2, 5]),
        Right(
            op: .collective(Collective(.shard(BatchAxis(axis: 0, groups: 2)), ranks: 2)), operands: [[8, 5]],
            result: [4, 5]),
        Right(op: .maxPool(Window(3, stride: 2, padding: 1)), operands: [[1, 7, 7, 3]], result: [1, 4, 4, 3]),
        Right(
            op: .maxPoolGradient(Window(2, stride: 2)), operands: [[1, 3, 3, 3], [1, 7, 7, 3]], result: [1, 7, 7, 3]),
        Right(op: .cholesky, operands: [[2, 5, 5]], result: [2, 5, 5]),
        Right(op: .cholesky, operands: [[1, 1]], result: [1, 1]),
        Right(op: .triangularSolve(transposed: true), operands: [[2, 5, 5], [2, 5, 3]], result: [2, 5, 3]),
        Right(op: .assign("w"), operands: [[3]], result: [3]),
    ]

    @Test(arguments: right) func gives(_ example: Right) throws {
        let operands = example.operands.map { TensorType($0) }
        let declared = example.declared.map { TensorType($0) }
        #expect(try resultType(of: example.op, operands, declared: declared) == TensorType(example.result))
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let op: Op
        let operands: [[Int]]
        var declared: [Int]?
        let message: String
        var testDescription: String { "\(op.mnemonic) \(operands)" }
    }

    static let wrong: [Wrong] = [
        Wrong(op: .input("x"), operands: [], message: "needs its result's type"),
        Wrong(op: .input("x"), operands: [], declared: [2, 0], message: "sizes must be positive, found f32[2,0]"),
        Wrong(
            op: .state("x"), operands: [], declared: [1 << 40, 1 << 40],
            message: "f32[1099511627776,1099511627776] has more elements than any memory"),
        Wrong(op: .constant(.nan), operands: [], declared: [2], message: "a constant must be a number, found nan"),
        Wrong(
            op: .iota(axis: 2), operands: [], declared: [4, 2], message: "axes [2] are not axes of a tensor of rank 2"),
        Wrong(op: .unary(.exp), operands: [], message: "takes 1 operands, found 0"),
        Wrong(op: .binary(.add), operands: [[2], [3]], message: "operands differ: f32[2] and f32[3]"),
        Wrong(op: .compare(.equal), operands: [[2]], message: "takes 2 operands, found 1"),
        Wrong(op: .select, operands: [[2], [2], [1]], message: "operands differ: f32[2] and f32[1]"),
        Wrong(
            op: .reduce(.max, axes: [1, 0]), operands: [[2, 3]],
            message: "reduces over at least one axis, in ascending order; found [1, 0]"),
        Wrong(
            op: .reduce(.sum, axes: [1, 1]), operands: [[2, 3]],
            message: "axes [1, 1] are not axes of a tensor of rank 2"),
        Wrong(
            op: .reduce(.sum, axes: [-1]), operands: [[2, 3]], message: "axes [-1] are not axes of a tensor of rank 2"),
        Wrong(op: .reshape, operands: [[2, 3]], declared: [5], message: "f32[2,3] has 6 elements, f32[5] has 5"),
        Wrong(
            op: .broadcast, operands: [[2, 3]], declared: [4, 3],
            message: "f32[2,3] does not broadcast to f32[4,3]: each size must be equal or 1"),
        Wrong(op: .transpose([0]), operands: [[2, 3]], message: "order [0] does not name the axes of f32[2,3]"),
        Wrong(
            op: .slice(starts: [2]), operands: [[3]], declared: [2], message: "a slice at [2] of f32[2] leaves f32[3]"),
        Wrong(
            op: .slice(starts: [.max]), operands: [[3]], declared: [2],
            message: "a slice at [\(Int.max)] of f32[2] leaves f32[3]"),
        Wrong(op: .pad(low: [2]), operands: [[3]], declared: [4], message: "f32[3] at [2] leaves f32[4]"),
        Wrong(op: .concatenate(axis: 0), operands: [], message: "takes an operand, found none"),
        Wrong(
            op: .concatenate(axis: 0), operands: [[2, 3], [2, 4]],
            message: "cannot join f32[2,3] and f32[2,4] along axis 0"),
        Wrong(
            op: .matmul(transposeA: false, transposeB: false), operands: [[2, 3], [2, 3]],
            message: "inner dimensions 3 and 2 differ, of f32[2,3] and f32[2,3]"),
        Wrong(
            op: .matmul(transposeA: false, transposeB: false), operands: [[4, 2, 3], [5, 3, 2]],
            message: "leading axes of f32[4,2,3] and f32[5,3,2] differ"),
        Wrong(
            op: .convolution(Window(3)), operands: [[1, 2, 9, 4], [3, 3, 4, 6]],
            message: "a [3, 3] kernel with padding [0, 0, 0, 0] does not fit maps f32[1,2,9,4]"),
        Wrong(
            op: .convolution(Window(3, groups: 3)), operands: [[1, 9, 9, 4], [3, 3, 4, 6]],
            message: "3 groups do not divide 4 input and 6 output channels"),
        Wrong(
            op: .convolution(Window(3)), operands: [[1, 9, 9, 4], [3, 3, 2, 6]],
            message: "weight f32[3,3,2,6] does not fit x f32[1,9,9,4] and a [3, 3] kernel in 1 groups"),
        Wrong(
            op: .convolution(Window(3, stride: 0)), operands: [[1, 9, 9, 4], [3, 3, 4, 6]],
            message: "kernel, stride and groups must be positive and padding not negative; found kernel [3, 3], "
                + "stride [0, 0], padding [0, 0, 0, 0], 1 groups"),
        Wrong(
            op: .convolutionInputGradient(Window(3)), operands: [[1, 9, 9, 6], [3, 3, 4, 6]], declared: [1, 9, 9, 4],
            message: "f32[1,9,9,6] is not the gradient of a convolution of f32[1,9,9,4] with f32[3,3,4,6]"),
        Wrong(
            op: .convolutionWeightGradient(Window(3)), operands: [[1, 9, 9, 6], [1, 9, 9, 4]],
            message: "f32[1,9,9,6] is not the gradient of a convolution of f32[1,9,9,4] with f32[3,3,4,6]"),
        Wrong(
            op: .maxPool(Window(2, padding: 2)), operands: [[1, 9, 9, 4]],
            message: "padding [2, 2, 2, 2] is more than half of the [2, 2] kernel"),
        Wrong(
            op: .maxPool(Window(2, groups: 2)), operands: [[1, 9, 9, 4]], message: "a pooling has no groups, found 2"),
        Wrong(
            op: .collective(Collective(.allReduce, ranks: 1)), operands: [[4]],
            message: "takes 2 ranks or more, found 1"),
        Wrong(
            op: .collective(Collective(.shard(BatchAxis(axis: 0, groups: 2)), ranks: 2)), operands: [[6, 5]],
            message: "2 ranks do not share axis 0 of f32[6,5] evenly"),
        Wrong(
            op: .collective(Collective(.allGather(BatchAxis(axis: 0, groups: 2, inner: 2)), ranks: 2)),
            operands: [[6, 5]], message: "axis 0 of f32[6,5] does not hold 2 groups of 2 each"),
        Wrong(op: .maxPool(Window(2)), operands: [[9, 9, 4]], message: "takes maps of rank 4, found f32[9,9,4]"),
        Wrong(
            op: .maxPoolGradient(Window(2)), operands: [[1, 9, 9, 4], [1, 9, 9, 4]],
            message: "f32[1,9,9,4] is not the gradient of a pooling of f32[1,9,9,4]"),
        Wrong(op: .cholesky, operands: [[3, 4]], message: "takes square matrices, found f32[3,4]"),
        Wrong(op: .cholesky, operands: [[4]], message: "takes square matrices, found f32[4]"),
        Wrong(
            op: .triangularSolve(transposed: false), operands: [[4, 4], [3, 4]],
            message: "takes 4 rows for each of the matrices f32[4,4], found f32[3,4]"),
        Wrong(
            op: .triangularSolve(transposed: false), operands: [[2, 4, 4], [4, 4]],
            message: "takes 4 rows for each of the matrices f32[2,4,4], found f32[4,4]"),
        Wrong(op: .assign("w"), operands: [[1], [1]], message: "takes 1 operands, found 2"),
        Wrong(op: .unary(.exp), operands: [[2]], declared: [3], message: "gives f32[2], not f32[3]"),
        Wrong(op: .fused(Fused(Graph())), operands: [], message: "its inner graph has no output"),
    ]

    @Test(arguments: wrong) func refuses(_ example: Wrong) {
        #expect {
            _ = try resultType(
                of: example.op, example.operands.map { TensorType($0) },
                declared: example.declared.map { TensorType($0) })
        } throws: { ($0 as? ShapeError)?.message == example.message }
    }

    @Test func elementTypesDoNotMix() {
        #expect(throws: ShapeError.self) {
            try resultType(of: .binary(.add), [TensorType([2]), TensorType([2], .float64)])
        }
        #expect(throws: ShapeError.self) {
            try resultType(of: .reshape, [TensorType([2])], declared: TensorType([2, 1], .float64))
        }
    }

    @Test func aFusedNodeTakesWhatItsGraphReads() throws {
        var inner = Graph()
        let x = inner.insert(Node(.input("0"), type: TensorType([3])))
        inner.output("0", inner.insert(Node(.unary(.exp), [x], type: TensorType([3]))))
        let op = Op.fused(Fused(inner))
        #expect(try resultType(of: op, [TensorType([3])]) == TensorType([3]))
        #expect(throws: ShapeError.self) { try resultType(of: op, [TensorType([4])]) }
        #expect(throws: ShapeError.self) { try resultType(of: op, []) }
    }
}
