import Invar
import InvarData
import InvarDrawing
import InvarGraph

/// Originals and their views: what stands in the columns is said above them.
package enum ViewsPicture {
    /// - Parameters:
    ///   - explanations: of each original and each of its views the steps that happened; nothing where they are not wanted.
    ///   - areSignals: whether the pictures are a signal's course, which is wide.
    package static func figure(
        _ entries: [ContactSheet.Entry], explanations: [[[String]]]? = nil, areSignals: Bool = false
    ) -> Figure {
        let tiles = 1 + (entries.first?.views.count ?? 2)
        let most = areSignals ? 6 : entries.count > 64 ? 24 : 12
        let columns = explanations == nil ? max(1, most / tiles) : 1
        let panels = entries.enumerated().map { index, entry in
            // a heading of the sheet; where something is said beneath the images, of each row
            let isNamed = index < columns || explanations != nil
            let names = ["original"] + entry.views.indices.map { "view \($0 + 1)" }
            let said = explanations.map {
                [[visible(entry.name.shown)]] + $0[index].map { $0.isEmpty ? ["as the original"] : $0 }
            }
            let tiles = ([entry.original] + entry.views).enumerated().map { place, picture in
                Strip.Tile(isNamed ? names[place] : "", Raster(picture), notes: said?[place] ?? [])
            }
            let wanted = areSignals ? Double(SignalSheet.width) : explanations == nil ? 112 : 190
            var strip = Strip(tiles, scale: tiles[0].image.scale(longerSide: wanted))
            if explanations != nil { strip.leastWidth = 190 }
            return Panel(.strip(strip))
        }
        var figure = Figure(columns: columns, panels: panels)
        figure.gap = explanations == nil ? 14 : 22
        return figure
    }
}

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

    /// The view's image in the proportions of a picture, so that nothing is stretched.
    package static func image(_ view: Image, like size: (height: Int, width: Int), longerSide: Int) -> Image {
        let scale = Double(longerSide) / Double(max(size.height, size.width))
        func side(_ of: Int) -> Int { max(1, Int((Double(of) * scale).rounded())) }
        return Image(
            channels: view.channels, height: side(size.height), width: side(size.width), mean: view.mean, std: view.std)
    }

    /// - Parameters:
    ///   - dataset: its first image is drawn, or the first that can be read.
    ///   - view: how many channels a view has, and how they are normalized.
    ///   - longerSide: of each picture, in pixels; it keeps its own proportions.
    ///   - seed: of what the effects draw.
    /// - Throws: `DataError` where no image can be read.
    package static func figure(
        _ dataset: Dataset, view: Image, longerSide: Int, seed: UInt64, epoch: Int = 0
    ) throws -> Figure {
        let size = try ContactSheet(dataset, views: Views {}, image: view).firstSize()
        let image = image(view, like: size, longerSide: longerSide)
        var original: Picture?
        let tiles = try effects(for: image).map { effect in
            let found = try ContactSheet(dataset, views: effect.views, image: image).first(seed: seed, epoch: epoch)
            original = found.original
            return Strip.Tile(effect.name, Raster(found.views[0]))
        }
        let all = (original.map { [Strip.Tile("original", Raster($0))] } ?? []) + tiles
        let panels = all.map { Panel(.strip(Strip([$0], scale: $0.image.scale(longerSide: 128)))) }
        var figure = Figure(columns: 6, panels: panels)
        figure.gap = 12
        return figure
    }
}
