import AllocationCounter
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarReference
import InvarRuntime
import TestSupport
import Testing

/// One step of a program, written by hand: what the interpreter makes of it is what each kernel's definition makes of it, with the
/// same bits on any number of threads, without a request for memory, and without a touch to what lies around its results.
struct StepCase {
    enum Place {
        /// Memory of its own, of this shape.
        case own([Int])
        /// Over the operand of this number.
        case operand(Int)
    }

    var kernel: Kernel
    var element = ElementType.float64
    /// Row-major.
    var operands: [HostTensor]
    var results: [Place]

    /// What lies behind each result, and must stay.
    private static let guards = [Double](repeating: 77, count: 16)

    /// The program as text. Everything is a state, so that all of it can be read afterwards.
    private var text: String {
        var (buffers, states, views) = ([String](), [String](), [String]())
        func add(_ name: String, _ shape: [Int], guards: Int) {
            let number = buffers.count
            let size = guards == 0 ? shape : [shape.reduce(1, *) + guards]
            buffers.append("b\(number) : \(element.rawValue)\(size) state")
            states.append("state \"\(name)\" = b\(number)")
            views.append(guards == 0 ? "b\(number)" : "b\(number)+0\(shape)")
        }
        for (number, operand) in operands.enumerated() { add("x\(number)", operand.shape, guards: 0) }
        var places: [String] = []
        for (number, result) in results.enumerated() {
            switch result {
            case .own(let shape):
                add("r\(number)", shape, guards: Self.guards.count)
                places.append(views[views.count - 1])
            case .operand(let operand): places.append(views[operand])
            }
        }
        let operandViews = self.operands.enumerated().map { View(buffer: $0.offset, shape: $0.element.shape) }
        let resultViews = results.enumerated().map { number, result in
            switch result {
            case .own(let shape): View(buffer: 1000 + number, shape: shape)
            case .operand(let operand): operandViews[operand]
            }
        }
        let head = places.joined(separator: ", ") + " = \(kernel.mnemonic)("
        let step = ([head + views[..<operands.count].joined(separator: ", ") + ")"] + kernel.attributes)
            .joined(separator: " ")
        let body = kernel.body(operandViews, resultViews)
        let lines = buffers + states + ["0: " + step + (body.isEmpty ? "" : " {\n\(body.joined(separator: "\n"))\n}")]
        return (["program \"step\" \(element.rawValue) arena 0 {"] + lines + ["}"]).joined(separator: "\n")
            .replacing(", ", with: ",").replacing(",", with: ", ")
    }

    private func session(_ executor: any Executor, threads: Int) throws -> any Session {
        let session = try executor.prepare(try Program(parsing: text), threads: threads)
        for (number, operand) in operands.enumerated() { session.memory.setState("x\(number)", operand.values) }
        for (number, result) in results.enumerated() {
            guard case .own(let shape) = result else { continue }
            session.memory.setState(
                "r\(number)", [Double](repeating: .nan, count: shape.reduce(1, *)) + Self.guards)
        }
        session.spoilScratch(0xFF)
        return session
    }

    /// What each state is, by name, after one run.
    private func states(_ session: any Session) -> [String: [Double]] {
        session.memory.stateNames.reduce(into: [:]) { $0[$1] = session.memory.stateValues($1) }
    }

    /// The results by the interpreter.
    func found(threads: Int = 1) throws -> [[Double]] {
        let session = try session(BLASExecutor(), threads: threads)
        session.run()
        return results.enumerated().map { number, result in
            switch result {
            case .own(let shape):
                Array((session.memory.stateValues("r\(number)") ?? []).prefix(shape.reduce(1, *)))
            case .operand(let operand): session.memory.stateValues("x\(operand)") ?? []
            }
        }
    }

    /// - Parameter limit: how far off a number may be, beside the largest of its result, or 1.
    func check(limit: Double, _ place: SourceLocation = #_sourceLocation) throws {
        let reference = try session(ReferenceExecutor(), threads: 1)
        reference.run()
        let expected = states(reference)
        var first: [String: [UInt64]]?
        for threads in [1, 2, 3] {
            let session = try session(BLASExecutor(), threads: threads)
            session.run()
            let found = states(session)
            for (name, want) in expected {
                let count = want.count - (name.first == "r" ? Self.guards.count : 0)
                let complaint = HostTensor(shape: [count], Array((found[name] ?? []).prefix(count))).complaint(
                    against: HostTensor(shape: [count], Array(want.prefix(count))), relative: limit, absolute: limit)
                #expect(complaint == nil, "\(name) of \(text), on \(threads)", sourceLocation: place)
                if name.first == "r" {
                    #expect(found[name]?.suffix(16) == Self.guards[...], "behind \(name)", sourceLocation: place)
                }
            }
            let bits = found.mapValues { $0.map { $0.isNaN ? 0 : $0.bitPattern } }
            #expect(first == nil || first == bits, "other bits on \(threads) threads: \(text)", sourceLocation: place)
            first = bits
            let before = invar_test_allocation_count()
            session.run()
            #expect(invar_test_allocation_count() == before, "asks for memory: \(text)", sourceLocation: place)
        }
    }
}

extension SplitMix {
    mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &self) }
    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    /// Multiples of 2⁻⁸ in -1..<1: products of them are exact.
    mutating func tensor(_ shape: [Int]) -> HostTensor {
        HostTensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Double(below(512) - 256) / 256 })
    }
}

extension LoopNest {
    /// Over contiguous operands of this shape, all of its axes: what `instructions` make of them.
    ///
    /// - Parameter over: the axes that reductions run along.
    static func plain(
        _ shape: [Int], over reduced: [Int] = [], operands: Int = 1, _ instructions: [Instruction] = [.load(0)],
        results: [(value: Int, reduction: Reduction?)]
    ) -> LoopNest {
        LoopNest(
            axes: shape.enumerated().map { Axis($0.element, isReduced: reduced.contains($0.offset)) },
            sources: (0..<operands).map { Source(.operand($0), strides: contiguousStrides(shape)) },
            instructions: instructions,
            results: results.map { value, reduction in
                Result(value, reduction.map { .reduce($0) } ?? .store(contiguousStrides(shape)))
            })
    }

    /// Shapes of its results' memory.
    var resultShapes: [[Int]] {
        results.map { result in
            guard let strides = result.strides else { return [keptPoints] }
            return [zip(axes, strides).reduce(1) { $0 + ($1.0.size - 1) * $1.1 }]
        }
    }
}
