import Invar
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import Synchronization
import TestSupport
import Testing

@Suite struct ShadowTests {
    /// What is reported while a step of training runs twice.
    private func reports(
        _ executor: any Executor, against reference: any Executor = BLASExecutor(), on program: Program, times: Int = 2
    ) throws -> [ShadowMismatch] {
        let found = Found()
        let shadow = ShadowExecutor(executor, against: reference) { found.add($0) }
        let session = try prepared(shadow, program)
        for _ in 0..<times { session.run() }
        return found.all
    }

    private func prepared(_ executor: any Executor, _ program: Program) throws -> any Session {
        let session = try executor.prepare(program, threads: 2)
        for state in program.states { session.memory.setState(state.name) { fill($0, 3) } }
        for input in program.inputs { fill(session.memory.input(input.name), 5) }
        session.memory.setInput("learningRate", [1e-4])
        return session
    }

    private func fill(_ values: UnsafeMutableBufferPointer<Float>?, _ seed: UInt64) {
        var random = CounterRandom(seed: seed, stream: values?.count ?? 0)
        guard let values else { return }
        for index in values.indices { values[index] = 0.5 + 0.25 * abs(random.normal()) }
    }

    private func step() throws -> Program {
        try TrainingStep.build(tiny, optimizer: .sgd(SGD(momentum: 0.9)), batch: 8).program
    }

    @Test func theReferenceAgreesWithItself() throws {
        #expect(try reports(BLASExecutor(), on: step()) == [])
    }

    /// Kernels that write over their operands are in it.
    @Test func theShadowedSessionComputesWhatItComputesAlone() throws {
        let program = try step()
        func states(_ executor: any Executor) throws -> [[Double]] {
            let session = try prepared(executor, program)
            for _ in 0..<2 { session.run() }
            return program.states.map { session.memory.stateValues($0.name) ?? [] }
        }
        let shadow = ShadowExecutor(BLASExecutor(), against: BLASExecutor()) { _ in }
        let found = try states(shadow)
        #expect(found.allSatisfy { $0.allSatisfy(\.isFinite) })
        #expect(try found == states(BLASExecutor()))
    }

    /// Whichever step it is, it alone is reported: the steps after it compute rightly from what it left.
    @Test func theWrongStepIsNamed() throws {
        let program = try step()
        for index in stride(from: 0, to: program.steps.count, by: 5) {
            let found = try reports(Broken(step: index) { $0 * 3 + 1 }, on: program, times: 1)
            #expect(found.map(\.step) == [index])
            guard let first = found.first else { continue }
            #expect(first.element.allSatisfy { $0 == 0 } && first.result == 0)
            #expect(first.name == program.steps[index].name && first.site == program.steps[index].site)
            #expect(first.got == Double(Float(first.want) * 3 + 1))
            let text = first.description
            let parts = [first.name, first.site?.description ?? "", "\(first.got)", "\(first.want)", "broken", "blas"]
            for part in parts where !part.isEmpty { #expect(text.contains(part), "\(text)") }
        }
    }

    /// A reference that leaves places of its result as they were computes one thing now and another then: what it checked is not
    /// blamed.
    @Test func aReferenceThatDisagreesWithItselfIsAtFault() throws {
        let program = try step()
        // one that does not write over what it reads: there the place has the operand's value, twice the same
        let index = try #require(
            program.steps.indices.first { index in
                let step = program.steps[index]
                return step.results.allSatisfy { result in step.operands.allSatisfy { $0.buffer != result.buffer } }
            })
        let found = try reports(BLASExecutor(), against: Forgetful(step: index), on: program, times: 1)
        let first = try #require(found.first)
        #expect(first.step == index && first.disagreement?.element.allSatisfy { $0 == 0 } == true)
        #expect(first.description.contains("the reference, forgetful, is at fault"), "\(first)")
        let broken = try reports(Broken(step: index) { $0 * 3 + 1 }, on: program, times: 1)
        #expect(broken.map(\.disagreement) == [nil] && broken.first?.description.contains("at fault") == false)
    }

    @Test func whatIsNoNumberIsWrong() throws {
        let program = try step()
        #expect(try reports(Broken(step: 0) { _ in .nan }, on: program, times: 1).first?.step == 0)
    }

    /// Σ of numbers that cancel: right results differ by more than a part of the sum.
    @Test func cancellationIsNoError() throws {
        let builder = GraphBuilder("cancelling")
        let x = builder.input("x", TensorType([4096], .float32))
        builder.output("sum", x.sum([0]))
        let program = compile(try builder.finish())
        func found(_ error: Float) throws -> [ShadowMismatch] {
            let found = Found()
            let shadow = ShadowExecutor(Broken(step: 0) { $0 + error }, against: BLASExecutor()) { found.add($0) }
            let session = try shadow.prepare(program, threads: 1)
            session.memory.setInput("x", (0..<4096).map { $0.isMultiple(of: 2) ? 1 : -1 })
            session.run()
            return found.all
        }
        #expect(try found(1e-6) == [])
        #expect(try found(0.1).count == 1)
    }

    @Test func roundingIsNoError() throws {
        let program = try step()
        for index in program.steps.indices {
            // what is only moved or chosen has no rounding to blame
            if case .maxPool = program.steps[index].kernel { continue }
            #expect(try reports(Broken(step: index) { $0 * (1 + 0x1p-23) }, on: program, times: 1) == [])
        }
    }
}

private final class Found: Sendable {
    private let mismatches = Mutex<[ShadowMismatch]>([])
    func add(_ mismatch: ShadowMismatch) { mismatches.withLock { $0.append(mismatch) } }
    var all: [ShadowMismatch] { mismatches.withLock { $0 } }
}
