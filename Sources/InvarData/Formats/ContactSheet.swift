import Invar

/// A picture of what the encoder is shown: each original beside its two views.
package struct ContactSheet: Sendable {
    package let dataset: Dataset
    package let plan: ViewPlan
    /// How many originals stand side by side.
    package var columns = 4
    /// Each pixel of a view becomes a square of this side; nothing: as large as makes a view about 112 pixels high.
    package var magnification: Int?
    private let gap = 4

    /// - Throws: `Diagnostic` for a mistake in the description of views or image.
    package init(_ dataset: Dataset, views: Views, image: Image) throws {
        self.dataset = dataset
        plan = try ViewPlan(views, image: image, normalized: false)
    }

    /// The sheet of the first images, with the views that the run of this seed sees in this epoch; of a folder or of
    /// shards, where images stand class by class, of some that are spread evenly. A bad image's place stays white.
    /// - Throws: `DataError` where all of them are bad, with the reasons of the first.
    package func compose(images: Int, seed: UInt64, epoch: Int = 0) throws -> Picture {
        let images = min(max(1, images), dataset.count)
        let columns = min(max(1, columns), images)
        let rows = (images + columns - 1) / columns
        let side = max(1, magnification ?? max(1, 112 / plan.height))
        let (tileHeight, tileWidth) = (plan.height * side, plan.width * side)
        let groupWidth = 3 * tileWidth + 2 * gap
        var sheet = Picture(
            height: rows * (tileHeight + gap) + gap, width: columns * (groupWidth + 3 * gap) + gap,
            channels: plan.channels, filledWith: 255)
        let reader = ImageReader(dataset, channels: plan.channels)
        let renderer = ViewRenderer(plan)
        var faults: [String] = []
        var tiles = [Float](repeating: 1, count: 3 * plan.viewSize)
        for index in 0..<images {
            let top = gap + index / columns * (tileHeight + gap)
            let left = 2 * gap + index % columns * (groupWidth + 3 * gap)
            let place = dataset.isFixedSize ? index : index * dataset.count / images
            do {
                try tiles.withUnsafeMutableBufferPointer { tiles in
                    guard let target = tiles.baseAddress else { return }
                    try reader.withImage(place) { render($0, place, renderer, seed, epoch, into: target) }
                }
            } catch let fault as ImageFault {
                faults.append("\(dataset.images.name(of: place)) \(fault.description)")
                continue
            }
            for place in 0..<3 {
                let tile = tiles[(place * plan.viewSize)..<((place + 1) * plan.viewSize)]
                paste(Array(tile), side, into: &sheet, top: top, left: left + place * (tileWidth + gap))
            }
        }
        guard faults.count < images else {
            throw DataError(
                dataset.name,
                "has no image to show: all \(images) cannot be read: \(faults.prefix(3).joined(separator: "; "))")
        }
        return sheet
    }

    private func render(
        _ source: SourceImage, _ index: Int, _ renderer: ViewRenderer, _ seed: UInt64, _ epoch: Int,
        into target: UnsafeMutablePointer<Float>
    ) {
        renderer.renderPlain(source, dataset.isFixedSize ? .whole : .fitted, into: target)
        for view in 0..<2 {
            renderer.render(
                source, seed: seed, epoch: epoch, image: index, view: view, into: target + (view + 1) * plan.viewSize)
        }
    }

    private func paste(_ tile: [Float], _ side: Int, into sheet: inout Picture, top: Int, left: Int) {
        let channels = plan.channels
        for y in 0..<(plan.height * side) {
            for x in 0..<(plan.width * side) {
                let from = (y / side * plan.width + x / side) * channels
                let to = ((top + y) * sheet.width + left + x) * channels
                for c in 0..<channels {
                    sheet.pixels[to + c] = UInt8(min(max(tile[from + c], 0), 1) * 255 + 0.5)
                }
            }
        }
    }
}
