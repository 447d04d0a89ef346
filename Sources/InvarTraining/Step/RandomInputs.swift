import Invar
import InvarRuntime

/// The inputs that layers such as `Dropout` draw anew for each step. A number depends on the seed, the step, the input's name
/// and its place in the tensor, and on nothing else: not on threads, nor on what was drawn before.
package struct RandomInputs: Sendable {
    package let inputs: [RandomInput]

    package init(_ inputs: [RandomInput]) { self.inputs = inputs }

    /// Fills them with numbers uniform in 0..<1. What the program does not need is left out.
    /// - Parameters:
    ///   - step: of the run, counted from 0.
    ///   - rank: of those that share the step. An image gets the numbers that it would get in a step of one process.
    package func fill(_ memory: ProgramMemory, seed: UInt64, step: Int, rank: Int = 0) {
        let types = memory.program.inputTypes
        for input in inputs {
            guard let count = types[input.name]?.count else { continue }
            // of an input that is shared out a rank has as many rows as each before it
            let first = count == input.type.count ? 0 : rank * count
            var random = CounterRandom(seed: seed, step: step, input: input)
            switch memory.program.element {
            case .float32:
                if let values = unsafe memory.input(input.name) { unsafe random.fillUniform(values, from: first) }
            case .float64:
                let all = (0..<(first + count)).map { _ in Double(random.uniform()) }
                memory.setInput(input.name, Array(all[first...]))
            }
        }
    }
}

extension RandomInput {
    /// FNV-1a. What emitted code draws goes by the same.
    package var nameHash: UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension CounterRandom {
    /// Of a name 56 bits of its hash: two names of a model that share them are less likely than one in 10¹⁵.
    fileprivate init(seed: UInt64, step: Int, input: RandomInput) {
        let hash = input.nameHash
        self.init(
            seed: seed, stream: step, item: Int(truncatingIfNeeded: hash & 0xFFFF_FFFF),
            view: Int(truncatingIfNeeded: hash >> 32 & 0xFF_FFFF), purpose: .layers)
    }
}
