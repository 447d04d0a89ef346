import InvarCompiler
import InvarGraph
import InvarReference
import TestSupport

/// Carries out a program by the definition of each kernel, in double precision, over one array of memory: what shares a place overwrites each other,
/// as it would in earnest.
struct PlannedRun {
    private let program: Program
    private var memory: [Double]
    private var starts: [Int] = []

    init(_ program: Program) {
        self.program = program
        // One cell a byte of the arena would do; elements are at least four bytes apart.
        var end = program.arenaByteCount / program.element.byteCount
        for buffer in program.buffers {
            switch buffer.storage {
            case .arena(let offset): starts.append(offset / program.element.byteCount)
            case .input, .state:
                starts.append(end)
                end += buffer.type.count
            }
        }
        memory = [Double](repeating: .nan, count: end)
    }

    private func place(_ view: View) -> [Int] {
        positions(view.shape).map { position in
            zip(position, view.strides).reduce(starts[view.buffer] + view.offset) { $0 + $1.0 * $1.1 }
        }
    }

    private func read(_ view: View) -> HostTensor { HostTensor(shape: view.shape, place(view).map { memory[$0] }) }

    private mutating func write(_ view: View, _ value: HostTensor) {
        for (index, value) in zip(place(view), value.values) { memory[index] = value }
    }

    private mutating func give(_ named: [Program.NamedView], _ values: [String: HostTensor]) {
        for given in named { if let value = values[given.name] { write(given.view, value) } }
    }

    func run(
        _ inputs: [String: HostTensor], _ states: [String: HostTensor], times: Int, _ graph: Graph
    ) -> RunResult {
        var run = self
        run.give(program.inputs, inputs)
        run.give(program.states, states)
        for _ in 0..<times { for step in program.steps { run.carryOut(step) } }
        var result = RunResult(outputs: [:], states: states)
        for output in program.outputs { result.outputs[output.name] = run.read(output.view) }
        for state in program.states { result.states[state.name] = run.read(state.view) }
        return result
    }

    private mutating func carryOut(_ step: Step) {
        let before = memory
        step.carryOut { [starts] view, offset in
            before[starts[view.buffer] + view.offset + offset]
        } write: { view, offset, value in
            memory[starts[view.buffer] + view.offset + offset] = value
        }
    }
}
