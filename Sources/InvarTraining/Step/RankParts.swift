import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime

// What each of the ranks that share a step has of its states and outputs.

extension CapturedTraining {
    /// The parameters whose update ranks share, in so many parts: large ones that the optimizer keeps something for.
    func sharedUpdates(_ moments: [StateSpec], over parts: Int) -> [SharedUpdate] {
        states.filter { $0.role == .parameter }.compactMap { parameter in
            let own = moments.filter { $0.type == parameter.type && $0.name.hasSuffix("/" + parameter.name) }
            guard !own.isEmpty, let axis = SharedUpdate.axis(of: parameter.type.shape, over: parts) else { return nil }
            return SharedUpdate(parameter.name, moments: own.map(\.name), along: axis)
        }
    }
}

extension TrainingStep {
    /// Whether each rank has its own images' rows of an output, and not the whole.
    package func isPart(output name: String) -> Bool {
        guard let part = program.outputs.first(where: { $0.name == name })?.view.shape,
            let node = graph.output(named: name)
        else { return false }
        return part != graph[node].type.shape
    }

    /// An output of all ranks, row-major. Where ranks have parts of it, all have to ask for it.
    /// - Returns: nothing where the step has no such output.
    package func output(_ name: String, of session: any Session, over communicator: any Communicator) -> [Float] {
        let own = session.memory.outputValues(name)
        guard isPart(output: name), let first = own.first else { return own }
        var whole = [Float](repeating: first, count: own.count * communicator.ranks)
        unsafe own.withUnsafeBytes { part in
            unsafe whole.withUnsafeMutableBytes { unsafe communicator.allGather(part, into: $0) }
        }
        return whole
    }
}
