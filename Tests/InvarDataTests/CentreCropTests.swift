import Foundation
import Invar
import InvarData
import Testing

/// The middle of an image as evaluation sees it, held against what Pillow makes by torchvision's rules (Fixtures/make_crops.py):
/// the same bytes.
@Suite struct CentreCropTests {
    /// The formula of make_crops.py.
    private func noise(_ height: Int, _ width: Int, _ channels: Int) -> [UInt8] {
        (0..<(height * width * channels)).map { i in
            let (c, x, y) = (i % channels, i / channels % width, i / channels / width)
            return UInt8(truncatingIfNeeded: x * x * 7 + y * 13 + x * y * 3 + c * 85 + ((x * 31) ^ (y * 17)) * 5)
        }
    }

    private func view(_ source: [UInt8], _ height: Int, _ width: Int, _ channels: Int, side: Int, _ crop: CentreCrop)
        throws -> [Float]
    {
        let plan = try ViewPlan(
            Views {}, image: Image(channels: channels, height: side, width: side), normalized: false)
        var output = [Float](repeating: .nan, count: plan.viewSize)
        source.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            ViewRenderer(plan).renderPlain(SourceImage(base, height: height, width: width), crop, into: &output)
        }
        return output
    }

    @Test func everyByteIsPillows() throws {
        let text = try String(decoding: Fixture.bytes("crops.txt"), as: UTF8.self)
        var data = try Fixture.bytes("crops.bin")[...]
        let cases = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        #expect(cases.count > 30)
        for numbers in cases {
            let (height, width, channels, resize, side) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
            let crop: CentreCrop = resize == side ? .fitted : .inner
            let found = try view(noise(height, width, channels), height, width, channels, side: side, crop)
            let want = data.prefix(side * side * channels)
            data = data.dropFirst(want.count)
            let different = zip(found, want).count { abs($0 * 255 - Float($1)) > 1e-3 }
            #expect(found.count == want.count && different == 0, "\(numbers): \(different) of \(want.count) differ")
        }
        #expect(data.isEmpty)
    }

    /// Sizes and places of torchvision for some sizes of images; halves are rounded to even.
    @Test func placesAreWhole() {
        func place(_ height: Int, _ width: Int, _ side: Int, _ crop: CentreCrop) -> [Int] {
            let found = crop.placement(viewHeight: side, viewWidth: side, height: height, width: width)
            return [found.height, found.width, found.top, found.left]
        }
        #expect(place(375, 500, 224, .inner) == [256, 341, 16, 58])
        #expect(place(500, 375, 224, .inner) == [341, 256, 58, 16])
        #expect(place(256, 257, 224, .inner) == [256, 257, 16, 16])
        #expect(place(256, 259, 224, .inner) == [256, 259, 16, 18])
        #expect(place(32, 33, 32, .fitted) == [32, 33, 0, 0])
        #expect(place(32, 35, 32, .fitted) == [32, 35, 0, 2])
        #expect(place(64, 64, 64, .inner) == [73, 73, 4, 4])
        #expect(place(299, 299, 299, .inner) == [342, 342, 22, 22])
        #expect(place(1, 1_000_000, 8, .fitted) == [8, 8_000_000, 0, 3_999_996])
    }

    /// A view that is not square: torchvision's rule beside the view's own sides, never smaller than the view.
    @Test func viewsThatAreNotSquareAreCovered() {
        for (height, width) in [(10, 10), (7, 300), (300, 7), (31, 17), (64, 32), (1, 1)] {
            for (viewHeight, viewWidth) in [(32, 64), (64, 32), (5, 9), (1, 7)] {
                for crop in [CentreCrop.fitted, .inner] {
                    let found = crop.placement(
                        viewHeight: viewHeight, viewWidth: viewWidth, height: height, width: width)
                    #expect(found.height >= viewHeight && found.width >= viewWidth)
                    #expect(found.top >= 0 && found.top + viewHeight <= found.height)
                    #expect(found.left >= 0 && found.left + viewWidth <= found.width)
                }
            }
        }
    }

    /// A file that evaluation reads is decoded at its full size, whatever the view's.
    @Test func filesAreDecodedWhole() throws {
        let directory = try TemporaryDirectory()
        let file = Fixture.jpeg(height: 600, width: 800, seed: 3)
        _ = try directory.write(file, "train/a/1.jpg")
        let data = try Dataset.load(directory.path, split: .train)
        let batches = try PlainBatches(
            data, views: Views {}, image: Image(channels: 3, height: 16, width: 16), normalized: false)
        var found = [Float](repeating: .nan, count: batches.imageSize)
        _ = try found.withUnsafeMutableBufferPointer { try batches.write(0..<1, into: $0) }
        #expect(found == (try view(Decoded(file).pixels, 600, 800, 3, side: 16, .fitted)))
    }
}
