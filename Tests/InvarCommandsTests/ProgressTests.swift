import InvarCommands
import InvarDump
import Testing

@Suite struct ProgressTests {
    private let bar = ProgressBar(
        label: "epoch 2/5", fraction: 0.437, facts: ["ETA 3:12", "3450 images/s", "loss 14.21", "inv 0.0814"])

    @Test(arguments: 0...140)
    func neverWiderThanTheTerminal(width: Int) {
        #expect(bar.text(width: width).count <= width)
        var plain = bar
        plain.isUnicode = false
        #expect(plain.text(width: width).count <= width)
        #expect(plain.text(width: width).unicodeScalars.allSatisfy { $0.isASCII } == true)
    }

    /// 0 of 0 is no number.
    @Test func anyFractionHasABar() {
        for (fraction, percent) in [(Double.nan, "0%"), (.infinity, "100%"), (-.infinity, "0%"), (1.5, "100%")] {
            #expect(ProgressBar(label: "x", fraction: fraction).text(width: 60).contains(" \(percent)"))
            var written: [String] = []
            let display = ProgressDisplay(isTerminal: false, width: { 60 }, now: { Double(written.count) * 100 - 100 })
            {
                written.append($0)
            }
            written.append("")
            display.update { ProgressBar(label: "x", fraction: fraction) }
            #expect(written.count == 1 || written.last == "x \(percent)\n")
        }
    }

    @Test func theMostImportantStaysLongest() {
        #expect(bar.text(width: 120).contains("inv 0.0814"))
        let narrow = bar.text(width: 40)
        #expect(narrow.contains("ETA 3:12") && !narrow.contains("loss"))
        #expect(bar.text(width: 18).contains("epoch 2/5 43%") || bar.text(width: 18).contains("epoch 2/5  43%"))
    }

    @Test func aTerminalIsRedrawnInPlace() {
        var (written, time) = ([String](), 0.0)
        let display = ProgressDisplay(isTerminal: true, width: { 60 }, now: { time }) { written.append($0) }
        for step in 0..<100 {
            time = Double(step) * 0.01
            display.update { ProgressBar(label: "x", fraction: Double(step) / 100) }
        }
        // ten a second, however fast the steps are
        #expect((9...12).contains(written.count))
        for text in written { #expect(text.hasPrefix("\r") && text.hasSuffix("\u{1B}[K") && !text.contains("\n")) }
        display.line("epoch 1")
        #expect(written.last == "\r\u{1B}[Kepoch 1\n")
        display.update { ProgressBar(label: "y") }
        display.finish()
        #expect(written.last == "\n")
        let count = written.count
        display.finish()
        #expect(written.count == count)
    }

    @Test func elsewhereAreLinesAndSeldom() {
        var (written, time) = ([String](), 0.0)
        let display = ProgressDisplay(isTerminal: false, width: { 60 }, now: { time }) { written.append($0) }
        for second in 0..<60 {
            time = Double(second)
            display.update { ProgressBar(label: "x", fraction: 0.5, facts: ["ETA 0:10"]) }
        }
        display.finish()
        #expect(written == [String](repeating: "x 50%  ETA 0:10\n", count: 5))
    }

    @Test(
        arguments: [
            (0, "0:00"), (59.4, "0:59"), (59.6, "1:00"), (3723, "1:02:03"), (-1, "0:00"), (.infinity, "--:--"),
            (.nan, "--:--"),
        ] as [(Double, String)])
    func durations(seconds: Double, text: String) { #expect(Format.duration(seconds) == text) }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
    func groups(value: Int, text: String) { #expect(Format.grouped(value) == text) }

    @Test func tablesAlign() {
        #expect(Format.table([["NAME", "N"], ["a", "100"], ["bcdef", "7"]]) == "NAME     N\na      100\nbcdef    7")
    }
}
