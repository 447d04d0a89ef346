import InvarData
import InvarTraining
import Testing

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

    private func color(_ picture: Picture, _ x: Int, _ y: Int) -> [UInt8] {
        Array(picture.pixels[((y * picture.width + x) * 3)..<((y * picture.width + x) * 3 + 3)])
    }

    /// Panels begin at 28 + 34 from the top; a dimension of 16 takes 32 pixels.
    @Test func redBlueAndWhiteAreWhereTheyBelong() throws {
        let c = try correlation(16)
        let picture = CorrelationPicture().draw([
            CorrelationPicture.Row(title: "one", representation: c, embedding: c),
            CorrelationPicture.Row(title: "two", representation: c, embedding: c),
        ])
        for left in [28, 28 + 512 + 48] {
            let (x, y) = (left + 16, 62 + 16)
            #expect(color(picture, x, y) == [170, 16, 40])
            #expect(color(picture, x + 32, y) == [24, 62, 150])
            #expect(color(picture, x + 64, y) == [255, 255, 255])
            #expect(color(picture, x + 15 * 32, y + 15 * 32) == [170, 16, 40])
        }
        #expect(picture.height > 2 * 512)
    }

    /// Two dimensions share a pixel: opposite pairs lie on the diagonal, and all else is white.
    @Test func manyDimensionsAreAveraged() throws {
        let c = try correlation(600)
        let picture = CorrelationPicture().draw([CorrelationPicture.Row(title: "wide", representation: c, embedding: c)]
        )
        #expect(color(picture, 28 + 100, 62 + 100) == [170, 16, 40])
        #expect(color(picture, 28 + 101, 62 + 100) == [255, 255, 255])
        // 300 pixels, a frame, and paper
        #expect(color(picture, 28 + 300, 62 + 100) != [255, 255, 255])
        #expect(color(picture, 28 + 310, 62 + 100) == [255, 255, 255])
    }

    @Test(arguments: [2, 10, 37])
    func everyPointLiesInTheFrame(classes: Int) {
        let points = (0..<200).map { index -> [Double] in
            let height: Double = index == 7 ? 1e6 : Double(index / 20)
            return [Double(index % 20), height]
        }
        let scatter = ScatterPicture(title: String(repeating: "a long title ", count: 20), axes: ["right", "up"])
        let picture = scatter.draw(
            points, labels: points.indices.map { $0 % classes }, classNames: (0..<classes).map { "class \($0)" })
        let paper: [UInt8] = [255, 255, 255]
        var drawn = 0
        for y in 62..<810 { for x in 32..<780 where color(picture, x, y) != paper { drawn += 1 } }
        // a disc has about 32 pixels
        #expect(drawn > 100 * 20)
        // the far one is drawn at the upper edge
        var atTheEdge = 0
        for y in 61..<71 { for x in 32..<780 where color(picture, x, y) != paper { atTheEdge += 1 } }
        #expect(atTheEdge > 10)
    }
}
