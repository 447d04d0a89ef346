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
    /// shards, where images stand class by class, of some that are spread evenly. Images that cannot be read are left out.
    /// - Returns: the picture, and how many images it shows.
    /// - Throws: `DataError` where none of them can be read.
    package func compose(images: Int, seed: UInt64, epoch: Int = 0) throws -> (picture: Picture, images: Int) {
        let images = min(max(1, images), dataset.count)
        let columns = min(max(1, columns), images)
        let side = max(1, magnification ?? max(1, 112 / plan.height))
        let (tileHeight, tileWidth) = (plan.height * side, plan.width * side)
        let groupWidth = 3 * tileWidth + 2 * gap
        func height(_ images: Int) -> Int { (images + columns - 1) / columns * (tileHeight + gap) + gap }
        var sheet = Picture(
            height: height(images), width: columns * (groupWidth + 3 * gap) + gap, channels: plan.channels,
            filledWith: 255)
        let reader = ImageReader(dataset, channels: plan.channels)
        let renderer = ViewRenderer(plan)
        var faults: [String] = []
        var tiles = [Float](repeating: 1, count: 3 * plan.viewSize)
        var shown = 0
        for index in 0..<images {
            let number = dataset.isFixedSize ? index : index * dataset.count / images
            do {
                try unsafe tiles.withUnsafeMutableBufferPointer { tiles in
                    guard let target = tiles.baseAddress else { return }
                    try reader.withImage(number) { unsafe render($0, number, renderer, seed, epoch, into: target) }
                }
            } catch let fault as ImageFault {
                faults.append("\(dataset.images.name(of: number)) \(fault.description)")
                continue
            }
            let top = gap + shown / columns * (tileHeight + gap)
            let left = 2 * gap + shown % columns * (groupWidth + 3 * gap)
            for place in 0..<3 {
                let tile = tiles[(place * plan.viewSize)..<((place + 1) * plan.viewSize)]
                paste(Array(tile), side, into: &sheet, top: top, left: left + place * (tileWidth + gap))
            }
            shown += 1
        }
        guard shown > 0 else {
            throw DataError(
                dataset.name,
                "has no images that can be read: all \(images) that were to be shown are bad, such as "
                    + faults.prefix(3).joined(separator: "; "))
        }
        let pixels = sheet.pixels.prefix(height(shown) * sheet.width * sheet.channels)
        return (
            Picture(height: height(shown), width: sheet.width, channels: sheet.channels, pixels: Array(pixels)), shown
        )
    }

    private func render(
        _ source: SourceImage, _ index: Int, _ renderer: ViewRenderer, _ seed: UInt64, _ epoch: Int,
        into target: UnsafeMutablePointer<Float>
    ) {
        unsafe renderer.renderPlain(source, dataset.isFixedSize ? .whole : .fitted, into: target)
        for view in 0..<2 {
            unsafe renderer.render(
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
                    // what is no number, by a step of somebody's own, is black
                    let value = tile[from + c] > 0 ? min(tile[from + c], 1) : 0
                    sheet.pixels[to + c] = UInt8(value * 255 + 0.5)
                }
            }
        }
    }
}
