import InvarGraph

/// Maps cut into tiles: several images, or one, or bands of one.
struct MapCut {
    let height, width: Int
    /// Rows of a band, bands of an image.
    let band, bands: Int
    let units, unitsPerTile: Int

    var rows: Int { band * width * unitsPerTile }

    /// - Parameters:
    ///   - most: pixels of a tile, at most; `room`: what it may stage.
    ///   - isCuttable: whether a band of so many rows is possible.
    ///   - stagedElements: what a band of so many rows stages.
    init(
        images: Int, height: Int, width: Int, most: Int, room: Int, imagesPerRun: Int?, isCuttable: (Int) -> Bool,
        stagedElements: (Int) -> Int
    ) {
        (self.height, self.width) = (height, width)
        let divisors = (1...max(height, 1)).filter { height % $0 == 0 && ($0 == height || isCuttable($0)) }
        let fitting = divisors.filter { stagedElements($0) <= room }
        band = fitting.largest(of: most) { $0 * width } ?? divisors.first ?? height
        bands = height / band
        let together = min(most / max(band * width, 1), room / max(stagedElements(band), 1))
        let run = imagesPerRun ?? images
        unitsPerTile = bands > 1 ? 1 : (1...max(1, min(together, images))).last { run % $0 == 0 } ?? 1
        units = images * bands
    }
}

extension ContractionParts {
    /// How the result of a convolution is cut, where so many channels of what its pixels see are staged.
    func forwardCut(_ window: Window, _ schedule: ContractionSchedule, channels: Int) -> MapCut {
        func seen(_ pixels: Int, _ axis: Int) -> Int { (pixels - 1) * window.strides[axis] + window.kernel[axis] }
        return mapCut(
            schedule, isCuttable: { _ in true }, stagedElements: { seen($0, 0) * seen(result[2], 1) * channels })
    }

    /// How the gradient of a convolution's input is cut, where so many channels of the output's gradient are staged.
    func gradientCut(
        _ window: Window, _ cover: GradientCover, _ schedule: ContractionSchedule, channels: Int
    ) -> MapCut {
        mapCut(
            schedule, isCuttable: { $0 % window.strides[0] == 0 },
            stagedElements: { cover.rows(ofBand: $0) * cover.pixels * channels })
    }

    private func mapCut(
        _ schedule: ContractionSchedule, isCuttable: (Int) -> Bool, stagedElements: (Int) -> Int
    ) -> MapCut {
        let (height, width) = (result[1], result[2])
        return MapCut(
            images: result[0], height: height, width: width, most: schedule[.pixels],
            room: schedule[.room] / element.byteCount, imagesPerRun: imagesPerRun(height * width),
            isCuttable: isCuttable, stagedElements: stagedElements)
    }

    /// What is staged of maps to compute bands of so many rows and pixels of a convolution.
    func staging(
        _ window: Window, of maps: [Int], channels: Int, band: Int, bands: Int, width: Int
    ) -> Staging {
        Staging(
            height: maps[1], width: maps[2], channels: maps[3], groupChannels: channels, bands: bands,
            bandStep: band * window.strides[0], firstRow: -window.padding[0],
            rows: (band - 1) * window.strides[0] + window.kernel[0],
            pixels: (width - 1) * window.strides[1] + window.kernel[1], margin: window.padding[2])
    }

    /// What is staged of the output's gradient to compute a band of that of the input.
    func gradientStaging(_ cover: GradientCover, _ cut: MapCut, channels: Int) -> Staging {
        let maps = sources[0].shape
        return Staging(
            height: maps[1], width: maps[2], channels: maps[3], groupChannels: channels, bands: cut.bands,
            bandStep: cut.band / cover.stride, firstRow: cover.firstRow, rows: cover.rows(ofBand: cut.band),
            pixels: cover.pixels, margin: cover.margin)
    }
}

extension [Int] {
    /// The last of these whose size is at most so much. Where it is less than half of that, the next one, if it is at most twice as
    /// much: a cache that overflows a little costs less than a micro-kernel that has one row to do after six.
    func largest(of most: Int, size: (Int) -> Int) -> Int? {
        guard let index = lastIndex(where: { size($0) <= most }) else { return first }
        let next = dropFirst(index + 1).first { size($0) <= 2 * most }
        return size(self[index]) * 2 < most ? next ?? self[index] : self[index]
    }
}
