import Invar

// Beside what is refused in ComputingLayerMistakes.swift: layers of one's own that compute.
struct Scale: ComputingLayer {
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        x * (try scope.parameter("weight", [x.shape[x.rank - 1]], .ones))
    }
}

struct MaxOverMaps: ComputingLayer {
    typealias Input = Maps
    typealias Output = Rows
    func apply(to x: Tensor, in scope: Scope) -> Tensor { x.max([1, 2]) }
}

struct Noise: ComputingLayer {
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        guard let uniform = try scope.random(x.shape) else { return x }
        return try scope.apply(to: x + (uniform - 0.5)) {
            LayerNorm(); Scale()
        }
    }
}

let encoder = Encoder {
    Noise()
    for _ in 0..<2 { Conv(4, kernel: 3); Scale() }
    MaxOverMaps()
    if CommandLine.argc > 1 {
        Scale()
    } else {
        Linear(4)
    }
    Scale().named("last")
}
