import InvarCompiler
import InvarGraph

let symmetryCounterExamples = [
    transposeOfSymmetric, productWithSymmetric,
]

private let transposeOfSymmetric = CounterExamples(
    "Sᵀ → S, S symmetric",
    [
        "X · Yᵀ": example([4, 3], [4, 3]) { x in exp(matmul(x[0], x[1], transposeB: true)).transposed },
        "X · X without a transpose": example([4, 4]) { x in exp(matmul(x[0], x[0])).transposed },
        "a mask of one triangle": example([4, 3]) { x in
            let s = matmul(x[0], x[0], transposeB: true)
            return (s * indices(.less, like: s, 0, 1)).transposed
        },
        "a row added to every row": example([4, 3], [1, 4]) { x in
            (matmul(x[0], x[0], transposeB: true) + x[1].broadcast(to: [4, 4])).transposed
        },
        "one operand is read through another view": example([12]) { x in
            exp(matmul(x[0].reshape([4, 3]), x[0].reshape([3, 4]))).transposed
        },
        "another pair of axes": example([4, 4, 3]) { x in
            exp(matmul(x[0], x[0], transposeB: true)).transpose([1, 0, 2])
        },
        "an index along one of the two axes": example([4, 3]) { x in
            let s = matmul(x[0], x[0], transposeB: true)
            return (s * s.builder.emit(.iota(axis: 0), [], s.type)).transposed
        },
    ])

private let productWithSymmetric = CounterExamples(
    "Sᵀ · X → S · X, X · Sᵀ → X · S, S symmetric",
    [
        "X · Yᵀ": example([4, 3], [4, 3]) { x in matmul(matmul(x[0], x[1], transposeB: true), x[0], transposeA: true) },
        "a mask of one triangle": example([4, 3]) { x in
            let s = matmul(x[0], x[0], transposeB: true)
            return matmul(s * indices(.lessOrEqual, like: s, 0, 1), x[0], transposeA: true)
        },
        "X is the transposed one": example([4, 3]) { x in
            matmul(x[0], matmul(x[0], x[0], transposeB: true), transposeA: true)
        },
        "S · Sᵀ, whose form says that it is symmetric": example([4, 3]) { x in
            matmul(
                exp(matmul(x[0], x[0], transposeB: true)), exp(matmul(x[0], x[0], transposeB: true)), transposeB: true)
        },
    ])
