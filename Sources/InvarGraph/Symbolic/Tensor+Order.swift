extension Tensor {
    /// Which place each element has when those along the axis are sorted: 0 for the smallest; of equal ones the earlier comes first. Of this
    /// shape. No gradient flows through it: a place does not change when a number changes a little.
    ///
    /// It stands for sorting: a function of sorted values is one of values and their places. The k largest of n are those with
    /// `ranks(along: axis).compare(.greaterOrEqual, Double(n - k))`. Each element is compared with each, n² comparisons that are not kept in memory.
    public func ranks(along axis: Int) -> Tensor {
        guard shape.indices.contains(axis) else {
            builder.report("ranks takes an axis from 0 to \(rank - 1), found \(axis)")
            return self
        }
        var both = shape
        both.insert(shape[axis], at: axis + 1)
        func each(_ place: Int) -> Tensor {
            var one = shape
            one.insert(1, at: axis + place)
            return stopGradient().reshape(one).broadcast(to: both)
        }
        let (own, other) = (each(1), each(0))
        let isEarlier = own.positions(along: axis + 1).compare(.less, own.positions(along: axis))
        let comesBefore = other.compare(.less, own) + other.compare(.equal, own) * isEarlier
        return comesBefore.sum([axis + 1])
    }
}

/// The number below which a standard normal variable lies with this probability, above 0 and below 1, element by element: Φ⁻¹. By Giles' polynomials for
/// the inverse error function ("Approximating the erfinv function", GPU Computing Gems 2011), exact to 2·10⁻⁷ of the larger of 1 and the result.
/// For probabilities that nothing is trained for: no gradient flows through it.
public func normalQuantile(_ probability: Tensor) -> Tensor {
    let x = probability.stopGradient() * 2 - 1
    let w = -log((1 - x) * (x + 1))
    func polynomial(_ variable: Tensor, _ coefficients: [Double]) -> Tensor {
        coefficients.dropFirst().reduce(variable.filled(coefficients[0])) { $0 * variable + $1 }
    }
    let middle = polynomial(
        w - 2.5,
        [
            2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087, -0.00125372503,
            -0.00417768164, 0.246640727, 1.50140941,
        ])
    let tail = polynomial(
        sqrt(maximum(w, 0)) - 3,
        [
            -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613,
            0.00943887047, 1.00167406, 2.83297682,
        ])
    let root2 = 2.0.squareRoot()
    return select(w.compare(.less, 5), middle, tail) * x * root2
}
