import InvarCompiler
import InvarGraph

let gramCounterExamples = [
    gramOfProducts, gramOfSquares,
]

private let gramOfProducts = CounterExamples(
    "Σ (XᵀU) ⊙ (YᵀV) → Σ (XYᵀ) ⊙ (UVᵀ), N < D",
    [
        "N ≥ D": example([2, 5, 3], [2, 5, 3]) { x in
            (matmul(x[0], x[0], transposeA: true) * matmul(x[1], x[1], transposeA: true)).sum([1, 2])
        },
        "another weight on the diagonal": example([2, 3, 5], [2, 3, 5]) { x in
            let p = matmul(x[0], x[0], transposeA: true) * matmul(x[1], x[1], transposeA: true)
            return (p * (1 + indices(.equal, like: p, 1, 2))).sum([1, 2])
        },
        "another N": example([2, 3, 5], [2, 2, 5]) { x in
            (matmul(x[0], x[0], transposeA: true) * matmul(x[1], x[1], transposeA: true)).sum([1, 2])
        },
        "a sum of the two products": example([2, 3, 5], [2, 3, 5]) { x in
            (matmul(x[0], x[0], transposeA: true) + matmul(x[1], x[1], transposeA: true)).sum([1, 2])
        },
        "summed over one axis of the matrices": example([2, 3, 5], [2, 3, 5]) { x in
            (matmul(x[0], x[0], transposeA: true) * matmul(x[1], x[1], transposeA: true)).sum([0, 2])
        },
        "one of them is read transposed": example([2, 3, 5], [2, 3, 5]) { x in
            (matmul(x[0], x[1], transposeA: true) * matmul(x[0], x[1], transposeA: true).transpose([0, 2, 1])).sum([
                1, 2,
            ])
        },
    ])

private let gramOfSquares = CounterExamples(
    "Σᵢⱼ wᵢⱼ (k·XᵀY − c)ᵢⱼ² → w·k² ⟨XXᵀ, YYᵀ⟩ + Σⱼ f(Σₙ Xₙⱼ Yₙⱼ), w and c alike beside the diagonal, N < D/2",
    [
        "N ≥ D/2": example([6, 11], [6, 11]) { x in
            (matmul(x[0], x[1], transposeA: true).squared() * indices(.notEqual, like: x[0], to: [11, 11])).sum()
        },
        "c stands beside the diagonal too": example([3, 11], [3, 11]) { x in
            (matmul(x[0], x[1], transposeA: true) - 1).squared().sum()
        },
        "w is one triangle": example([3, 11], [3, 11]) { x in
            (matmul(x[0], x[1], transposeA: true).squared() * indices(.less, like: x[0], to: [11, 11])).sum()
        },
        "w is given": example([3, 11], [3, 11], [11, 11]) { x in
            (matmul(x[0], x[1], transposeA: true).squared() * x[2]).sum()
        },
        "A ⊙ Aᵀ": example([3, 11], [3, 11]) { x in
            let a = matmul(x[0], x[1], transposeA: true)
            return (a * a.transposed).sum()
        },
        "summed over one axis": example([3, 11], [3, 11]) { x in
            matmul(x[0], x[1], transposeA: true).squared().sum([1], keepingAxes: true)
        },
        "the third power": example([3, 11], [3, 11]) { x in
            let a = matmul(x[0], x[1], transposeA: true)
            return (a * a * a).sum()
        },
        "the diagonal of other axes": example([11, 3, 11]) { x in
            let a = matmul(x[0], x[0], transposeA: true)
            return (a.squared() * indices(.notEqual, like: a, 0, 2)).sum()
        },
    ])
