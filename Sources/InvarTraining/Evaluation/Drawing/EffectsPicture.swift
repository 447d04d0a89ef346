import Invar
import InvarData

/// One image, and what each effect makes of it alone, with its name: figure 4 of SimCLR (Chen et al. 2020) for these views' image.
package enum EffectsPicture {
    /// Every effect by its name, with parameters that can be seen at once, always.
    static func effects(for image: Image) -> [(name: String, views: Views)] {
        let turns = image.height == image.width ? [1, 2, 3] : [2]
        let sigma = Double(max(image.height, image.width)) / 40
        let all = Views {
            RandomResizedCrop(scale: 0.2...0.5)
            HorizontalFlip(probability: 1)
            if image.isPicture {
                ColorJitter(brightness: 0.8, contrast: 0.8, saturation: 0.8, hue: 0.2)
            } else {
                ColorJitter(brightness: 0.8, contrast: 0.8)
            }
            if image.channels == 3 {
                Grayscale(probability: 1)
                ChannelShuffle()
            }
            GaussianBlur(sigma: sigma...sigma, probability: 1)
            Solarize(probability: 1)
            Posterize(bits: 2)
            Equalize()
            Sharpness(factor: 6...6)
            QuarterTurns(turns)
            Rotation(degrees: -45...45)
            Affine(degrees: -20...20, translation: 0.1, scale: 0.7...1.2, shear: -25...25)
            Perspective()
            Cutout(area: 0.1...0.3, fill: .value(0.5))
            GaussianNoise(sigma: 0.15...0.15)
            Sobel()
        }
        return all.steps.map { ($0.name, Views(steps: [$0])) }
    }

    /// - Parameters:
    ///   - dataset: its first image is drawn, or the first that can be read.
    ///   - image: what a view is.
    ///   - seed: of what the effects draw.
    ///   - columns: pictures side by side.
    /// - Throws: `DataError` where no image can be read.
    package static func draw(
        _ dataset: Dataset, image: Image, seed: UInt64, epoch: Int = 0, columns: Int = 6
    ) throws -> (picture: Picture, effects: Int) {
        let effects = effects(for: image)
        let magnification = (205 + image.height - 1) / image.height
        let (width, height) = (image.width * magnification, image.height * magnification)
        let (gap, text) = (12, 2 * BitmapFont.height + 8)
        let rows = (effects.count + columns) / columns
        var canvas = Canvas(width: columns * (width + gap) + gap, height: rows * (height + text + gap) + gap)
        func add(_ name: String, _ tile: Picture, at place: Int) {
            let x = gap + place % columns * (width + gap), y = gap + place / columns * (height + text + gap)
            canvas.write(Canvas.fitted(name, width: width), x: x, y: y)
            canvas.paste(tile, x: x, y: y + text)
        }
        for (place, effect) in effects.enumerated() {
            var sheet = try ContactSheet(dataset, views: effect.views, image: image)
            sheet.magnification = magnification
            let tiles = try sheet.tiles(seed: seed, epoch: epoch)
            if place == 0 { add("original", tiles.original, at: 0) }
            add(effect.name, tiles.view, at: place + 1)
        }
        return (canvas.picture, effects.count)
    }

    /// A contact sheet below a line that says what stands in its columns.
    package static func headed(_ sheet: Picture, columns: [(left: Int, width: Int, name: String)]) -> Picture {
        let height = 2 * BitmapFont.height + 10
        var canvas = Canvas(width: sheet.width, height: sheet.height + height)
        for column in columns {
            let scale = Canvas.width(of: column.name) <= column.width ? 2 : 1
            let name = Canvas.fitted(column.name, width: column.width, scale: scale)
            canvas.write(name, x: column.left, y: 6, scale: scale)
        }
        canvas.paste(sheet, x: 0, y: height)
        guard sheet.channels == 1 else { return canvas.picture }
        let pixels = canvas.picture.pixels
        return Picture(
            height: canvas.picture.height, width: sheet.width, channels: 1,
            pixels: stride(from: 0, to: pixels.count, by: 3).map { pixels[$0] })
    }
}
