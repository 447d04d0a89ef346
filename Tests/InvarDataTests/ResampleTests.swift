import Foundation
import Invar
import InvarData
import InvarRuntime
import TestSupport
import Testing

@Suite struct ResampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let source: (Int, Int)
        let output: (Int, Int)
        let box: CropBox
        var testDescription: String { "\(source) \(box) to \(output)" }
    }

    static let cases = [
        Case(source: (1, 1), output: (1, 1), box: CropBox(x: 0, y: 0, width: 1, height: 1)),
        Case(source: (1, 1), output: (5, 3), box: CropBox(x: 0.2, y: 0.1, width: 0.5, height: 0.8)),
        Case(source: (28, 28), output: (28, 28), box: CropBox(x: 3.3, y: 7.9, width: 17.2, height: 20.1)),
        Case(source: (13, 17), output: (7, 5), box: CropBox(x: 0, y: 0, width: 17, height: 13)),
        Case(source: (37, 53), output: (11, 19), box: CropBox(x: 1.5, y: 2.25, width: 50.5, height: 33.75)),
        Case(source: (61, 47), output: (1, 1), box: CropBox(x: 0, y: 0, width: 47, height: 61)),
        Case(source: (9, 11), output: (33, 31), box: CropBox(x: 4, y: 5, width: 3, height: 2)),
        Case(source: (50, 40), output: (16, 67), box: CropBox(x: 39, y: 0, width: 1, height: 50)),
    ]

    @Test(arguments: cases, [1, 2, 3, 5, 16]) func agreesWithThePlainForm(_ test: Case, channels: Int) {
        let bytes = randomBytes(test.source.0 * test.source.1 * channels, seed: 11)
        let picture = NaivePicture(
            height: test.source.0, width: test.source.1, channels: channels, values: bytes.map { Double($0) / 255 })
        let scratch = PixelScratch(
            channels: channels, height: test.output.0, width: test.output.1, sourceHeight: test.source.0,
            sourceWidth: test.source.1, maximumRadius: 0)
        for interpolation in [Interpolation.bilinear, .bicubic] {
            for antialias in [true, false] {
                scratch.resample(
                    bytes, channels: channels, box: test.box, interpolation: interpolation, antialias: antialias)
                let got = scratch.picture(height: test.output.0, width: test.output.1, channels: channels)
                let want = picture.resized(
                    to: test.output, box: test.box, interpolation: interpolation, antialias: antialias)
                // single precision, and at most about thirty taps of up to 1.2 in each direction
                #expect(largestDifference(got.values, want.values) < 1e-5)
            }
        }
    }

    @Test func theWholeImageAtItsOwnSizeIsItself() {
        let bytes = randomBytes(19 * 23 * 3, seed: 2)
        let scratch = PixelScratch(
            channels: 3, height: 19, width: 23, sourceHeight: 19, sourceWidth: 23, maximumRadius: 0)
        for interpolation in [Interpolation.bilinear, .bicubic] {
            scratch.resample(
                bytes, channels: 3, box: CropBox(x: 0, y: 0, width: 23, height: 19), interpolation: interpolation,
                antialias: true)
            let got = scratch.picture(height: 19, width: 23, channels: 3).values
            #expect(largestDifference(got, bytes.map { Double($0) / 255 }) < 1e-6)
        }
    }
}

@Suite struct CropSamplerTests {
    private func draw(_ crop: RandomResizedCrop, height: Int, width: Int, count: Int = 20_000) -> [CropBox] {
        (0..<count).map { image in
            var random = CounterRandom(seed: 9, item: image)
            return CropSampler.draw(crop, height: height, width: width, random: &random)
        }
    }

    @Test(arguments: [RandomResizedCrop.Oversize.redraw, .clamp]) func boxesLieInside(
        oversize: RandomResizedCrop.Oversize
    ) {
        for (h, w) in [(28, 28), (1, 1), (375, 500), (3, 50)] {
            for box in draw(RandomResizedCrop(scale: 0.2...1, oversize: oversize), height: h, width: w, count: 2000) {
                #expect(box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0)
                #expect(box.x + box.width <= Double(w) + 1e-9 && box.y + box.height <= Double(h) + 1e-9)
            }
        }
    }

    /// On a square, clamping cuts the crops that do not fit; their mean area is a closed form:
    /// E[min(1, w) · min(1, h)] with w h = a uniform in 0.2...1 and log(w / h) uniform in ±log(4/3).
    @Test func clampedAreaHasItsMean() {
        let boxes = draw(RandomResizedCrop(scale: 0.2...1, oversize: .clamp), height: 28, width: 28)
        let mean = boxes.reduce(0) { $0 + $1.width * $1.height / 784 } / Double(boxes.count)
        var want = 0.0
        let steps = 400
        for i in 0..<steps {
            for j in 0..<steps {
                let area = 0.2 + 0.8 * (Double(i) + 0.5) / Double(steps)
                let ratio = pow(4 / 3.0, 2 * (Double(j) + 0.5) / Double(steps) - 1)
                want += min(1, (area * ratio).squareRoot()) * min(1, (area / ratio).squareRoot())
            }
        }
        want /= Double(steps * steps)
        #expect(abs(mean - want) < 0.006)
    }

    @Test func redrawnRatiosStayInRange() {
        for box in draw(RandomResizedCrop(scale: 0.2...1), height: 28, width: 28, count: 2000) {
            #expect((0.7499...1.3334).contains(box.width / box.height))
            #expect((0.1999...1.0001).contains(box.width * box.height / 784))
        }
    }

    @Test func anImageThatFitsNoRatioGivesItsMiddle() {
        let boxes = draw(RandomResizedCrop(scale: 0.9...1), height: 10, width: 100, count: 50)
        let width = 10 * 4 / 3.0
        for box in boxes {
            #expect(abs(box.width - width) < 1e-9 && abs(box.x - (100 - width) / 2) < 1e-9)
            #expect(box.height == 10 && box.y == 0)
        }
    }
}
