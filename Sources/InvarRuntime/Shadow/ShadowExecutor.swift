import InvarCompiler

/// Runs a reference right beside an executor, step by step on the same operands, and reports the first result that is
/// not what the reference computes. Takes the memory of both, and more than the time of both.
package struct ShadowExecutor: Executor {
    let checked, reference: any Executor
    let report: @Sendable (ShadowMismatch) -> Void

    /// - Parameter report: called with each wrong result. Who wants to stop there ends the process; else the run goes on.
    package init(
        _ checked: any Executor, against reference: any Executor, report: @escaping @Sendable (ShadowMismatch) -> Void
    ) {
        (self.checked, self.reference, self.report) = (checked, reference, report)
    }

    package var name: String { "\(checked.name) checked by \(reference.name)" }

    package var notes: [String] { checked.notes + reference.notes + ["each step is checked: this is slow"] }

    package var fingerprint: String { "\(checked.fingerprint), checked by \(reference.fingerprint)" }

    package func bytesBeside(_ program: Program, threads: Int) throws -> Int {
        try checked.bytesBeside(program, threads: threads) + reference.bytes(program, threads: threads)
    }

    package func prepare(_ program: Program, threads: Int, communicator: any Communicator) throws -> any Session {
        ShadowSession(
            try checked.prepare(program, threads: threads, communicator: communicator),
            try reference.prepare(program, threads: threads, communicator: communicator),
            names: (checked.name, reference.name), report)
    }
}

/// Two sessions of one program. Callers see the memory of the one that is checked; the other's is filled anew for each
/// step, so that an error does not wander into the steps after it.
final class ShadowSession: Session {
    private let checked, reference: any Session
    private let names: (checked: String, reference: String)
    private let report: @Sendable (ShadowMismatch) -> Void

    init(
        _ checked: any Session, _ reference: any Session, names: (String, String),
        _ report: @escaping @Sendable (ShadowMismatch) -> Void
    ) {
        (self.checked, self.reference, self.names, self.report) = (checked, reference, names, report)
    }

    var memory: ProgramMemory { checked.memory }

    func run() {
        for step in program.steps.indices { run(step: step) }
    }

    func run(step: Int, lap: () -> Void) {
        switch program.element {
        case .float32: check(step, Float.self)
        case .float64: check(step, Double.self)
        }
        lap()
    }

    func kernels(of step: Int) -> [String] { [program.steps[step].kind] }

    func spoilScratch(_ byte: UInt8) {
        checked.spoilScratch(byte)
        reference.spoilScratch(byte)
    }

    private func check<Scalar: ShadowScalar>(_ index: Int, _: Scalar.Type) {
        let step = program.steps[index]
        // An exchange cannot be repeated: the other ranks would have to know.
        guard step.kernel.collective == nil else { return checked.run(step: index) }
        // A kernel may write over its operands: they are kept.
        let buffers = Set((step.operands + step.results).map(\.buffer))
        let saved = Dictionary(
            uniqueKeysWithValues: buffers.map { ($0, memory.elements(ofBuffer: $0, Scalar.self)) })
        for (buffer, values) in saved { reference.memory.fill(buffer: buffer, values) }
        reference.run(step: index)
        checked.run(step: index)

        let want = step.results.map { reference.memory.elements(of: $0, Scalar.self) }
        let tolerance = ShadowTolerance(step)
        var shaken: [[Scalar]]?
        for (place, view) in step.results.enumerated() {
            let got = memory.elements(of: view, Scalar.self)
            let plain = tolerance.forward * Scalar.rounding * largest(want[place])
            guard worst(got, want[place], beyond: plain) != nil else { continue }
            // Where summands cancel, two right results are further apart: as far as operands that are rounded otherwise
            // take the reference.
            let others = shaken ?? shake(index, saved, by: tolerance.backward * Scalar.rounding)
            shaken = others
            let allowed = plain + ShadowTolerance.margin * farthest(want[place], others[place])
            guard let wrong = worst(got, want[place], beyond: allowed) else { continue }
            report(
                mismatch(
                    index, place, wrong, Double(got[wrong]), Double(want[place][wrong]), allowed,
                    disagreement: disagreement(index, saved, place)))
            return
        }
    }

    /// What the reference computes from operands that are off by so much, relatively.
    private func shake<Scalar: ShadowScalar>(_ index: Int, _ saved: [Int: [Scalar]], by error: Double) -> [[Scalar]] {
        let step = program.steps[index]
        let operands = Set(step.operands.map(\.buffer))
        for (buffer, values) in saved {
            var random = CounterRandom(seed: UInt64(index), stream: buffer)
            let shaken = values.map { $0 + $0 * Scalar(error * (random.integer(below: 2) == 0 ? 1 : -1)) }
            reference.memory.fill(buffer: buffer, operands.contains(buffer) ? shaken : values)
        }
        reference.run(step: index)
        return step.results.map { reference.memory.elements(of: $0, Scalar.self) }
    }

    /// What the reference computes twice from the same operands, where it is not the same twice: from memory that holds one
    /// thing where nothing was written, and then another.
    private func disagreement<Scalar: ShadowScalar>(
        _ index: Int, _ saved: [Int: [Scalar]], _ place: Int
    ) -> ShadowMismatch.Disagreement? {
        let step = program.steps[index]
        let runs = [0xFF, 0x00].map { (byte: UInt8) in
            for view in step.results { reference.memory.fill(view, with: byte, Scalar.self) }
            let operands = Set(step.operands.map(\.buffer))
            for (buffer, values) in saved where operands.contains(buffer) {
                reference.memory.fill(buffer: buffer, values)
            }
            reference.spoilScratch(byte)
            reference.run(step: index)
            return reference.memory.elements(of: step.results[place], Scalar.self)
        }
        guard let element = worst(runs[0], runs[1], beyond: 0) else { return nil }
        return ShadowMismatch.Disagreement(
            element: position(element, in: step.results[place].shape), first: Double(runs[0][element]),
            second: Double(runs[1][element]))
    }

    private func position(_ element: Int, in shape: [Int]) -> [Int] {
        var (rest, position) = (element, [Int]())
        for extent in shape.reversed() {
            position.insert(rest % extent, at: 0)
            rest /= extent
        }
        return position
    }

    private func mismatch(
        _ index: Int, _ place: Int, _ element: Int, _ got: Double, _ want: Double, _ allowed: Double,
        disagreement: ShadowMismatch.Disagreement?
    ) -> ShadowMismatch {
        let step = program.steps[index]
        return ShadowMismatch(
            program: program.name, step: index, kind: step.kind, name: step.name, site: step.site,
            isBackward: step.isBackward, result: place, shape: step.results[place].shape,
            element: position(element, in: step.results[place].shape),
            got: got, want: want, allowed: allowed, checked: names.checked, reference: names.reference,
            disagreement: disagreement)
    }
}
