func reductionDerivative(_ kind: Reduction, _ axes: [Int], _ x: Tensor, _ y: Tensor, _ g: Tensor) -> Tensor {
    switch kind {
    // y = Σ x,  dy/dx = 1
    case .sum:
        return g.broadcast(to: x.shape)
    // y = Σ (x − x̄)²,  dy/dx = 2 (x − x̄): what flows through x̄ adds up to nothing
    case .centredSquares:
        let centred = x - x.mean(axes, keepingAxes: true)
        return centred * (g * 2).broadcast(to: x.shape)
    // y = max x,  dy/dx = 1 at the maximum; several equal maxima share alike
    case .max:
        let winners = x.compare(.equal, y.broadcast(to: x.shape))
        return winners * (g / winners.sum(axes, keepingAxes: true)).broadcast(to: x.shape)
    }
}
