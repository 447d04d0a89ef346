import InvarCompiler
import InvarGraph
import TestSupport

/// Carries out a program by the naive evaluator, over one array of memory: what shares a place overwrites each other,
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

    private mutating func give(_ isWanted: (Buffer.Storage) -> String?, _ values: [String: HostTensor]) {
        for (index, buffer) in program.buffers.enumerated() {
            guard let name = isWanted(buffer.storage), let value = values[name] else { continue }
            write(View(buffer: index, shape: buffer.type.shape), value)
        }
    }

    func run(
        _ inputs: [String: HostTensor], _ states: [String: HostTensor], times: Int, _ graph: Graph
    ) -> RunResult {
        var run = self
        run.give({ if case .input(let name) = $0 { name } else { nil } }, inputs)
        run.give({ if case .state(let name) = $0 { name } else { nil } }, states)
        for _ in 0..<times { for step in program.steps { run.carryOut(step) } }
        var result = RunResult(outputs: [:], states: states)
        for output in program.outputs { result.outputs[output.name] = run.read(output.view) }
        for (index, buffer) in program.buffers.enumerated() {
            guard case .state(let name) = buffer.storage else { continue }
            result.states[name] = run.read(View(buffer: index, shape: buffer.type.shape))
        }
        return result
    }

    private mutating func carryOut(_ step: Step) {
        var single = Graph("step")
        var inputs: [String: HostTensor] = [:]
        let operands = step.operands.enumerated().map { index, view in
            inputs["\(index)"] = read(view)
            return single.insert(Node(.input("\(index)"), type: TensorType(view.shape, program.element)))
        }
        let type = TensorType(step.result.shape, program.element)
        single.output("y", single.insert(Node(step.op, operands, type: type)))
        if let value = NaiveEvaluator(single, inputs: inputs).outputs["y"] { write(step.result, value) }
    }
}
