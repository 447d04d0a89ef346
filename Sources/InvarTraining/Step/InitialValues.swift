import Invar
import InvarRuntime

extension [StateSpec] {
    /// What each has for its name; names differ from each other.
    func byName<Value>(_ value: (StateSpec) throws -> Value) rethrows -> [String: Value] {
        try Dictionary(map { ($0.name, try value($0)) }) { first, _ in first }
    }

    /// The values that a run begins with, by name.
    package func initialValues(seed: UInt64) -> [String: [Float]] { byName { $0.initialValues(seed: seed) } }
}

extension StateSpec {
    /// The values that a run begins with, row-major in the graph's own layout. They depend on the seed and on the name, not
    /// on what else the architecture holds.
    package func initialValues(seed: UInt64) -> [Float] {
        unsafe [Float](unsafeUninitializedCapacity: type.count) { values, count in
            unsafe values.initialize(repeating: 0)
            unsafe initialize(values, seed: seed)
            count = values.count
        }
    }

    /// Writes them where they are wanted: a copy of the largest parameter would count as memory that a run needs.
    package func initialize(_ values: UnsafeMutableBufferPointer<Float>, seed: UInt64) {
        var random = CounterRandom(seed: seed, name: follows ?? name)
        switch initializer {
        case .zeros: unsafe values.update(repeating: 0)
        case .ones: unsafe values.update(repeating: 1)
        case .constant(let value): unsafe values.update(repeating: Float(value))
        case .values(let given):
            precondition(given.count == values.count, "internal: \(given.count) initial values for \(name)")
            _ = unsafe values.update(fromContentsOf: given)
        case .uniform(let bound): unsafe random.fillUniform(values, from: Float(-bound), to: Float(bound))
        case .normal(let standardDeviation):
            unsafe random.fillNormal(values, standardDeviation: Float(standardDeviation))
        }
    }
}
