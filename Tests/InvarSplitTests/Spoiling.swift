import InvarGraph
import InvarRuntime
import Synchronization

/// A rank that overlaps, and whose exchanges take long: meanwhile what is to be written holds no numbers. Who reads a result too early
/// computes with them, and who writes to memory that is under way is seen.
struct Spoiling: Communicator {
    /// What was wrong, in words.
    final class Findings: Sendable {
        private let words = Mutex<[String]>([])
        var all: [String] { words.withLock { $0 } }
        func add(_ word: String) { words.withLock { $0.append(word) } }
    }

    let inner: any Communicator
    let findings: Findings

    var rank: Int { inner.rank }
    var ranks: Int { inner.ranks }
    var watch: ExchangeWatch? { nil }
    var overlaps: Bool { true }

    func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
        let operand = Array(numbers)
        spoil(numbers, "a sum")
        numbers.copyBytes(from: operand)
        inner.allReduce(numbers, of: element)
    }

    func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
        let operand = Array(part)
        spoil(whole, "what is gathered")
        if operand != Array(part) { findings.add("a part was overwritten") }
        inner.allGather(part, into: whole)
    }

    func reduceScatter(
        _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
    ) {
        let operand = Array(whole)
        spoil(part, "a part of a sum")
        if operand != Array(whole) { findings.add("a summand was overwritten") }
        inner.reduceScatter(whole, into: part, of: element)
    }

    func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) { inner.broadcast(bytes, from: root) }

    private func spoil(_ bytes: UnsafeMutableRawBufferPointer, _ what: String) {
        for index in bytes.indices { bytes[index] = 0xFF }
        usleep(300)
        if bytes.contains(where: { $0 != 0xFF }) { findings.add("\(what) was overwritten") }
    }
}
