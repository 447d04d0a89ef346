import Foundation
import InvarTraining
import TestSupport
import Testing

@Suite struct EvaluationLBFGSTests {
    private func precise() -> LBFGS {
        var optimizer = LBFGS()
        (optimizer.iterations, optimizer.gradientTolerance, optimizer.changeTolerance) = (500, 1e-10, 0)
        return optimizer
    }

    /// ½ Σ aᵢ(xᵢ − bᵢ)², condition number 1e4
    @Test(arguments: [1, 2, 7, 100])
    func findsTheMinimumOfAQuadratic(n: Int) {
        let a = (0..<n).map { n == 1 ? 3 : 1 + 9999 * Double($0) / Double(n - 1) }
        let b = (0..<n).map { Double($0 % 7) - 3 }
        let outcome = precise().minimize(from: [Double](repeating: 0, count: n)) { x in
            let residual = zip(x, b).map { $0 - $1 }
            return (zip(a, residual).reduce(0) { $0 + $1.0 * $1.1 * $1.1 / 2 }, zip(a, residual).map { $0 * $1 })
        }
        #expect(largestDifference(outcome.x, b) < 1e-6)
    }

    private func rosenbrock(_ x: [Double]) -> (value: Double, gradient: [Double]) {
        var value = 0.0
        var gradient = [Double](repeating: 0, count: x.count)
        for i in 0..<(x.count - 1) {
            let (bend, away) = (x[i + 1] - x[i] * x[i], 1 - x[i])
            value += 100 * bend * bend + away * away
            gradient[i] += -400 * x[i] * bend - 2 * away
            gradient[i + 1] += 200 * bend
        }
        return (value, gradient)
    }

    @Test(arguments: [2, 3, 10])
    func findsTheMinimumOfRosenbrock(n: Int) {
        let start = (0..<n).map { $0.isMultiple(of: 2) ? -1.2 : 1 }
        let outcome = precise().minimize(from: start, rosenbrock)
        #expect(outcome.value < 1e-12)
        #expect(largestDifference(outcome.x, [Double](repeating: 1, count: n)) < 1e-5)
        #expect(outcome.evaluations < 400)
    }

    @Test func neverGoesUp() {
        var best = Double.infinity
        var optimizer = LBFGS()
        for iterations in 1...30 {
            optimizer.iterations = iterations
            let outcome = optimizer.minimize(from: [-1.2, 1, -1.2, 1], rosenbrock)
            #expect(outcome.value <= best)
            best = outcome.value
        }
    }

    @Test func staysWhereTheGradientVanishes() {
        let outcome = LBFGS().minimize(from: [2, 3]) { _ in (value: 5, gradient: [0, 0]) }
        #expect(outcome.x == [2, 3])
        #expect(outcome.iterations == 0)
    }

    /// A function that is infinite beyond a wall must not throw the search off.
    @Test func comesBackFromInfinity() {
        let outcome = precise().minimize(from: [0.5]) { x in
            x[0] > 0 ? (x[0] - 1.5 * log(x[0]), [1 - 1.5 / x[0]]) : (.infinity, [.nan])
        }
        #expect(abs(outcome.x[0] - 1.5) < 1e-4)
    }

    /// What the line search returns meets both Wolfe conditions.
    @Test(arguments: [1e-4, 0.01, 1, 100])
    func firstStepMeetsTheWolfeConditions(scale: Double) {
        var optimizer = LBFGS()
        optimizer.iterations = 1
        let start = [3 * scale, -2.0]
        func function(_ x: [Double]) -> (value: Double, gradient: [Double]) {
            (x[0] * x[0] / scale + x[1] * x[1], [2 * x[0] / scale, 2 * x[1]])
        }
        let (value, gradient) = function(start)
        let outcome = optimizer.minimize(from: start, function)
        let step = zip(outcome.x, start).map { $0 - $1 }
        let slope = zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
        let after = zip(function(outcome.x).gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(outcome.value <= value + 1e-4 * slope)
        #expect(abs(after) <= 0.9 * abs(slope))
    }
}
