import Foundation
import InvarCommands
import InvarDrawing
import InvarTraining
import Testing

/// Curves of runs, from real runs.
@Suite(.serialized) struct PlotTests {
    private func pretrain(_ run: String, seed: Int, in scratch: Scratch) throws {
        let ended = try Tool.run(
            [
                "pretrain", "vicreg-small", "--data", "data", "--batch", "16", "--epochs", "2", "--output", run,
                "--log-every", "1", "--threads", "1", "--workers", "1", "--seed", "\(seed)", "--plain",
            ], in: scratch)
        #expect(ended.status == 0, "\(ended.err)")
    }

    private func series(_ figure: Figure, _ panel: Int) throws -> [Chart.Series] {
        guard case .chart(let chart) = figure.panels[panel].content else { return [] }
        return chart.series
    }

    /// Replaces a number of every line that holds the text.
    private func change(_ run: String, _ scratch: Scratch, _ change: (String) -> String) throws {
        let path = scratch.path("\(run)/metrics.jsonl")
        try change(String(contentsOfFile: path, encoding: .utf8)).write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func seedsAreOneLineWithABand() throws {
        let scratch = try Scratch()
        try scratch.makeData(train: 64)
        try pretrain("a", seed: 0, in: scratch)
        try pretrain("b", seed: 1, in: scratch)
        let runs = try ["a", "b"].map { try RunCurves(scratch.path($0)) }
        let loss = try runs.map { try #require($0.curve("loss")).map(\.value) }
        let one = try series(CurvesPicture(runs).figure(["loss"]), 0)
        #expect(one.count == 1 && one[0].name == "vicreg-small (2 seeds)" && one[0].points.count == 8)
        for (index, point) in one[0].points.enumerated() {
            let values = loss.map { $0[index] }
            #expect(point.x == Double(index + 1) && point.y == (values[0] + values[1]) / 2)
            #expect(one[0].band[index].low == values.min() && one[0].band[index].high == values.max())
        }
        // the same run twice is no pair of seeds
        #expect(try series(CurvesPicture([runs[0], runs[0]]).figure(["loss"]), 0).count == 2)
        var smooth = CurvesPicture([runs[0]])
        smooth.smoothing = 3
        let smoothed = try series(smooth.figure(["loss"]), 0)[0]
        #expect(smoothed.points[0].y == loss[0][0] && smoothed.raw[0].map(\.y) == loss[0])
        #expect(abs(smoothed.points[4].y - (loss[0][2] + loss[0][3] + loss[0][4]) / 3) < 1e-12)

        // one of them has got no further than its third step, and diverged in its second
        try change("b", scratch) { text in
            let lines = text.split(separator: "\n").prefix(3).map(String.init)
            return [lines[0], lines[1].replacing(/"loss":[0-9.e-]+/) { _ in "\"loss\":\"nan\"" }, lines[2]]
                .map { $0 + "\n" }.joined()
        }
        let figure = try CurvesPicture(["a", "b"].map { try RunCurves(scratch.path($0)) }).figure(["loss"])
        let ended = try series(figure, 0)[0]
        #expect(ended.points.count == 8 && ended.points[1].y == loss[0][1] && ended.points[7].y == loss[0][7])
        #expect(figure.panels[0].notes == ["vicreg-small (2 seeds): 1 of 11 values is no number"])
        try commands(scratch)
    }

    private func commands(_ scratch: Scratch) throws {
        let drawn = try Tool.run(["plot", "a", "b", "--log"], in: scratch)
        #expect(drawn.status == 0 && drawn.out.hasPrefix("a/curves.png: loss, covariance, "), "\(drawn.err)")
        #expect(scratch.exists("a/curves.png"))
        for (arguments, words) in [
            (["data"], "data holds no run"), (["none"], "none is not there"),
            (["a", "--terms", "los"], "there is no curve \"los\""), (["a", "--terms", ""], "names of curves"),
            (["a", "--smooth", "0"], "--smooth 0"), (["a", "--out", "x.gif"], "end with .png or .svg"),
        ] {
            let ended = try Tool.run(["plot"] + arguments, in: scratch)
            #expect(ended.status == 1 && ended.error.contains(words), "\(ended.err)")
        }
        // all of the first is no number; a line that is damaged
        try change("a", scratch) { "{\"kind\"\n" + $0.replacing(/"loss":[0-9.e-]+/) { _ in "\"loss\":\"nan\"" } }
        let odd = try Tool.run(["plot", "a", "--terms", "loss", "--out", "odd.svg"], in: scratch)
        #expect(odd.status == 0 && odd.err.contains("1 line of a/metrics.jsonl cannot be read"), "\(odd.err)")
        #expect(try scratch.text("odd.svg").contains("a: 8 of 8 values are no numbers"))
        try change("a", scratch) { _ in "" }
        let empty = try Tool.run(["plot", "a"], in: scratch)
        #expect(empty.status == 1 && empty.error.contains("a has logged no step yet"), "\(empty.err)")
    }
}
