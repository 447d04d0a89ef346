/// Sums over the steps of an epoch. Part of a checkpoint: a resumed epoch ends with the same means.
package struct EpochTotals: Sendable, Hashable, Codable {
    package private(set) var steps = 0
    private var loss = 0.0
    private var terms: [Double] = []
    /// Nothing where the gradient is not clipped.
    private var gradientNorm: Double?
    /// Spent on the steps, over all sittings.
    package private(set) var seconds = 0.0

    package init() {}

    /// Whether they are sums of finite numbers: files say them, too.
    var isPossible: Bool {
        steps >= 0 && seconds >= 0 && ([loss, seconds, gradientNorm ?? 0] + terms).allSatisfy(\.isFinite)
    }

    mutating func add(loss: Double, terms: [Double], gradientNorm: Double? = nil, seconds: Double) {
        steps += 1
        self.loss += loss
        if let gradientNorm { self.gradientNorm = (self.gradientNorm ?? 0) + gradientNorm }
        self.seconds += seconds
        if self.terms.isEmpty { self.terms = [Double](repeating: 0, count: terms.count) }
        for (index, term) in terms.enumerated() where index < self.terms.count { self.terms[index] += term }
    }

    var meanLoss: Double { loss / Double(max(steps, 1)) }
    var meanGradientNorm: Double? { gradientNorm.map { $0 / Double(max(steps, 1)) } }
    var meanTerms: [Double] { terms.map { $0 / Double(max(steps, 1)) } }
}
