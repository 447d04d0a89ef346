import Invar
import InvarData
import Testing

@Suite struct DecodedSizeTests {
    private let image = Image(channels: 3, height: 32, width: 32)
    private let views = Views { RandomResizedCrop(scale: 0.5...1, interpolation: .bicubic) }

    /// A view of a file, decoded at a part of its size or not.
    private func view(_ file: [UInt8], image index: Int, denominator: ((Int, Int) -> Int)?) throws -> [Float] {
        let plan = try ViewPlan(views, image: image)
        let renderer = ViewRenderer(plan)
        var output = [Float](repeating: 0, count: plan.viewSize)
        try file.withUnsafeBufferPointer { bytes in
            try ImageDecoder().withImage(bytes, channels: 3, denominator: denominator ?? { _, _ in 1 }) {
                renderer.render($0, seed: 1, epoch: 0, image: index, view: 0, into: &output)
            }
        }
        return output
    }

    @Test func aPartOfTheSizeShowsTheSame() throws {
        let file = Fixture.jpeg(height: 600, width: 800, seed: 7)
        let plan = try ViewPlan(views, image: image)
        for index in 0..<20 {
            var part = 0
            let reduced = try view(file, image: index) { height, width in
                part = plan.denominator(seed: 1, epoch: 0, image: index, height: height, width: width)
                return part
            }
            #expect(part >= 4)
            let whole = try view(file, image: index, denominator: nil)
            let error = zip(reduced, whole).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            // 40 decibels and more: less than another quality of JPEG would change
            #expect(error / Float(whole.count) < 1e-4, "1/\(part): \(error / Float(whole.count))")
        }
    }

    @Test func viewsAreNeverMadeFromFewerPixels() throws {
        let plan = try ViewPlan(
            Views { RandomResizedCrop(scale: 0.08...1) }, image: Image(channels: 3, height: 224, width: 224))
        for index in 0..<200 {
            #expect(plan.denominator(seed: 1, epoch: 0, image: index, height: 375, width: 500) == 1)
        }
        let sharp = try ViewPlan(Views { RandomResizedCrop(antialias: false) }, image: image)
        #expect(sharp.denominator(seed: 1, epoch: 0, image: 0, height: 4000, width: 4000) == 1)
    }
}
