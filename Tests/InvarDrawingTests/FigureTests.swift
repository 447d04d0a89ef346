import Foundation
import InvarData
import InvarDrawing
import Testing

/// Pictures as files: what is described is drawn, in both formats.
@Suite struct FigureTests {
    private func chart(_ values: [Double], name: String = "one", style: Int = 0) -> Chart {
        let points = values.enumerated().map { Point(Double($0), $1) }
        return Chart(
            x: Axis("step"), y: Axis("loss"), series: [Chart.Series(name, style: SeriesStyle(style), points: points)])
    }

    private func png(_ figure: Figure) throws -> Picture {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(figure.bytes(as: .png)).write(to: file)
        return try Picture(png: file.path)
    }

    private func svg(_ figure: Figure) throws -> String { String(decoding: try figure.bytes(as: .svg), as: UTF8.self) }

    /// How many pixels have about this colour.
    private func count(_ picture: Picture, _ color: Color) -> Int {
        let wanted = [color.red, color.green, color.blue].map { Int($0 * 255 + 0.5) }
        return stride(from: 0, to: picture.pixels.count, by: 3).count { place in
            (0..<3).allSatisfy { abs(Int(picture.pixels[place + $0]) - wanted[$0]) < 3 }
        }
    }

    private func all() -> Figure {
        var lines = chart([3, 2, .nan, 1, 0.5], name: "first")
        lines.series[0].band = (0..<5).map { Chart.Band(x: Double($0), low: 0.4, high: 3.1) }
        lines.series += chart([1, 2, 3], name: "second & third", style: 1).series
        let rows = RowChart(
            rows: [.init("a", values: [1, 2], note: "1.5"), .init("b", values: [], note: "diverged")], axis: Axis("%"))
        let map = HeatMap(rows: 2, columns: 3, values: [1, 0, -1, .nan, 0.5, -0.5])
        let tile = Strip.Tile(
            "original", Raster(height: 2, width: 3, channels: 1, pixels: [0, 50, 100, 150, 200, 250]))
        return Figure(
            "A title",
            panels: [
                Panel(.chart(lines), title: "lines", notes: ["a note"]), Panel(.rows(rows)), Panel(.heatMap(map)),
                Panel(.strip(Strip([tile], scale: 10))),
            ], caption: ["a caption"])
    }

    @Test func bothFormatsHoldAll() throws {
        let figure = all()
        let picture = try png(figure)
        let (width, height) = try figure.pixels()
        #expect(picture.width == width && picture.height == height && picture.channels == 3)
        for color in [SeriesStyle(0).color, SeriesStyle(1).color, DivergingPalette.color(-1), DivergingPalette.missing]
        {
            #expect(count(picture, color) > 20)
        }
        let text = try svg(figure)
        #expect(text.contains("<title>A title</title>") && text.contains("width=\"\(width / 2)"))
        for word in ["lines", "a note", "first", "second &amp; third", "diverged", "original", "loss", "a caption"] {
            #expect(text.contains("\n\(word)\n"), "\(word)")
        }
    }

