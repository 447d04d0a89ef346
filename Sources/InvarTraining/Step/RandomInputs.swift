import Invar
import InvarRuntime

/// The inputs that layers such as `Dropout` draw anew for each step. A number depends on the seed, the step, the input's name
/// and its place in the tensor, and on nothing else: not on threads, nor on what was drawn before.
package struct RandomInputs: Sendable {
    package let inputs: [RandomInput]

    package init(_ inputs: [RandomInput]) { self.inputs = inputs }

    /// Fills them with numbers uniform in 0..<1. What the program does not need is left out.
    /// - Parameter step: of the run, counted from 0.
    package func fill(_ memory: ProgramMemory, seed: UInt64, step: Int) {
        for input in inputs {
            var random = CounterRandom(seed: seed, step: step, input: input)
            switch memory.program.element {
            case .float32:
                if let values = unsafe memory.input(input.name) { unsafe random.fillUniform(values) }
            case .float64:
                memory.setInput(input.name, (0..<input.type.count).map { _ in Double(random.uniform()) })
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
