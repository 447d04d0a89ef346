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

/// One around others: in training they are left out for some of the images (Huang et al., ECCV 2016).
struct StochasticDepth<K: Kind>: ComputingLayer {
    typealias Input = K
    let rate: Double
    let layers: Stack<K, K>

    init(_ rate: Double, @StackBuilder _ layers: () -> Stack<K, K>) {
        self.rate = rate
        self.layers = layers()
    }

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let y = try scope.apply(to: x) { layers }
        let each = [x.shape[0]] + x.shape.dropFirst().map { _ in 1 }
        guard let uniform = try scope.random(each) else { return x + y }
        return x + y * uniform.compare(.greaterOrEqual, rate) / (1 - rate)
    }
}

/// A memory of embeddings that moves along with the steps.
struct Remembered: LossTerm {
    func value(of embeddings: Embeddings) throws -> Tensor {
        let (scope, x) = (embeddings.scope, embeddings.first.unitRows)
        let memory = try scope.statistic("memory", [4 * embeddings.batch, x.shape[1]], .zeros)
        let moved = concatenate([x.stopGradient(), memory.slice(axis: 0, 0..<(3 * embeddings.batch))], axis: 0)
        try scope.update("memory", moved)
        return logSumExp(matmul(x, memory, transposeB: true) * 10, axis: 1).mean()
    }
}

/// The example of docs/methods.md.
struct Centred: LossTerm {
    func value(of embeddings: Embeddings) throws -> Tensor {
        let centre = try embeddings.scope.statistic("centre", [embeddings.first.shape[1]], .zeros)
        let targets = concatenate(embeddings.targets, axis: 0).stopGradient()
        try embeddings.scope.update("centre", 0.9 * centre + 0.1 * targets.mean([0]))
        let sharp = embeddings.directions.map { softmax(($0.target.stopGradient() - centre) / 0.04, axis: 1) }
        let errors = zip(embeddings.directions, sharp).map { pair, target in
            (logSumExp(pair.prediction / 0.1, axis: 1) - (target * pair.prediction).sum([1]) / 0.1).mean()
        }
        return errors.dropFirst().reduce(errors[0], +) / Double(errors.count)
    }

    var takesAllViews: Bool { true }
}

let loss = Loss {
    Centred()
    Invariance() * 25
    Remembered()
}

let encoder = Encoder {
    Noise()
    StochasticDepth(0.1) {
        Conv(3, kernel: 3); ReLU()
    }
    StochasticDepth(0.1) { ReLU() }
    for _ in 0..<2 { Conv(4, kernel: 3); Scale() }
    MaxOverMaps()
    if CommandLine.argc > 1 {
        Scale()
    } else {
        Linear(4)
    }
    StochasticDepth(0.2) { Linear(4) }
    Scale().named("last")
}
