import Foundation
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport
import Testing

/// Any possible schedule computes the same, but for rounding.
@Suite struct SchedulePropertyTests {
    /// `INVAR_SCHEDULE_CASES=5000` looks further, `INVAR_SCHEDULE_SEED` elsewhere.
    private static func number(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    @Test(arguments: 0..<8) func everySchedule(stream: Int) throws {
        let cases = Self.number("INVAR_SCHEDULE_CASES", 160) / 8
        let seed = Self.number("INVAR_SCHEDULE_SEED", 1)
        for index in 0..<cases {
            let number = (seed * 8 + stream) * 1_000_000 + index
            if let complaint = try complaint(number) { Issue.record("case \(number): \(complaint)") }
        }
    }

    /// What is wrong with a case, which its number decides; nothing where the compiler finds no contraction in it.
    private func complaint(_ number: Int) throws -> String? {
        var random = SplitMix(seed: number)
        let given: ScheduleCase
        do {
            given = try ScheduleCases.contraction(&random, seed: number)
        } catch is ScheduleError {
            return nil
        }
        var table = ScheduleTable()
        let schedule = ScheduleCases.possible(given.site, &random)
        table[given.site.key] = schedule
        let bits = [128, 256, 512][random.integer(0...2)]
        let got = try given.run(table, bits: bits, threads: random.integer(1...3), times: 2)
        let isDouble = given.graph.nodes[0].type.element == .float64
        let relative = isDouble ? 1e-11 : schedule.method == .winograd ? 1e-4 : 1e-5
        let complaints = got.complaints(against: given.want, relative: relative)
        return complaints.isEmpty ? nil : "\(given.site.key) by \(schedule), \(bits) bits: \(complaints)"
    }

    @Test func whatWasWrongOnce() throws {
        for (given, schedule) in try ScheduleCases.regressions() {
            var table = ScheduleTable()
            table[given.site.key] = schedule
            for bits in [128, 256, 512] {
                let complaints = try given.run(table, bits: bits, threads: 2).complaints(
                    against: given.want, relative: 1e-4)
                #expect(complaints == [], "\(given.site.key), \(bits) bits")
            }
        }
    }

    /// Bits depend on the schedule, not on the number of threads.
    @Test func threadsDoNotMatter() throws {
        var random = SplitMix(seed: 77)
        var done = 0
        while done < 12 {
            guard let given = try? ScheduleCases.contraction(&random, seed: done) else { continue }
            var table = ScheduleTable()
            table[given.site.key] = ScheduleCases.possible(given.site, &random)
            let alone = try given.run(table, threads: 1)
            for threads in [2, 3] {
                #expect(
                    try given.run(table, threads: threads).isIdentical(to: alone), "\(given.site.key) \(table.text)")
            }
            done += 1
        }
    }

    /// Another schedule is other code: it has another key, and so another place in the cache.
    @Test func overridingChangesTheKernels() throws {
        let window = Window(3, padding: 1)
        let cases = try [
            ScheduleCase(.convolution(window), [[2, 8, 8, 16], [3, 3, 16, 16]]),
            ScheduleCase(.convolutionWeightGradient(window), [[2, 8, 8, 16], [2, 8, 8, 16]]),
            ScheduleCase(.matmul(transposeA: false, transposeB: false), [[40, 50], [50, 60]]),
        ]
        for given in cases {
            let usual = try given.code(.empty)
            var same = ScheduleTable()
            same[given.site.key] = try given.standing
            #expect(try given.code(same) == usual)
            for neighbour in try given.neighbours {
                var table = ScheduleTable()
                table[given.site.key] = neighbour
                let complaints = try given.run(table).complaints(against: given.want, relative: 1e-4)
                #expect(complaints == [], "\(neighbour)")
            }
            var other = try given.standing
            other.rows = 4
            var table = ScheduleTable()
            table[given.site.key] = other
            #expect(try given.code(table) != usual)
            let folder = CacheTestFolder()
            let cache = KernelCache(.folder(folder.path))
            let before = try given.run(.empty, cache: cache)
            cache.finishWriting()
            let missed = cache.counts.missed
            #expect(try given.run(same, cache: cache).isIdentical(to: before) && cache.counts.missed == missed)
            _ = try given.run(table, cache: cache)
            #expect(cache.counts.missed > missed)
        }
    }

    /// The whole of a schedule stage is a schedule file, which changes nothing.
    @Test func printedChoicesAreAFile() throws {
        let given = try ScheduleCase(.convolution(Window(3, padding: 1)), [[2, 8, 8, 16], [3, 3, 16, 16]])
        let executor = JITExecutor(cache: nil)
        let text = try executor.schedules(of: given.program, steps: Array(given.program.steps.indices)).map(\.text)
        let table = try ScheduleTable(parsing: text.joined(separator: "\n"), name: "printed")
        #expect(table.count == 1)
        #expect(try given.standing == table[given.site.key])
        #expect(text[0].contains("winograd: ") && text[0].contains("registers"))
    }
}
