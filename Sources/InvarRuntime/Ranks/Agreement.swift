import InvarGraph

/// A rank has failed, and all know it. They end then, and one of them says why.
package struct RankFailure: Error, Sendable, CustomStringConvertible {
    /// The first that failed.
    package let rank: Int
    /// What it said, without its number.
    package let message: String
    /// The error itself, on the rank that failed.
    package let underlying: (any Error)?

    package init(rank: Int, message: String, underlying: (any Error)? = nil) {
        (self.rank, self.message, self.underlying) = (rank, message, underlying)
    }

    package var description: String { "rank \(rank): \(message)" }
}

/// What ranks tell each other between the steps of a program. All of it goes through one exchange, so that a rank that fails can say so
/// wherever the others wait for it.
extension Communicator {
    /// Each rank says something, and hears what all say, in the order of the ranks. What they say may differ in length. Of
    /// empty messages only the lengths are exchanged.
    ///
    /// - Throws: `RankFailure` where a rank said `failed`.
    package func gathered(_ message: [UInt8]) throws(RankFailure) -> [[UInt8]] {
        try exchanged(message, isFailure: false)
    }

    /// Each rank gets what rank 0 says. Other ranks' messages are not looked at.
    package func fromFirst(_ message: @autoclosure () throws -> [UInt8]) throws -> [UInt8] {
        try gathered(rank == 0 ? message() : [])[0]
    }

    /// Tells the others, which wait in `gathered` or will, that this rank has failed.
    package func failed(_ message: String) {
        _ = try? exchanged(Array(message.utf8), isFailure: true)
    }

    /// What all ranks do together, each of which may fail: then all of them throw.
    /// - Parameters:
    ///   - words: what is said of an error.
    ///   - body: exchanges with the others by programs, and by `gathered`. It throws where no other rank waits for it in a program.
    package func together<Result>(
        saying words: (any Error) -> String, _ body: () throws -> Result
    ) throws(RankFailure) -> Result {
        do {
            let result = try body()
            _ = try gathered([])
            return result
        } catch let failure as RankFailure {
            throw failure
        } catch {
            let message = words(error)
            failed(message)
            throw RankFailure(rank: rank, message: message, underlying: error)
        }
    }

    /// Whether any rank says yes.
    package func any(_ isTrue: Bool) throws(RankFailure) -> Bool {
        guard ranks > 1 else { return isTrue }
        return try gathered(isTrue ? [1] : []).contains { !$0.isEmpty }
    }

    private func exchanged(_ message: [UInt8], isFailure: Bool) throws(RankFailure) -> [[UInt8]] {
        guard ranks > 1 else { return [message] }
        watch?.begin(.message)
        defer { watch?.end() }
        // a length, or its complement from a rank that has failed
        let lengths = allGathered([isFailure ? ~Int64(message.count) : Int64(message.count)])
        let longest = lengths.map { $0 < 0 ? ~$0 : $0 }.max() ?? 0
        guard longest > 0 || lengths.contains(where: { $0 < 0 }) else {
            return [[UInt8]](repeating: [], count: ranks)
        }
        let room = Int(longest)
        let padded = message + [UInt8](repeating: 0, count: room - message.count)
        let all = allGathered(padded)
        let messages = lengths.enumerated().map { rank, length in
            Array(all[(rank * room)..<(rank * room + Int(length < 0 ? ~length : length))])
        }
        if let failed = lengths.firstIndex(where: { $0 < 0 }) {
            throw RankFailure(rank: failed, message: String(decoding: messages[failed], as: UTF8.self))
        }
        return messages
    }

    private func allGathered<Value: BitwiseCopyable>(_ values: [Value]) -> [Value] {
        guard let first = values.first else { return [] }
        var all = [Value](repeating: first, count: values.count * ranks)
        unsafe values.withUnsafeBytes { part in
            unsafe all.withUnsafeMutableBytes { unsafe allGather(part, into: $0) }
        }
        return all
    }
}
