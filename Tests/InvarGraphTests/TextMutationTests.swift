import Foundation
import Invar
import InvarCompiler
import InvarGraph
import InvarTraining
import TestSupport
import Testing

/// Texts of graphs with something changed in them: each is refused with a line, or is a graph that prints what parses to it.
@Suite struct TextMutationTests {
    /// `INVAR_MUTANTS=100000` makes more of them, by hand.
    static let count = Int(ProcessInfo.processInfo.environment["INVAR_MUTANTS"] ?? "") ?? 4000
    static let parts = 4

    /// Graphs as written, as optimized (with kernels in them), and with values that are computed again.
    private static func texts() throws -> [String] {
        let random = try (0..<16).map { try TextTests.random($0) }
        var texts = random.map(\.description) + random.map { optimize($0).description }
        for model in [tiny, Zoo.vicregMLP] {
            let step = try TrainingStep.build(model, optimizer: .sgd(SGD(momentum: 0.9)), batch: 8)
            texts.append(optimize(step.graph).description)
        }
        var copied = optimize(random[3])
        for id in Array(copied.ids) where !copied[id].inputs.isEmpty {
            var node = copied[id]
            node.copy = 1 + id.index % 2
            _ = copied.insert(node)
        }
        return texts + [copied.description]
    }

    /// What a text may come to: numbers that overflow, that are none, that have several spellings; names that must be quoted.
    static let words = [
        "-1", "0", "-0", "+3", "007", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "4294967296", "1099511627776", "1099511627777", "nan", "-nan", "inf", "-inf", "infinity", "-0.0", "0.0",
        "1e400",
        "-1e-400", "0x1p3", "1e-45", ".", "\"\"", "\"\\\"\"", "\"a\\nb\"", "\"é\"", "\"e\u{301}\"", "\"x:1\"",
        "\"x\u{301}:-7\"", "\":\"", "[]", "[-1]", "[9223372036854775807,9223372036854775807]", "copy -1", "copy 0",
        "copy 2", "adjoint %0", "in \"\"", "at \":0\"", "at \"a:b:-0\"", "f64", "true", "%0", "%1", "return \"0\" = %0",
    ]

    @Test(arguments: 0..<parts) func whatParsesPrintsItself(_ part: Int) throws {
        let texts = try Self.texts()
        var accepted = 0
        for seed in stride(from: part, to: Self.count, by: Self.parts) {
            var random = SplitMix(seed: 7_000_000 + seed)
            var bytes = Array(texts[random.integer(0...(texts.count - 1))].utf8)
            for _ in 0..<random.integer(1...3) { Self.mutate(&bytes, &random) }
            guard let graph = try? Graph(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
            accepted += 1
            _ = graph.problems()
            let text = graph.description
            guard let back = try? Graph(parsing: text) else {
                Issue.record("seed \(seed): what it prints does not parse:\n\(text)")
                continue
            }
            #expect(back == graph && back.description == text, "seed \(seed)")
        }
        #expect(accepted > Self.count / Self.parts / 40, "many mutations only change names and numbers")
    }

    static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return }
        let position = random.integer(0...(bytes.count - 1))
        let word = Array((words.randomElement(using: &random) ?? "").utf8)
        switch random.integer(0...8) {
        case 0: bytes[position] = UInt8(random.integer(0...255))
        case 1: bytes.removeSubrange(position..<min(position + random.integer(1...9), bytes.count))
        case 2: bytes.insert(contentsOf: word, at: position)
        case 3, 4, 5: replaceToken(&bytes, at: position, by: word)
        case 6: replaceToken(&bytes, at: position, by: Array("\(random.integer(-2...9))".utf8))
        case 7:
            // one line twice, or elsewhere
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            var changed = lines
            changed.insert(lines[random.integer(0...(lines.count - 1))], at: random.integer(0...lines.count))
            bytes = Array(changed.joined(separator: [10]))
        default:
            let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
            bytes.insert(contentsOf: [32] + word, at: end)
        }
    }

    /// A word, a number or a quoted name that begins at or after a place becomes another.
    private static func replaceToken(_ bytes: inout [UInt8], at position: Int, by word: [UInt8]) {
        func isToken(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [43, 45, 46, 95].contains(byte)
        }
        guard let begin = bytes[position...].firstIndex(where: { isToken($0) || $0 == 34 }) else { return }
        var end = begin + 1
        if bytes[begin] == 34 {
            while end < bytes.count, bytes[end - 1] == 92 || bytes[end] != 34 { end += 1 }
            end = min(end + 1, bytes.count)
        } else {
            while end < bytes.count, isToken(bytes[end]) { end += 1 }
        }
        bytes.replaceSubrange(begin..<end, with: word)
    }
}
