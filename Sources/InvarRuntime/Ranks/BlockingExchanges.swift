import InvarCompiler
import InvarGraph

/// One exchange after another, as they stand in a program.
///
/// A communicator gathers and scatters parts that lie one after another. Where the batch is not along the outermost axis, or lies
/// there several times, parts are packed and unpacked here.
@safe
final class BlockingExchanges: @unchecked Sendable {
    private let memory: ProgramMemory
    private let communicator: any Communicator
    /// For a whole in the order of the ranks.
    private let scratch: Arena?

    /// - Throws: `ArenaError` when the machine does not have the memory.
    init(_ memory: ProgramMemory, _ communicator: any Communicator) throws {
        (self.memory, self.communicator) = (memory, communicator)
        let bytes = Self.scratchBytes(memory.program)
        scratch = bytes > 0 ? try Arena(byteCount: bytes) : nil
    }

    static func scratchBytes(_ program: Program) -> Int {
        program.steps.reduce(0) { most, step in
            guard let batch = step.kernel.collective?.batchAxis, batch.pieces(of: step.results[0].shape) > 1
            else { return most }
            return max(most, max(step.operands[0].count, step.results[0].count) * program.element.byteCount)
        }
    }

    /// Carries out all of an exchange, whatever phase of it the step is.
    func run(step number: Int) {
        let step = memory.program.steps[number]
        guard let collective = step.kernel.collective else { internalError("step \(number) is no exchange") }
        communicator.watch?.begin(.step(number))
        defer { communicator.watch?.end() }
        let operand = unsafe bytes(step.operands[0]), result = unsafe bytes(step.results[0])
        let element = memory.program.element
        let pieces = collective.batchAxis?.pieces(of: step.results[0].shape) ?? 1
        switch collective.kind {
        case .allReduce:
            // most are summed where they lie
            if unsafe result.baseAddress != operand.baseAddress {
                unsafe result.copyMemory(from: UnsafeRawBufferPointer(operand))
            }
            unsafe communicator.allReduce(result, of: element)
        case .allGather:
            let order = unsafe pieces == 1 ? result : packed(result.count)
            unsafe communicator.allGather(UnsafeRawBufferPointer(operand), into: order)
            if pieces > 1 { unsafe copy(order, result, pieces: pieces, toRanks: false) }
        case .reduceScatter:
            let order = unsafe pieces == 1 ? operand : packed(operand.count)
            if pieces > 1 { unsafe copy(operand, order, pieces: pieces, toRanks: true) }
            unsafe communicator.reduceScatter(UnsafeRawBufferPointer(order), into: result, of: element)
        case .shard:
            let run = result.count / pieces
            for piece in 0..<pieces {
                let from = (piece * communicator.ranks + communicator.rank) * run
                unsafe copy(operand, from, result, piece * run, run)
            }
        }
    }

    /// A whole from its own order, [pieces, ranks, run], to the ranks' order [ranks, pieces, run], or back.
    private func copy(
        _ source: UnsafeMutableRawBufferPointer, _ target: UnsafeMutableRawBufferPointer, pieces: Int, toRanks: Bool
    ) {
        let ranks = communicator.ranks
        let run = source.count / (pieces * ranks)
        for piece in 0..<pieces {
            for rank in 0..<ranks {
                let (own, other) = ((piece * ranks + rank) * run, (rank * pieces + piece) * run)
                unsafe copy(source, toRanks ? own : other, target, toRanks ? other : own, run)
            }
        }
    }

    private func copy(
        _ source: UnsafeMutableRawBufferPointer, _ from: Int, _ target: UnsafeMutableRawBufferPointer, _ to: Int,
        _ count: Int
    ) {
        let part = unsafe UnsafeRawBufferPointer(rebasing: source[from..<(from + count)])
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[to..<(to + count)]).copyMemory(from: part)
    }

    private func packed(_ count: Int) -> UnsafeMutableRawBufferPointer {
        unsafe UnsafeMutableRawBufferPointer(start: scratch?.base, count: count)
    }

    private func bytes(_ view: View) -> UnsafeMutableRawBufferPointer {
        let count = view.count * memory.program.element.byteCount
        return switch memory.program.element {
        case .float32: unsafe UnsafeMutableRawBufferPointer(start: memory.pointer(view, as: Float.self), count: count)
        case .float64: unsafe UnsafeMutableRawBufferPointer(start: memory.pointer(view, as: Double.self), count: count)
        }
    }
}
