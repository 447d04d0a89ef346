import Invar
import InvarData
import Testing

/// Pictures of signals.
@Suite struct SignalSheetTests {
    /// Two channels of 1000 samples; the second is half as high as the first.
    private static func dataset(_ samples: Int = 1000) throws -> Dataset {
        let signal: [Float] = (0..<samples).map { place in
            let height = Float(place % 100) / 100
            return place % 200 < 100 ? height : -height
        }
        let rows = try FeatureRows(
            name: "saw", count: 2, channels: 2, samples: samples,
            values: (0..<2).flatMap { _ in signal + signal.map { $0 / 2 } })
        return try Dataset(name: "saw", split: .train, rows: [rows])
    }

    private static func entries(samples: Int = 1000, _ views: SignalViews) throws -> [ContactSheet.Entry] {
        let shape = SignalShape(samples: samples, channels: 2)
        return try SignalSheet(dataset(samples), shapes: [shape, shape], views: RowViews(steps: views.steps))
            .entries(signals: 9, seed: 3)
    }

    private static func rows(_ picture: Picture) -> [[UInt8]] {
        (0..<picture.height).map { Array(picture.pixels[($0 * picture.width)..<(($0 + 1) * picture.width)]) }
    }

    @Test func eachViewIsDrawnAsItIsMade() throws {
        let found = try Self.entries(SignalViews { PolarityFlip(probability: 0, 1) })
        #expect(found.count == 2 && found[0].views.count == 2)
        let original = Self.rows(found[0].original)
        #expect(original.count == 2 * SignalSheet.laneHeight && original[0].count == SignalSheet.width)
        #expect(found[0].views[0] == found[0].original)
        // turned upside down, lane by lane
        let turned = Self.rows(found[0].views[1])
        for lane in 0..<2 {
            let range = (lane * SignalSheet.laneHeight)..<((lane + 1) * SignalSheet.laneHeight)
            let isTurned = Array(turned[range]) == original[range].reversed()
            #expect(isTurned)
        }
    }

    @Test func aGainIsSeen() throws {
        let found = try Self.entries(
            SignalViews { SignalGain(decibels: 20...20, probability: 0, 1) })
        func reached(_ picture: Picture) -> Int { Self.rows(picture).count { $0.contains(232) } }
        let (quiet, loud) = (reached(found[0].views[0]), reached(found[0].views[1]))
        #expect(loud > 60 && quiet < 15, "\(loud), \(quiet)")
    }

    @Test func everyColumnIsReachedByFewSamples() throws {
        for samples in [1, 2, 7, 191, 193] {
            let found = try Self.entries(samples: samples, SignalViews { PolarityFlip() })
            let rows = Self.rows(found[0].original)
            for column in 0..<SignalSheet.width {
                #expect(rows.contains { $0[column] == 232 }, "\(samples) samples, column \(column)")
            }
        }
    }

    @Test func aPartIsCutOfLongerOnes() throws {
        let shape = SignalShape(samples: 100)
        let sheet = try SignalSheet(Self.dataset(), shapes: [shape, nil], views: RowViews(steps: []))
        let found = sheet.entries(signals: 1, seed: 0)
        #expect(found[0].views.count == 1)
        #expect(found[0].original.height == SignalSheet.laneHeight)
        #expect(throws: DataError.self) {
            try SignalSheet(Self.dataset(), shapes: [SignalShape(samples: 10, channels: 3)], views: RowViews(steps: []))
        }
    }
}
