import Invar
import InvarData
import InvarRuntime

/// The state of a session by name, in and out. The one place of training that touches the session's state.
package struct StateStore {
    private let memory: ProgramMemory
    package let states: [StateSpec]
    private let seed: UInt64

    package init(_ session: any Session, _ states: [StateSpec], seed: UInt64) {
        memory = session.memory
        self.states = states
        self.seed = seed
    }

    /// Bytes of the whole state.
    package var byteCount: Int { states.reduce(0) { $0 + $1.type.byteCount } }

    /// Gives every piece of state the value that a run begins with.
    package func initialize() {
        for spec in states { unsafe memory.setState(spec.name) { unsafe spec.initialize($0, seed: seed) } }
    }

    /// A piece of state that no step uses keeps its initial value.
    package func values(_ spec: StateSpec) -> [Float] {
        unsafe memory.state(spec.name).map { unsafe Array($0) } ?? spec.initialValues(seed: seed)
    }

    package func set(_ spec: StateSpec, _ values: [Float]) {
        precondition(values.count == spec.type.count, "internal: \(values.count) values for \(spec.name)")
        unsafe memory.setState(spec.name) { _ = unsafe $0.update(fromContentsOf: values) }
    }

    /// Of all values that this rank holds whole.
    var fingerprint: String {
        var hash = Fingerprint()
        for spec in states where unsafe memory.state(spec.name)?.count == spec.type.count {
            unsafe memory.state(spec.name).map { unsafe hash.add(UnsafeRawBufferPointer($0)) }
        }
        return hash.text
    }

    /// The first piece of state that holds a NaN or an infinity.
    package var firstNotFinite: String? {
        states.first { spec in
            guard let values = unsafe memory.state(spec.name) else { return false }
            // x·0 is 0 unless x is NaN or infinite; a sum has no branches
            return unsafe values.reduce(into: Float(0)) { $0 += $1 * 0 } != 0
        }?.name
    }
}
