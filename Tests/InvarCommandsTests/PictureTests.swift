import Foundation
import Invar
import InvarCommands
import InvarData
import InvarDrawing
import InvarTraining
import Testing

/// What the commands' pictures show, by their descriptions.
@Suite struct PictureTests {
    private func correlation(_ width: Int) throws -> Correlation {
        // dimensions 2i and 2i + 1 are opposite, all others unrelated: rows of a Hadamard matrix
        let size = 2 * (1 << (Int.bitWidth - (width - 1).leadingZeroBitCount))
        let rows = (0..<size).map { row in
            (0..<width).map { column -> Float in
                let sign: Float = (row & (column / 2 + 1)).nonzeroBitCount.isMultiple(of: 2) ? 1 : -1
                return column.isMultiple(of: 2) ? sign : -sign
            }
        }
        return try Correlation(
            Features(values: rows.flatMap { $0 }, width: width, labels: rows.map { _ in 0 }, classes: 1))
    }

    private func map(_ panel: Panel) throws -> HeatMap {
        guard case .heatMap(let map) = panel.content else { throw DataError("panel", "is no heat map") }
        return map
    }

    @Test func aRowForEachRun() throws {
        let c = try correlation(16)
        let figure = CorrelationPicture.figure([
            CorrelationPicture.Row(title: "one", representation: c, embedding: c),
            CorrelationPicture.Row(title: "two", representation: c, embedding: c),
        ])
        #expect(figure.panels.count == 4 && figure.columns == 2 && figure.panels[2].title.hasPrefix("two\n"))
        for panel in figure.panels {
            let map = try map(panel)
            #expect(map.rows == 16 && map.values[0] == 1 && map.values[1] == -1 && abs(map.values[2]) < 1e-6)
        }
    }

    /// Two dimensions share a cell: opposite pairs lie on the diagonal, and all else is white.
    @Test func manyDimensionsAreAveraged() throws {
        let c = try correlation(600)
        let figure = CorrelationPicture.figure([
            CorrelationPicture.Row(title: "wide", representation: c, embedding: c)
        ])
        let map = try map(figure.panels[0])
        #expect(map.rows == 300 && map.values[0] == 1 && abs(map.values[1]) < 1e-6)
        #expect(figure.panels[0].notes.contains("a pixel: mean |c| of 2×2"))
    }

