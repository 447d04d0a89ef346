import InvarCompiler
import InvarGraph

let movementCounterExamples = [
    reshapeTwice, sameReshape, transposeTwice, sameTranspose, broadcastTwice, sameBroadcast, sliceTwice, sameSlice,
    samePad, reshapeOfBroadcast,
]

private let reshapeTwice = CounterExamples(
    "reshape(reshape(x)) → reshape(x)",
    [
        "the elements change places between": example([2, 6]) { x in x[0].reshape([4, 3]).transposed.reshape([12]) }
    ])

private let sameReshape = CounterExamples(
    "reshape to the same shape → x",
    [
        "as many elements in another shape": example([2, 6]) { x in x[0].reshape([6, 2]) }
    ])

private let transposeTwice = CounterExamples(
    "(xᵀ)ᵀ → x, for any order of axes",
    [
        "a reshape stands between": example([2, 3, 4]) { x in
            x[0].transpose([1, 2, 0]).reshape([4, 3, 2]).transpose([2, 0, 1])
        }
    ])

private let sameTranspose = CounterExamples(
    "transpose that keeps the order → x",
    [
        "a square matrix has its shape again": example([3, 3]) { x in x[0].transposed },
        "axes of one size change places": example([3, 3, 3]) { x in x[0].transpose([2, 0, 1]) },
    ])

private let broadcastTwice = CounterExamples(
    "broadcast(broadcast(x)) → broadcast(x)",
    [
        "a function stands between": example([1, 1, 3]) { x in
            exp(x[0].broadcast(to: [1, 2, 3])).broadcast(to: [2, 2, 3])
        }
    ])

private let sameBroadcast = CounterExamples(
    "broadcast to the same shape → x",
    [
        "one axis is repeated": example([1, 6]) { x in x[0].broadcast(to: [2, 6]) }
    ])

private let sliceTwice = CounterExamples(
    "slice(slice(x)) → slice(x)",
    [
        "padding stands between": example([7, 3]) { x in
            x[0].slice(axis: 0, 1..<6).pad(low: [2, 0], high: [0, 0]).slice(axis: 0, 1..<4)
        }
    ])

private let sameSlice = CounterExamples(
    "slice of the whole → x",
    [
        "the first row": example([2, 6]) { x in x[0].slice(axis: 0, 0..<1) },
        "all but the last column": example([2, 6]) { x in x[0].slice(axis: 1, 0..<5) },
    ])

private let samePad = CounterExamples(
    "pad by nothing → x",
    [
        "a row after the last": example([2, 6]) { x in x[0].pad(low: [0, 0], high: [1, 0]) }
    ])

private let reshapeOfBroadcast = CounterExamples(
    "reshape(broadcast(x)) → broadcast(reshape(x)), axes of size 1 come or go",
    [
        "axes become one": example([1, 3]) { x in x[0].broadcast(to: [4, 3]).reshape([12]) },
        "an axis falls into two": example([1, 3]) { x in x[0].broadcast(to: [4, 3]).reshape([2, 2, 3]) },
        "the sizes in another order": example([1, 3]) { x in x[0].broadcast(to: [4, 3]).reshape([3, 4]) },
    ])
