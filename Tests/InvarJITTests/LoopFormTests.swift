import InvarBLAS
import InvarGraph
import InvarJIT
import TestSupport
import Testing

/// Loops in all the forms that programs bring them in: broadcasts, transposes, slices, indices, several results, in place.
@Suite struct LoopFormTests {
    @Test func broadcastsOnEverySide() throws {
        for (element, relative) in LoopTests.elements {
            for subset in 0..<16 {
                for shape in [[2, 3, 5, 7], [4, 9, 16, 33]] {
                    let small = shape.enumerated().map { subset >> $0 & 1 == 1 ? 1 : $1 }
                    let example = try LoopCase([shape, small, [shape[3]]], element) {
                        [($0[0] - $0[1]) * $0[2] + $0[1], exp($0[1])]
                    }
                    #expect(try example.complaints(relative: relative) == [], "\(small) to \(shape)")
                }
            }
        }
    }

    /// Rows of fewer columns than a vector has lanes are taken several at a time, whatever their number.
    @Test func narrowColumns() throws {
        for (element, relative) in LoopTests.elements {
            for columns in [2, 3, 5, 7, 10, 12] {
                for rows in [[1], [7], [30], [6, 16], [3, 1001]] {
                    let row = [Int](repeating: 1, count: rows.count) + [columns]
                    let example = try LoopCase([rows + [columns], [columns], rows + [1], row], element) { x in
                        let builder = x[0].builder
                        let index = builder.emit(.iota(axis: rows.count), [], x[0].type)
                        let place = builder.emit(.iota(axis: rows.count - 1), [], x[0].type)
                        return [
                            (x[0] - x[1]) * x[2] + x[3], x[0] * index - place, exp(x[0]) * x[1],
                            select(index.compare(.less, 1.5), x[0], x[1] * x[2]),
                        ]
                    }
                    #expect(try example.complaints(relative: relative) == [], "\(rows) of \(columns)")
                }
            }
        }
    }

    /// The same where a result or an operand does not lie in one piece.
    @Test func narrowColumnsOfTransposedOnes() throws {
        for (element, relative) in LoopTests.elements {
            let example = try LoopCase([[3, 40], [3], [40, 8]], element) { x in
                let turned = x[0].transpose([1, 0])
                return [turned * x[1], x[2].slice(axis: 1, 2..<5) * x[1], (turned * x[1]).transpose([1, 0]) + 1]
            }
            #expect(try example.complaints(relative: relative) == [])
        }
    }

    @Test func broadcastsThatAreReduced() throws {
        for (element, relative) in LoopTests.elements {
            for axes in [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] {
                for small in [[6, 1, 50], [6, 7, 1], [1, 7, 50], [1, 1, 1]] {
                    let example = try LoopCase([[6, 7, 50], small], element) { x in
                        let y = x[0] * x[1]
                        return [y.sum(axes), y.variance(axes), (x[0] + x[1]).max(axes)]
                    }
                    #expect(try example.complaints(relative: relative) == [], "\(small) over \(axes)")
                }
            }
        }
    }

    @Test func movement() throws {
        for (element, relative) in LoopTests.elements {
            for order in [[0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
                let example = try LoopCase([[5, 19, 34]], element) { x in
                    let y = x[0].transpose(order)
                    return [
                        y + 1, y.sum([1]), y.slice(axis: 2, 1..<4) * 2, x[0].pad(low: [1, 0, 2], high: [0, 1, 3]),
                    ]
                }
                #expect(try example.complaints(relative: relative) == [], "\(order)")
            }
        }
    }

    @Test func indices() throws {
        for (element, relative) in LoopTests.elements {
            for axis in 0..<3 {
                for shape in [[3, 1, 37], [5, 8, 4], [1, 300, 65]] {
                    let example = try LoopCase([shape], element) { x in
                        let index = x[0].builder.emit(.iota(axis: axis), [], x[0].type)
                        return [x[0] + index, index.sum([0, 2]), select(index.compare(.less, 2), x[0], index)]
                    }
                    #expect(try example.complaints(relative: relative) == [], "axis \(axis) of \(shape)")
                }
            }
        }
    }

    /// A chain whose values die one after the other is computed in place where it can be.
    @Test func chains() throws {
        for (element, relative) in LoopTests.elements {
            let example = try LoopCase([[130, 70], [70]], element) { x in
                let a = exp(x[0] * 0.1)
                let b = a / a.sum([1], keepingAxes: true)
                let c = b - b.sum([0], keepingAxes: true)
                return [tanh(c) * x[1], c.variance([0])]
            }
            #expect(try example.complaints(relative: relative * 4) == [])
        }
    }

    /// A large mean costs centred squares nothing, nor does a first value far from the others.
    @Test func centredSquaresDoNotCancel() throws {
        for axes in [[0], [1], [0, 1]] {
            var example = try LoopCase([[3000, 21]], .float32, shift: 1000) { [$0[0].variance(axes)] }
            #expect(try example.complaints(relative: 1e-4) == [], "\(axes)")
            example = try LoopCase([[3000, 21]], .float32) { [$0[0].variance(axes)] }
            example.inputs["x0"]?.values[0] = 1e4
            #expect(try example.complaints(relative: 1e-4) == [], "\(axes)")
        }
    }

    @Test func notANumberIsNotLost() throws {
        for axes in [[0], [1], [0, 1]] {
            for place in [0, 36, 37, 3699] {
                var example = try LoopCase([[100, 37]], .float32) {
                    [$0[0].max(axes), $0[0].sum(axes), $0[0].variance(axes), relu($0[0])]
                }
                example.inputs["x0"]?.values[place] = .nan
                #expect(try example.complaints(relative: 1e-4) == [], "\(place) over \(axes)")
            }
        }
    }

    /// The interpreter and compiled code come to the same, within their roundings.
    @Test func agreesWithTheInterpreter() throws {
        let example = try LoopCase([[257, 65], [65], [257, 1]], .float32) { x in
            let y = (x[0] - x[2]) * rsqrt(abs(x[1]) + 1)
            return [y, erf(y).sum([0]), (y * y).mean([1]), log(abs(y) + 1).max()]
        }
        let interpreted = try run(example.graph, on: BLASExecutor(), threads: 2, inputs: example.inputs)
        let compiled = try run(example.graph, on: JITExecutor(), threads: 2, inputs: example.inputs)
        #expect(compiled.complaints(against: interpreted, relative: 1e-5) == [])
    }
}
