import Foundation
import Invar
import InvarData
import InvarRandom
import TestSupport
import Testing

/// Sizes around a vector's width, primes, and one.
let planeCounts = [1, 2, 3, 7, 8, 9, 16, 31, 97, 4096, 5003]

@Suite struct PixelOpTests {
    private func withPlanes(_ count: Int, _ body: (Planes) -> Void) -> (before: NaivePicture, after: NaivePicture) {
        let scratch = PixelScratch(
            channels: 3, height: 1, width: count, sourceHeight: 1, sourceWidth: count, maximumRadius: 0)
        var values = randomBytes(count * 3, seed: UInt64(count)).map { Double($0) / 255 }
        // some grey, black, white and pure pixels among them
        let special: [Double] = [0, 0, 0, 1, 1, 1, 0.5, 0.5, 0.5, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0.3, 0.3, 0.7]
        for i in 0..<min(special.count, values.count - 3) { values[i] = special[i] }
        let before = NaivePicture(height: 1, width: count, channels: 3, values: values.map { Double(Float($0)) })
        scratch.load(before)
        let r = scratch.planes
        body(Planes(r: r, g: r + scratch.planeStride, b: r + 2 * scratch.planeStride, count: count))
        return (before, scratch.picture(height: 1, width: count, channels: 3))
    }

    private func apply(_ step: some Augmentation, _ planes: Planes) {
        let spare = UnsafeMutablePointer<Float>.allocate(capacity: planes.count)
        defer { spare.deallocate() }
        var pixels = Pixels(
            planes.r, channels: 3, height: 1, width: planes.count, planeStride: planes.g - planes.r, spare: spare)
        var random = ViewRandom(CounterRandom(seed: 1))
        step.apply(to: &pixels, random: &random)
    }

    private func luma(_ v: ArraySlice<Double>) -> Double {
        0.299 * v[v.startIndex] + 0.587 * v[v.startIndex + 1] + 0.114 * v[v.startIndex + 2]
    }

    private func pixels(_ picture: NaivePicture, _ body: (ArraySlice<Double>) -> [Double]) -> [Double] {
        stride(from: 0, to: picture.values.count, by: 3).flatMap { body(picture.values[$0..<($0 + 3)]) }
    }

    private func clamp(_ x: Double) -> Double { min(max(x, 0), 1) }

    @Test(arguments: planeCounts, [0.6, 1.4]) func affine(count: Int, factor: Double) {
        let (before, after) = withPlanes(count) { planes in
            for plane in [planes.r, planes.g, planes.b] {
                ColorKernels.affine(plane, count: count, factor: Float(factor), shift: Float((1 - factor) * 0.25))
            }
        }
        let want = before.values.map { clamp($0 * factor + (1 - factor) * 0.25) }
        #expect(largestDifference(after.values, want) < 1e-6)
    }

    @Test(arguments: planeCounts, [0, 0.8, 1.2]) func saturation(count: Int, factor: Double) {
        let (before, after) = withPlanes(count) { ColorKernels.saturate($0, factor: Float(factor)) }
        let want = pixels(before) { v in v.map { clamp(factor * $0 + (1 - factor) * luma(v)) } }
        #expect(largestDifference(after.values, want) < 1e-6)
    }

    @Test(arguments: planeCounts, [-0.5, -0.1, 0, 0.07, 0.5]) func hue(count: Int, turn: Double) {
        let (before, after) = withPlanes(count) { ColorKernels.turnHue($0, by: Float(turn)) }
        #expect(largestDifference(after.values, before.turnedHue(by: turn).values) < 3e-6)
    }

    @Test(arguments: planeCounts) func grayscale(count: Int) {
        let (before, after) = withPlanes(count) { apply(Grayscale(probability: 1), $0) }
        #expect(largestDifference(after.values, pixels(before) { v in [luma(v), luma(v), luma(v)] }) < 1e-6)
    }

    @Test(arguments: planeCounts) func solarize(count: Int) {
        let (before, after) = withPlanes(count) { apply(Solarize(probability: 1), $0) }
        for (x, y) in zip(before.values, after.values) {
            #expect(abs(y - (x >= Double(Float(128.0 / 255)) ? 1 - x : x)) < 1e-6)
        }
    }

    @Test(arguments: planeCounts) func mean(count: Int) {
        var got: Float = 0
        let (before, _) = withPlanes(count) { got = ColorKernels.mean($0.r, count: count) }
        let want = stride(from: 0, to: 3 * count, by: 3).reduce(0) { $0 + before.values[$1] } / Double(count)
        #expect(abs(Double(got) - want) < 1e-6)
    }

    @Test(
        arguments: [(1, 1), (2, 3), (5, 1), (7, 17), (23, 16), (31, 33)],
        [(0.1, 11), (0.7, 1), (1.0, 11), (2.0, 11), (2.0, 20)])
    func blur(size: (Int, Int), gaussian: (Double, Int)) {
        let (height, width) = size
        let scratch = PixelScratch(
            channels: 1, height: height, width: width, sourceHeight: 1, sourceWidth: 1, maximumRadius: gaussian.1)
        let picture = NaivePicture(
            height: height, width: width, channels: 1,
            values: randomBytes(height * width, seed: 4).map { Double(Float($0) / 255) })
        scratch.load(picture)
        let radius = scratch.fillGaussian(sigma: gaussian.0, maximumRadius: gaussian.1)
        scratch.blur(scratch.planes, height: height, width: width, radius: radius)
        let want = picture.blurred(sigma: gaussian.0, radius: gaussian.1)
        #expect(
            largestDifference(scratch.picture(height: height, width: width, channels: 1).values, want.values) < 2e-6)
    }
}
