import Foundation
import Invar
import InvarData
import InvarEmit
import InvarJIT
import TestSupport
import Testing

/// Pictures of bytes in C: what the encoder is given of them, and what it makes of that, has Swift's bits.
@Suite struct PixelTests {
    static let sizes = [
        (1, 1), (28, 28), (13, 37), (500, 333), (333, 500), (1024, 1), (1, 1024), (2, 1), (16, 16), (17, 16), (64, 80),
        (80, 64), (73, 91), (74, 92), (640, 480), (31, 29), (27, 28), (56, 56),
    ]

    /// Of 1 and 3 channels, with rows side by side, or with bytes between them that are no pixels.
    struct Picture {
        let (width, height, channels, stride): (Int, Int, Int, Int)
        let bytes: [UInt8]

        init(width: Int, height: Int, channels: Int, gap: Int) {
            (self.width, self.height, self.channels) = (width, height, channels)
            stride = width * channels + gap
            let values = FormulaValues.uniform("\(width) \(height) \(channels)", count: stride * height)
            // a part of them black and white: sums that leave 0 to 255
            bytes = values.map { UInt8(min(max(Int($0 * 400) - 70, 0), 255)) }
        }

        var file: [UInt8] {
            [channels, width, height, stride].flatMap { number in
                (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            } + bytes
        }

        var pixels: [UInt8] {
            (0..<height).flatMap { bytes[$0 * stride..<$0 * stride + width * channels] }
        }
    }

    @Test(arguments: ["vicreg-small", "tiny-resnet", "large-images"], Compiler.allCases)
    func picturesHaveSwiftsBits(_ name: String, _ compiler: Compiler) throws {
        let model = try name == "large-images" ? EncoderCase.large.get() : EncoderCase.named(name)
        let pictures = Self.sizes.flatMap { width, height in
            [1, 3].map { channels in
                Picture(
                    width: width, height: height, channels: channels, gap: (width + height) % 3 == 0 ? 0 : width % 7 + 1
                )
            }
        }
        let joint = model.joint
        let preparation = try ImagePreparation(views: joint.views, image: joint.image)
        var images: [Float] = []
        for picture in pictures {
            var image = [Float](repeating: .nan, count: preparation.imageSize)
            var span = image.mutableSpan
            try preparation.prepare(
                pixels: picture.pixels.span, height: picture.height, width: picture.width, channels: picture.channels,
                into: &span)
            images += image
        }
        let path = model.emission.file("pictures")
        try Data(pictures.flatMap(\.file)).write(to: URL(filePath: path))
        let (imagesPath, out) = (model.emission.file("prepared"), model.emission.file("out"))
        let program = try model.emission.program("pixels", by: compiler.rawValue)
        let target = EmissionTarget.here.first ?? .v2
        let ended = try run(program, [model.weights, path, imagesPath, out, target.rawValue])
        #expect(ended.isFine, "\(ended.status) \(ended.output)")
        let prepared = try Numbers.read(imagesPath)
        let size = preparation.imageSize
        for (number, picture) in pictures.enumerated() where prepared.count == images.count {
            let part = number * size..<(number + 1) * size
            let complaint = difference(Array(prepared[part]), Array(images[part]))
            #expect(complaint == nil, "\(picture.width)×\(picture.height)×\(picture.channels): \(complaint ?? "")")
        }
        // one at a time, by the smallest batch
        let encoder = try CompiledEncoder(model.emission.model, target)
        let wanted = try pictures.indices.flatMap { try encoder.embed(Array(images[$0 * size..<($0 + 1) * size])) }
        let complaint = difference(try Numbers.read(out), wanted)
        #expect(complaint == nil, "\(complaint ?? "")")
    }
}
