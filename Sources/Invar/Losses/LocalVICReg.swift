/// VICReg's three terms between places of two views (VICRegL: Bardes, Ponce & LeCun, NeurIPS 2022): each vector of one view's maps beside the vector of the
/// other's that is nearest to it, once by the vectors themselves and once by where they lie in the image. Of the latter only the `matches` nearest pairs of an image are
/// taken: crops may overlap a little. Variance and covariance are over the batch, at each place by itself.
///
/// Each whole view is compared with each other view; invariance, variance and covariance of both ways to match are added, and the mean is taken. It stands beside the
/// terms of whole images:
///
///     Loss {
///         0.75 * (25 * Invariance() + 25 * Variance() + 0.5 * Covariance())
///         0.25 * LocalVICReg()
///     }
public struct LocalVICReg: LossTerm {
    let coefficients: (invariance: Double, variance: Double, covariance: Double)
    let matches: (first: Int, second: Int)

    /// In logs.
    public var name: String { "localVICReg" }
    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - invariance: the coefficient of the squared distance.
    ///   - variance: of the hinge on standard deviations.
    ///   - covariance: of the squared covariances.
    ///   - matches: how many places of the first and of the second view of a pair are matched by where they lie; all, where there are not as many.
    public init(
        invariance: Double = 25, variance: Double = 25, covariance: Double = 1,
        matches: (first: Int, second: Int) = (20, 4)
    ) {
        coefficients = (invariance, variance, covariance)
        self.matches = matches
    }

    /// - Throws: a `Diagnostic` for encoders without maps, views of rows, a batch of one image, or no matches.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectBatch(for: "LocalVICReg()")
        try embeddings.scope.expect(
            matches.first > 0 && matches.second > 0,
            "LocalVICReg has matches \(matches); give at least 1 for each view")
        let places = try zip(embeddings.maps, embeddings.places).map { MappedPlaces(maps: $0, crop: $1) }
        return value(of: places, whole: embeddings.wholeCount)
    }

    /// - Parameter whole: how many of the views are no small ones.
    package func value(of views: [MappedPlaces], whole: Int) -> Tensor {
        (0..<whole).flatMap { one in
            views.indices.filter { $0 != one }.map { value(of: views[one], views[$0]) }
        }.mean
    }

    private func value(of one: MappedPlaces, _ other: MappedPlaces) -> Tensor {
        func both(_ match: (MappedPlaces, MappedPlaces, _ most: Int) -> (Tensor, Tensor)) -> Tensor {
            let parts = [match(one, other, matches.first), match(other, one, matches.second)]
            return parts.map { vicreg($0.0, $0.1) }.mean
        }
        return both { own, other, _ in own.nearest(in: other, by: \.vectors, most: nil) }
            + both { own, other, most in own.nearest(in: other, by: \.centres, most: most) }
    }

    /// Of N×K×E.
    private func vicreg(_ x: Tensor, _ y: Tensor) -> Tensor {
        func shortfall(_ x: Tensor) -> Tensor { relu(1 - sqrt(x.variance([0]) + 1e-4)).mean() }
        func offDiagonal(_ x: Tensor) -> Tensor {
            let centred = (x - x.mean([0], keepingAxes: true)).transpose([1, 0, 2])
            let covariance = matmul(centred, centred, transposeA: true) * (1 / Double(x.shape[0] - 1))
            return (covariance * (1 - covariance.identity)).squared().sum() * (1 / Double(x.shape[1] * x.shape[2]))
        }
        return (x - y).squared().mean() * coefficients.invariance
            + (shortfall(x) + shortfall(y)) * (coefficients.variance / 2)
            + (offDiagonal(x) + offDiagonal(y)) * (coefficients.covariance / 2)
    }
}

/// The vectors of one view's maps, and where their places lie in the image.
package struct MappedPlaces {
    /// N×K×E.
    let vectors: Tensor
    /// N×K×2: the middle of each place, from the top and from the left, in pixels.
    let centres: Tensor

    /// - Parameters:
    ///   - maps: N×H×W×E.
    ///   - crop: N×5: top, left, height, width, and 1 where it is mirrored.
    package init(maps: Tensor, crop: Tensor) {
        let (batch, height, width) = (maps.shape[0], maps.shape[1], maps.shape[2])
        vectors = maps.reshape([batch, height * width, maps.shape[3]])
        func field(_ index: Int) -> Tensor {
            crop.slice(axis: 1, index..<(index + 1)).reshape([batch, 1, 1]).broadcast(to: [batch, height, width])
        }
        let top = field(0)
        let row = (top.positions(along: 1) + 0.5) * (1 / Double(height))
        let column = (top.positions(along: 2) + 0.5) * (1 / Double(width))
        let turned = column + field(4) * (1 - column * 2)
        let middles = [top + row * field(2), field(1) + turned * field(3)]
        centres = concatenate(middles.map { $0.reshape([batch, height * width, 1]) }, axis: 2)
    }

    /// Vectors of these places, and beside each the one of the other's places that is nearest. N×K×E both; K is the number of places, or `most` where only so many
    /// are taken, those whose nearest is nearest. Products with matrices of 0 and 1 stand for a gather.
    func nearest(
        in other: MappedPlaces, by place: KeyPath<MappedPlaces, Tensor>, most: Int?
    ) -> (own: Tensor, nearest: Tensor) {
        let distances = Self.squaredDistances(self[keyPath: place], other[keyPath: place]).stopGradient()
        let isNearest = distances.ranks(along: 2).compare(.equal, 0)
        let count = vectors.shape[1]
        guard let most, most < count else { return (vectors, matmul(isNearest, other.vectors)) }
        let isTaken = (isNearest * distances).sum([2]).ranks(along: 1).compare(.less, Double(most))
        // those that are taken come first, in their own order
        let order = (isTaken.positions(along: 1) + (1 - isTaken) * Double(count)).ranks(along: 1)
        let batch = vectors.shape[0]
        let all = order.reshape([batch, 1, count]).broadcast(to: [batch, most, count])
        let taken = all.compare(.equal, all.positions(along: 1))
        return (matmul(taken, vectors), matmul(matmul(taken, isNearest), other.vectors))
    }

    /// N×K×L of N×K×E and N×L×E.
    private static func squaredDistances(_ x: Tensor, _ y: Tensor) -> Tensor {
        let (batch, own, other, width) = (x.shape[0], x.shape[1], y.shape[1], x.shape[2])
        guard width > 2 else {
            // pixels, of which a few may be the difference of thousands
            let shape = [batch, own, other, width]
            let difference =
                x.reshape([batch, own, 1, width]).broadcast(to: shape)
                - y.reshape([batch, 1, other, width]).broadcast(to: shape)
            return difference.squared().sum([3])
        }
        let lengths = y.squared().sum([2]).reshape([batch, 1, other])
        return x.squared().sum([2], keepingAxes: true) + lengths - matmul(x, y, transposeB: true) * 2
    }
}
