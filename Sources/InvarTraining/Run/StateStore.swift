import Invar
import InvarData
import InvarGraph
import InvarRuntime

/// The state of a session by name, in and out. The one place of training that touches the session's state.
///
/// Whole values go in and out, also where ranks have parts of some states: so a run can go on with another number of ranks.
package struct StateStore {
    private let memory: ProgramMemory
    package let states: [StateSpec]
    private let seed: UInt64
    private let parts: [String: BatchAxis]
    private let communicator: any Communicator

    /// - Parameters:
    ///   - parts: the states that each rank has a part of (`TrainingStep.parts`).
    ///   - communicator: to the other ranks.
    package init(
        _ session: any Session, _ states: [StateSpec], seed: UInt64, parts: [String: BatchAxis] = [:],
        communicator: any Communicator = Alone()
    ) {
        memory = session.memory
        self.states = states
        self.seed = seed
        (self.parts, self.communicator) = (parts, communicator)
    }

    /// Bytes of the whole state.
    package var byteCount: Int { states.reduce(0) { $0 + $1.type.byteCount } }

    /// Gives every piece of state the value that a run begins with.
    package func initialize() {
        for spec in states {
            if parts[spec.name] == nil {
                unsafe memory.setState(spec.name) { unsafe spec.initialize($0, seed: seed) }
            } else {
                set(spec, spec.initialValues(seed: seed))
            }
        }
    }

    /// A piece of state that no step uses keeps its initial value.
    ///
    /// Of one that ranks have parts of, rank 0 alone gets the whole, and the others nothing: no other needs the memory. All of
    /// them have to ask for these in the same order, as `handOver` does.
    package func values(_ spec: StateSpec) -> [Float] {
        guard let own = unsafe memory.state(spec.name) else { return spec.initialValues(seed: seed) }
        guard let axis = parts[spec.name] else { return unsafe Array(own) }
        let isFirst = communicator.rank == 0
        var whole = [Float](repeating: 0, count: isFirst ? spec.type.count : 0)
        var part = unsafe Array(own)
        communicator.watch?.begin(.message)
        defer { communicator.watch?.end() }
        for rank in 0..<communicator.ranks {
            if rank == communicator.rank {
                _ = unsafe part.withUnsafeMutableBufferPointer { unsafe $0.update(from: own) }
            }
            unsafe part.withUnsafeMutableBytes { unsafe communicator.broadcast($0, from: rank) }
            if isFirst { axis.put(part, of: rank, ranks: communicator.ranks, into: &whole, shape: spec.type.shape) }
        }
        return whole
    }

    /// What the other ranks do while rank 0 asks for the values of all states in their order: they hand over their parts.
    package func handOver() {
        for spec in states where parts[spec.name] != nil { _ = values(spec) }
    }

    /// - Parameter values: the whole, of which a rank keeps what it has of it.
    package func set(_ spec: StateSpec, _ values: [Float]) {
        precondition(values.count == spec.type.count, "internal: \(values.count) values for \(spec.name)")
        var own = values
        if let axis = parts[spec.name] {
            own = axis.part(
                of: values, shape: spec.type.shape, rank: communicator.rank, ranks: communicator.ranks)
        }
        unsafe memory.setState(spec.name) { _ = unsafe $0.update(fromContentsOf: own) }
    }

    /// Of all values that this rank holds whole.
    var fingerprint: String {
        var hash = Fingerprint()
        for spec in states where unsafe memory.state(spec.name)?.count == spec.type.count {
            unsafe memory.state(spec.name).map { unsafe hash.add(UnsafeRawBufferPointer($0)) }
        }
        return hash.text
    }

    /// The first piece of state that holds a NaN or an infinity, in what this rank has of it.
    package var firstNotFinite: String? {
        states.first { spec in
            guard let values = unsafe memory.state(spec.name) else { return false }
            // x·0 is 0 unless x is NaN or infinite; a sum has no branches
            return unsafe values.reduce(into: Float(0)) { $0 += $1 * 0 } != 0
        }?.name
    }
}
