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
        try dataset.checkChannels(image.channels)
        plan = try ViewPlan(views, image: image, normalized: false)
    }

    /// The sheet of the first images, with the views that the run of this seed sees in this epoch; of a folder or of
    /// shards, where images stand class by class, of some that are spread evenly. Images that cannot be read are left out.
    /// - Returns: the picture, and how many images it shows.
    /// - Throws: `DataError` where none of them can be read.
    package func compose(images: Int, seed: UInt64, epoch: Int = 0) throws -> (picture: Picture, images: Int) {
        let images = min(max(1, images), dataset.count)
        let columns = min(max(1, columns), images)
        let (tileHeight, tileWidth) = (plan.height * side, plan.width * side)
        func height(_ images: Int) -> Int { (images + columns - 1) / columns * (tileHeight + gap) + gap }
        var sheet = Picture(
            height: height(images), width: columns * (groupWidth + 3 * gap) + gap, channels: shownChannels,
            filledWith: 255)
        let reader = ImageReader(dataset, channels: plan.channels)
        let renderer = ViewRenderer(plan)
        var faults: [String] = []
        var tiles = [Float](repeating: 1, count: 3 * plan.viewSize)
        var shown = 0
        for number in numbers(images) {
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
            let left = left(ofGroup: shown % columns)
            for place in 0..<3 {
                let tile = tiles[(place * plan.viewSize)..<((place + 1) * plan.viewSize)]
                paste(Array(tile), side, into: &sheet, top: top, left: left + place * (tileWidth + gap))
            }
            shown += 1
        }
        guard shown > 0 else { throw none(of: images, faults) }
        let pixels = sheet.pixels.prefix(height(shown) * sheet.width * sheet.channels)
        return (
            Picture(height: height(shown), width: sheet.width, channels: sheet.channels, pixels: Array(pixels)), shown
        )
    }

    /// Of more than three channels the first three are shown as red, green and blue; of two the first, as grey.
    private var shownChannels: Int { plan.channels < 3 ? 1 : 3 }
    private var side: Int { max(1, magnification ?? max(1, 112 / plan.height)) }
    /// The width of an original and its views.
    private var groupWidth: Int { 3 * plan.width * side + 2 * gap }
    private func left(ofGroup group: Int) -> Int { 2 * gap + group * (groupWidth + 3 * gap) }

    /// Which images are shown, if all can be read.
    private func numbers(_ images: Int) -> [Int] {
        let images = min(max(1, images), dataset.count)
        return (0..<images).map { dataset.isFixedSize ? $0 : $0 * dataset.count / images }
    }

    private func none(of images: Int, _ faults: [String]) -> DataError {
        DataError(
            dataset.name,
            "has no images that can be read: all \(images) that were to be shown are bad, such as "
                + faults.prefix(3).joined(separator: "; "))
    }

    /// What stands in the columns of a sheet of so many images, and where.
    package func headings(images: Int) -> [(left: Int, width: Int, name: String)] {
        let width = plan.width * side
        return (0..<min(max(1, columns), max(1, images))).flatMap { group in
            ["original", "view 1", "view 2"].enumerated().map { place, name in
                (left(ofGroup: group) + place * (width + gap), width, name)
            }
        }
    }

    /// What was drawn for the views of the images that the sheet shows: of each view, a line for each step that happened.
    /// Images that cannot be read are left out.
    package func explain(
        images: Int, seed: UInt64, epoch: Int = 0
    ) throws -> [(image: String, views: [[String]])] {
        let reader = ImageReader(dataset, channels: plan.channels)
        let renderer = ViewRenderer(plan)
        var room = [Float](repeating: 0, count: plan.viewSize)
        return try numbers(images).compactMap { number in
            do {
                return try reader.withImage(number) { source in
                    let views = (0..<2).map { view in
                        unsafe renderer.explain(
                            source, seed: seed, epoch: epoch, image: number, view: view, into: &room)
                    }
                    return (dataset.images.name(of: number), views)
                }
            } catch is ImageFault { return nil }
        }
    }

    /// The first image that can be read, and its first view, each as a picture.
    /// - Throws: `DataError` where none can be read.
    package func tiles(seed: UInt64, epoch: Int = 0) throws -> (original: Picture, view: Picture) {
        let reader = ImageReader(dataset, channels: plan.channels)
        let renderer = ViewRenderer(plan)
        var tiles = [Float](repeating: 1, count: 3 * plan.viewSize)
        var faults: [String] = []
        func picture(_ place: Int) -> Picture {
            var picture = Picture(height: plan.height * side, width: plan.width * side, channels: shownChannels)
            let tile = tiles[(place * plan.viewSize)..<((place + 1) * plan.viewSize)]
            paste(Array(tile), side, into: &picture, top: 0, left: 0)
            return picture
        }
        for number in numbers(min(dataset.count, 100)) {
            do {
                try unsafe tiles.withUnsafeMutableBufferPointer { tiles in
                    guard let target = tiles.baseAddress else { return }
                    try reader.withImage(number) { unsafe render($0, number, renderer, seed, epoch, into: target) }
                }
                return (picture(0), picture(1))
            } catch let fault as ImageFault {
                faults.append("\(dataset.images.name(of: number)) \(fault.description)")
            }
        }
        throw none(of: min(dataset.count, 100), faults)
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
        for y in 0..<(plan.height * side) {
            for x in 0..<(plan.width * side) {
                let from = (y / side * plan.width + x / side) * plan.channels
                let to = ((top + y) * sheet.width + left + x) * shownChannels
                for c in 0..<shownChannels {
                    // what is no number, by a step of somebody's own, is black
                    let value = tile[from + c] > 0 ? min(tile[from + c], 1) : 0
                    sheet.pixels[to + c] = UInt8(value * 255 + 0.5)
                }
            }
        }
    }
}