    @Test(arguments: [2, 10, 37], [false, true])
    func everyPointLiesInTheFrame(classes: Int, isFar: Bool) throws {
        var points = (0..<200).map { [Double($0 % 20), Double($0 / 20)] }
        if isFar { points[7][1] = 1e6 }
        let figure = ProjectionPicture.figure(
            title: "t", axes: ["right", "up"], points: points, labels: points.indices.map { $0 % classes },
            classNames: (0...classes).map { "class \($0)" })
        guard case .chart(let chart) = figure.panels[0].content else { return #expect(Bool(false), "no chart") }
        let frame = try #require(chart.frame)
        #expect(frame.high.x - frame.low.x == frame.high.y - frame.low.y)
        #expect(chart.series.count == classes && chart.series.map(\.points.count).reduce(0, +) == 200)
        let outside = chart.series.flatMap(\.points).count { !(frame.low.y...frame.high.y).contains($0.y) }
        #expect(outside == (isFar ? 1 : 0))
        #expect(figure.caption.contains("1 far point is drawn at the edge") == isFar)
        #expect(figure.caption.contains { $0.contains("has the same sign") } == (classes > SeriesStyle.different))
    }

    private func comparison() -> InvarTraining.Comparison {
        let configuration = TrainingConfiguration.demo(epochs: 3)
        var comparison = InvarTraining.Comparison(
            settings: InvarTraining.Comparison.Settings(
                data: "made-up", trainImages: 2000, testImages: 10, configuration: configuration,
                neighbours: NeighbourChoice(k: 20, temperature: 0.07)))
        for (name, seed, knn) in [("a", 0, 80.0), ("a", 1, 82), ("b", 0, 70), ("b", 1, 74), ("c", 0, nil)]
            as [(String, UInt64, Double?)]
        {
            var run = InvarTraining.Comparison.Run(architecture: name, seed: seed)
            run.knn = knn
            comparison.runs.append(run)
        }
        return comparison
    }

    @Test func aRowForEachArchitecture() throws {
        let picture = ComparisonPicture(comparison())
        guard case .rows(let chart) = picture.figure.panels[0].content else { return #expect(Bool(false), "no rows") }
        #expect(chart.rows.map(\.name) == ["a", "b", "c"] && chart.rows.map(\.values) == [[80, 82], [70, 74], []])
        #expect(chart.rows.map(\.note) == ["81.0 ± 1.4", "72.0 ± 2.8", "diverged"])
        let svg = String(decoding: try picture.figure.bytes(as: .svg), as: UTF8.self)
        for word in ["made-up: 2,000 images, 3 epochs", "72.0 ± 2.8", "diverged"] { #expect(svg.contains(word)) }
    }

    /// The encoders before training and the pixels have rows of their own, and epochs are curves with a band.
    @Test func baselinesAndCurves() throws {
        var comparison = comparison()
        func point(_ epochs: Int, _ knn: Double) -> InvarTraining.Comparison.Point {
            InvarTraining.Comparison.Point(epochs: epochs, knn: knn, linear: knn + 5, trainImages: 1, testImages: 1)
        }
        comparison.settings.atEpochs = [1, 3]
        comparison.pixels = point(0, 50)
        for (index, knn) in [80.0, 82].enumerated() {
            comparison.runs[index].untrained = point(0, 40 + Double(index))
            comparison.runs[index].points = [point(1, knn - 10), point(3, knn)]
        }
        // one that was trained with the second seed alone so far began with the same encoder
        comparison.runs[3].untrained = point(0, 41)
        let figure = ComparisonPicture(comparison).figure
        guard case .rows(let rows) = figure.panels[0].content, case .chart(let chart) = figure.panels[4].content else {
            return #expect(Bool(false), "no rows or no curves")
        }
        #expect(rows.rows.map(\.name) == ["a", "b", "c", "untrained", "raw pixels"])
        #expect(rows.rows[3].values == [40, 41] && rows.rows[4].note == "50.0")
        #expect(figure.panels.count == 6 && chart.series.map(\.name) == ["a"])
        #expect(chart.series[0].points == [Point(1, 71), Point(3, 81)])
        #expect(chart.series[0].band[1].low == 81 - 2.0.squareRoot())
        let svg = String(decoding: try figure.bytes(as: .svg), as: UTF8.self)
        for word in ["untrained", "raw pixels", "linear probe over epochs"] { #expect(svg.contains(word)) }
        comparison.runs[2].untrained = point(0, 60)
        #expect(comparison.baselines.map(\.name) == ["untrained a", "untrained b", "raw pixels"])
        for name in ["d", "e"] {
            var run = InvarTraining.Comparison.Run(architecture: name, seed: 0)
            run.untrained = point(0, 60)
            comparison.runs.append(run)
        }
        #expect(comparison.baselines.map(\.name) == ["untrained a", "untrained b and 2 more", "raw pixels"])
    }

    /// A picture that is twice as wide as high stays so.
    @Test func effectsKeepTheShape() throws {
        let image = Image(channels: 1, height: 8, width: 8)
        let data = try Dataset(
            name: "x", split: .train, height: 12, width: 24, channels: 1,
            pixels: (0..<288).map { UInt8(truncatingIfNeeded: $0) }, labels: [0], classNames: ["a"])
        let figure = try EffectsPicture.figure(data, view: image, longerSide: 16, seed: 1)
        let rasters = try figure.panels.map { panel -> Raster in
            guard case .strip(let strip) = panel.content else { throw DataError("panel", "is no strip") }
            return strip.tiles[0].image
        }
        #expect(rasters.count == 16 && rasters.allSatisfy { $0.height == 8 && $0.width == 16 })
        #expect(figure.texts.contains("original") && figure.texts.contains("Sobel"))
        #expect(EffectsPicture.image(image, like: (1000, 10), longerSide: 50).width == 1)
    }

    @Test func viewsHaveHeadingsAndExplanations() throws {
        let data = try Dataset(
            name: "x", split: .train, height: 4, width: 4, channels: 1, pixels: (0..<96).map { UInt8($0) },
            labels: [0, 0, 0, 0, 0, 0], classNames: ["a"])
        let sheet = try ContactSheet(
            data, views: Views { HorizontalFlip(probability: 1) }, image: Image(channels: 1, height: 4, width: 4))
        let entries = try sheet.entries(images: 6, seed: 0)
        let plain = ViewsPicture.figure(entries)
        #expect(plain.texts.filter { $0 == "view 2" }.count == 4 && plain.panels.count == 6)
        let explained = ViewsPicture.figure(entries, explanations: try sheet.explain(images: 6, seed: 0).map(\.views))
        #expect(explained.texts.filter { $0 == "view 2" }.count == 6)
        #expect(explained.texts.filter { $0 == "HorizontalFlip" }.count == 12)
    }
}
