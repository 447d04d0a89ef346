import InvarCompiler
import InvarGraph

let contractionCounterExamples = [
    productOfTranspose, transposeOfProduct, productOfMultiple,
]

private let productOfTranspose = CounterExamples(
    "matmul(Aᵀ, B) → matmul(A, B, transposeA), and for B",
    [
        "the last axis stays where it is": example([4, 2, 3], [2, 3, 5]) { x in matmul(x[0].transpose([1, 0, 2]), x[1])
        },
        "a reshape is no transpose": example([4, 3], [4, 5]) { x in matmul(x[0].reshape([3, 4]), x[1]) },
        "the transpose is of something computed after it": example([4, 3], [4, 5]) { x in
            matmul(exp(x[0].transposed), x[1])
        },
    ])

private let transposeOfProduct = CounterExamples(
    "(A · B)ᵀ → Bᵀ · Aᵀ",
    [
        "other axes are exchanged": example([2, 4, 3], [2, 3, 5]) { x in matmul(x[0], x[1]).transpose([1, 0, 2]) },
        "a function stands between": example([4, 3], [3, 5]) { x in tanh(matmul(x[0], x[1])).transposed },
    ])

private let productOfMultiple = CounterExamples(
    "(k · A) · B → k · (A · B), A larger than the product",
    [
        "A is smaller than the product": example([3, 2], [2, 7]) { x in matmul(x[0] * 2, x[1]) },
        "the factor is another one for each row": example([7, 3], [7, 2], [7, 1]) { x in
            matmul(x[0] * x[2].broadcast(to: [7, 3]), x[1], transposeA: true)
        },
        "0 · A is not a number where A is infinite": example([7, 3], [7, 2]) { x in
            matmul(x[0] * 0, x[1], transposeA: true)
        },
        "an infinite factor": example([7, 3], [7, 2]) { x in matmul(x[0] * .infinity, x[1], transposeA: true) },
        "a sum is no product": example([7, 3], [7, 2]) { x in matmul(x[0] + 2, x[1], transposeA: true) },
    ])
