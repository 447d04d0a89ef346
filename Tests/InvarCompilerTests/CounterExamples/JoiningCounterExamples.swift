import InvarCompiler
import InvarGraph

let joiningCounterExamples = [
    sliceOfConcatenation, concatenationOfSlices, concatenationOfOne, nestedConcatenation, sumOfPads,
]

private let sliceOfConcatenation = CounterExamples(
    "slice within one part of a concatenation → slice of that part",
    [
        "across two parts": example([2, 3], [4, 3]) { x in concatenate([x[0], x[1]], axis: 0).slice(axis: 0, 1..<5) },
        "along the other axis": example([2, 3], [4, 3]) { x in concatenate([x[0], x[1]], axis: 0).slice(axis: 1, 1..<3)
        },
    ])

private let concatenationOfSlices = CounterExamples(
    "concatenation of adjacent slices of x → slice of x",
    [
        "a row is left out between": example([5, 3]) { x in
            concatenate([x[0].slice(axis: 0, 0..<2), x[0].slice(axis: 0, 3..<5)], axis: 0)
        },
        "a row is there twice": example([5, 3]) { x in
            concatenate([x[0].slice(axis: 0, 0..<2), x[0].slice(axis: 0, 1..<4)], axis: 0)
        },
        "in the other order": example([5, 3]) { x in
            concatenate([x[0].slice(axis: 0, 2..<4), x[0].slice(axis: 0, 0..<2)], axis: 0)
        },
        "of two tensors": example([5, 3], [5, 3]) { x in
            concatenate([x[0].slice(axis: 0, 0..<2), x[1].slice(axis: 0, 2..<4)], axis: 0)
        },
        "joined along another axis than they were cut": example([4, 3]) { x in
            concatenate([x[0].slice(axis: 0, 0..<2), x[0].slice(axis: 0, 2..<4)], axis: 1)
        },
    ])

private let concatenationOfOne = CounterExamples(
    "concatenation of x alone → x",
    [
        "x twice": example([5, 3]) { x in concatenate([x[0], x[0]], axis: 0) }
    ])

private let nestedConcatenation = CounterExamples(
    "concatenation of concatenations along one axis → one",
    [
        "along two axes": example([2, 3], [2, 3], [1, 6]) { x in
            concatenate([concatenate([x[0], x[1]], axis: 1), x[2]], axis: 0)
        }
    ])

private let sumOfPads = CounterExamples(
    "pad(x) + pad(y), side by side → pad(concatenation of x and y)",
    [
        "they overlap": example([2, 3], [4, 3]) { x in
            x[0].pad(low: [0, 0], high: [3, 0]) + x[1].pad(low: [1, 0], high: [0, 0])
        },
        "a row of zeros between": example([2, 3], [4, 3]) { x in
            x[0].pad(low: [0, 0], high: [5, 0]) + x[1].pad(low: [3, 0], high: [0, 0])
        },
        "one above and to the left of the other": example([2, 3], [2, 3]) { x in
            x[0].pad(low: [0, 0], high: [2, 3]) + x[1].pad(low: [2, 3], high: [0, 0])
        },
        "a difference": example([2, 3], [4, 3]) { x in
            x[0].pad(low: [0, 0], high: [4, 0]) - x[1].pad(low: [2, 0], high: [0, 0])
        },
        "a product, which is 0": example([2, 3], [4, 3]) { x in
            x[0].pad(low: [0, 0], high: [4, 0]) * x[1].pad(low: [2, 0], high: [0, 0])
        },
    ])
