extension Picture {
    /// Pictures of one size row by row in one, from above on the left; where there is none it is black.
    /// - Parameters:
    ///   - columns: how many stand side by side.
    ///   - rows: as many as it takes, unless given.
    package init(tiles: [Picture], columns: Int, rows: Int? = nil) {
        let rows = rows ?? (tiles.count + max(columns, 1) - 1) / max(columns, 1)
        precondition(
            !tiles.isEmpty && columns > 0 && rows * columns >= tiles.count,
            "internal: a sheet of \(tiles.count) pictures in \(columns) columns")
        let first = tiles[0]
        self.init(height: rows * first.height, width: columns * first.width, channels: first.channels)
        let row = first.width * channels
        for (index, tile) in tiles.enumerated() {
            precondition(
                (tile.height, tile.width, tile.channels) == (first.height, first.width, channels),
                "internal: pictures of different sizes in one sheet")
            let (left, top) = (index % columns * row, index / columns * first.height)
            for y in 0..<first.height {
                let to = (top + y) * width * channels + left
                pixels.replaceSubrange(to..<(to + row), with: tile.pixels[(y * row)..<((y + 1) * row)])
            }
        }
    }

    /// Every so many pixels become one, their mean, so that the longer side has at most as many as are wanted.
    package func reduced(longerSide: Int) -> Picture {
        let each = (max(height, width) + longerSide - 1) / longerSide
        guard each > 1, height >= each, width >= each else { return self }
        var result = Picture(height: height / each, width: width / each, channels: channels)
        for place in result.pixels.indices {
            let (pixel, channel) = (place / channels, place % channels)
            let (top, left) = (pixel / result.width * each, pixel % result.width * each)
            var sum = 0
            for y in top..<(top + each) {
                for x in left..<(left + each) { sum += Int(pixels[(y * width + x) * channels + channel]) }
            }
            result.pixels[place] = UInt8((sum + each * each / 2) / (each * each))
        }
        return result
    }
}
