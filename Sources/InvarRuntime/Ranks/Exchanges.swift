import InvarCompiler
import InvarGraph

/// The collectives of a program, ready to be carried out: for all executors, since only a communicator knows how ranks exchange.
///
/// Where the communicator `overlaps`, a thread of the session's own carries them out, in the order of the program, and
/// a finish waits for it. Otherwise a start is the whole exchange, and a finish nothing.
package final class Exchanges {
    private let blocking: BlockingExchanges
    private let thread: ExchangeThread?
    private let phases: [CollectivePhase?]
    /// By step: how many exchanges are carried out in a run of the program up to this one, where it ends one.
    private let places: [Int]

    /// - Throws: a `Diagnostic` where the program is for another number of ranks, `ArenaError` when the machine does not have the memory,
    ///   `ThreadError` when it refuses a thread.
    package init(_ memory: ProgramMemory, _ communicator: any Communicator) throws {
        let program = memory.program
        for step in program.steps {
            guard let collective = step.kernel.collective, collective.ranks != communicator.ranks else { continue }
            throw Diagnostic(
                "\(program.name) is one rank's part of \(collective.ranks); it cannot be run by \(communicator.ranks)",
                at: step.site)
        }
        phases = program.steps.map(\.kernel.phase)
        places = program.exchangePlaces
        let blocking = try BlockingExchanges(memory, communicator)
        self.blocking = blocking
        let count = phases.count { $0 == .whole || $0 == .start }
        let isUseful = communicator.overlaps && phases.contains(.start)
        thread = isUseful ? try ExchangeThread(capacity: count) { blocking.run(step: $0) } : nil
    }

    /// Bytes that it takes for a program.
    package static func byteCount(_ program: Program) -> Int {
        let bytes = BlockingExchanges.scratchBytes(program)
        return bytes > 0 ? Arena.pages(bytes) : 0
    }

    /// Carries out a step of the program; nothing happens where it is no collective.
    package func run(step number: Int) {
        guard let phase = phases[number] else { return }
        guard let thread else {
            if phase != .finish { blocking.run(step: number) }
            return
        }
        if phase != .finish { thread.start(number, as: places[number]) }
        if phase != .start { thread.finish(places[number]) }
    }
}

extension Program {
    /// For each start the number of the exchange among all, and the same for its finish.
    fileprivate var exchangePlaces: [Int] {
        var places = [Int](repeating: 0, count: steps.count)
        var (count, started) = (0, [Int]())
        for (number, step) in steps.enumerated() {
            switch step.kernel.phase {
            case .whole, .start:
                places[number] = count
                count += 1
                if step.kernel.phase == .start { started.append(number) }
            case .finish:
                guard let start = started.firstIndex(where: { step.isFinish(of: steps[$0]) }) else {
                    internalError("step \(number) finishes what was not started")
                }
                places[number] = places[started.remove(at: start)]
            case nil: break
            }
        }
        return places
    }
}