    /// The same description is the same file, whatever was drawn before.
    @Test func filesAreTheSameAgain() throws {
        for format in PictureFormat.allCases { #expect(try all().bytes(as: format) == all().bytes(as: format)) }
        #expect(try !svg(all()).contains("date"))
    }

    /// Nothing reaches the margin: no letter and no line is cut off.
    @Test(arguments: [1, 2, 4]) func nothingIsCut(columns: Int) throws {
        var figure = all()
        figure.columns = columns
        figure.title = String(repeating: "a long title ", count: 20) + String(repeating: "x", count: 300)
        figure.panels[0].title = String(repeating: "a long title ", count: 20)
        figure.caption = [String(repeating: "a long caption ", count: 20)]
        let picture = try png(figure)
        let row = 3 * picture.width
        for y in 0..<picture.height {
            for x in Array(0..<16) + Array((picture.width - 16)..<picture.width) {
                #expect(picture.pixels[(y * row + 3 * x)..<(y * row + 3 * x + 3)].allSatisfy { $0 == 255 })
            }
        }
        for y in Array(0..<16) + Array((picture.height - 16)..<picture.height) {
            #expect(picture.pixels[(y * row)..<((y + 1) * row)].allSatisfy { $0 == 255 })
        }
    }

    /// Pixels are squares, in their places and in their colours.
    @Test func imagesArePixelForPixel() throws {
        let pixels: [UInt8] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30, 40, 50, 60, 70, 80, 90]
        let raster = Raster(height: 2, width: 3, channels: 3, pixels: pixels)
        let picture = try png(Figure(panels: [Panel(.strip(Strip([.init("", raster)], scale: 8)))]))
        // margin 14 points, two pixels in a point
        for y in 0..<32 {
            for x in 0..<48 {
                let (from, to) = (3 * (y / 16 * 3 + x / 16), 3 * ((28 + y) * picture.width + 28 + x))
                #expect(Array(picture.pixels[to..<(to + 3)]) == Array(pixels[from..<(from + 3)]))
            }
        }
    }

    @Test func oddNumbersAreDrawn() throws {
        for values in [[], [.nan], [5], [.infinity, 1], [-1e308, 1e308], [0, 0]] as [[Double]] {
            for isLogarithmic in [false, true] {
                var one = chart(values)
                one.y.isLogarithmic = isLogarithmic
                #expect(try png(Figure(panels: [Panel(.chart(one))])).width > 300)
            }
        }
        #expect(try png(Figure(panels: [])).height > 1)
        let control = Figure("a\u{1}b\u{0}c", panels: [Panel(.chart(chart([1, 2], name: "名前 🙂")))])
        #expect(try png(control).width > 300)
    }

    /// A spike among very many values is there still.
    @Test func longLinesKeepTheirSpikes() throws {
        var values = [Double](repeating: 0, count: 100_000)
        values[51_234] = 1
        let picture = try png(Figure(panels: [Panel(.chart(chart(values)))]))
        let rows = (0..<picture.height).filter { y in
            (0..<picture.width).contains { x in
                let place = 3 * (y * picture.width + x)
                return picture.pixels[place] < 120 && picture.pixels[place + 2] > picture.pixels[place] + 60
            }
        }
        #expect((rows.last ?? 0) - (rows.first ?? 0) > 250)
        #expect(try svg(Figure(panels: [Panel(.chart(chart(values)))])).utf8.count < 500_000)
    }

    /// Names stand at the lines where they do not touch, and in a legend where they would.
    @Test func legendOrLabels() throws {
        func pair(_ a: Double, _ b: Double) -> Figure {
            var one = chart([1, a])
            one.series += chart([1, b], name: "another", style: 1).series
            return Figure(panels: [Panel(.chart(one))])
        }
        let (apart, close) = try (pair(1, 3).pixels(), pair(3, 3.01).pixels())
        #expect(apart.height < close.height)
    }

    @Test func tooLargeIsAnError() throws {
        let raster = Raster(height: 1, width: 1, channels: 1, pixels: [0])
        let figure = Figure(panels: [Panel(.strip(Strip([.init("", raster)], scale: 40_000)))])
        for format in PictureFormat.allCases {
            let error = #expect(throws: DrawingError.self) { try figure.bytes(as: format) }
            #expect(error?.description.contains("is too large") == true)
        }
    }

    @Test func endingsOfNames() {
        #expect(PictureFormat(path: "a/b.png") == .png && PictureFormat(path: "b.SVG") == .svg)
        #expect(PictureFormat(path: "a.b/c") == .png && PictureFormat(path: "c.jpg") == nil)
    }

    @Test func noTwoSeriesLookAlike() {
        let looks = (0..<SeriesStyle.different).map {
            [SeriesStyle($0).color.hashValue, SeriesStyle($0).mark.hashValue]
        }
        #expect(Set(looks).count == SeriesStyle.different)
    }
}
