import Invar
import InvarRuntime

extension StateSpec {
    /// The values that a run begins with, row-major in the graph's own layout. They depend on the seed and on the name, not
    /// on what else the architecture holds.
    package func initialValues(seed: UInt64) -> [Float] {
        switch initializer {
        case .zeros: return constant(0)
        case .ones: return constant(1)
        case .constant(let value): return constant(Float(value))
        case .uniform(let bound):
            var random = CounterRandom(seed: seed, name: name)
            var values = constant(0)
            random.fillUniform(&values, from: Float(-bound), to: Float(bound))
            return values
        case .normal(let standardDeviation):
            var random = CounterRandom(seed: seed, name: name)
            var values = constant(0)
            random.fillNormal(&values, standardDeviation: Float(standardDeviation))
            return values
        }
    }

    private func constant(_ value: Float) -> [Float] { [Float](repeating: value, count: type.count) }
}
