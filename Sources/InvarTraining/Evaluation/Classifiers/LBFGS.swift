/// Minimizes a smooth function with few variables: limited-memory BFGS (Nocedal and Wright, Algorithms 7.4 and 7.5) with
/// a line search for the strong Wolfe conditions.
package struct LBFGS: Sendable {
    package var iterations = 150
    package var history = 20
    /// Stop where no element of the gradient exceeds this,
    package var gradientTolerance = 1e-7
    /// or where value and variables change by no more than this.
    package var changeTolerance = 1e-9
    package var search = LineSearch()

    package init() {}

    package struct Point: Sendable {
        package var x: [Double]
        package var value: Double
        package var gradient: [Double]
    }

    package struct Outcome: Sendable {
        package var x: [Double]
        package var value: Double
        package var iterations: Int
        /// How often function and gradient were computed.
        package var evaluations: Int
    }

    /// - Parameter function: value and gradient.
    package func minimize(
        from start: [Double], _ function: ([Double]) throws -> (value: Double, gradient: [Double])
    ) rethrows -> Outcome {
        var evaluations = 0
        func evaluate(_ x: [Double]) throws -> Point {
            evaluations += 1
            let (value, gradient) = try function(x)
            return Point(x: x, value: value, gradient: gradient)
        }
        var point = try evaluate(start)
        var memory = Memory(history: history)
        var iteration = 0
        while iteration < iterations, largest(point.gradient) > gradientTolerance {
            iteration += 1
            var direction = memory.direction(point.gradient)
            if dot(direction, point.gradient) >= 0 {
                memory = Memory(history: history)
                direction = point.gradient.map { -$0 }
            }
            let first = memory.isEmpty ? min(1, 1 / point.gradient.reduce(0) { $0 + abs($1) }) : 1
            let next = try search.along(direction, from: point, firstStep: first, evaluate)
            let step = subtract(next.x, point.x)
            let change = point.value - next.value
            memory.add(step: step, yield: subtract(next.gradient, point.gradient))
            point = next
            if largest(step) <= changeTolerance || abs(change) < changeTolerance { break }
        }
        return Outcome(x: point.x, value: point.value, iterations: iteration, evaluations: evaluations)
    }

    /// The last steps and how the gradient changed over them: an estimate of the inverse Hessian.
    private struct Memory {
        let history: Int
        var pairs: [(step: [Double], yield: [Double], curvature: Double)] = []

        var isEmpty: Bool { pairs.isEmpty }

        init(history: Int) { self.history = history }

        mutating func add(step: [Double], yield: [Double]) {
            let curvature = dot(step, yield)
            guard curvature > 1e-10 * dot(yield, yield).squareRoot() * dot(step, step).squareRoot() else { return }
            pairs.append((step, yield, curvature))
            if pairs.count > history { pairs.removeFirst() }
        }

        /// −H·g by the two-loop recursion.
        func direction(_ gradient: [Double]) -> [Double] {
            var q = gradient.map { -$0 }
            guard let last = pairs.last else { return q }
            var weights: [Double] = []
            for pair in pairs.reversed() {
                let weight = dot(pair.step, q) / pair.curvature
                weights.append(weight)
                for i in q.indices { q[i] -= weight * pair.yield[i] }
            }
            let scale = last.curvature / dot(last.yield, last.yield)
            for i in q.indices { q[i] *= scale }
            for (pair, weight) in zip(pairs, weights.reversed()) {
                let correction = weight - dot(pair.yield, q) / pair.curvature
                for i in q.indices { q[i] += correction * pair.step[i] }
            }
            return q
        }
    }
}

func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
}

func largest(_ a: [Double]) -> Double { a.reduce(0) { max($0, abs($1)) } }

func subtract(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 - $1 } }
