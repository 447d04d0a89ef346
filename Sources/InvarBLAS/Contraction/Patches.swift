/// Copies between maps and the matrix of patches that turns a convolution into a product.
enum Patches {
    /// `[pixels, kh·kw·c/groups]`: the patches of some output rows, one group's channels.
    @inline(__always)
    static func gather<Scalar: BLASScalar>(
        _ s: Convolution, _ x: Elements<Scalar>, group: Int, rows: Range<Int>,
        into patches: Elements<Scalar>
    ) {
        let (channels, run) = (s.groupChannels, s.kw &* s.groupChannels)
        each(s, rows) { place, map, taps in
            let target = patches + place
            guard let map else { return target.fill(0, run) }
            let source = x + (map &+ group &* channels)
            let (before, after) = (taps.lowerBound &* channels, (s.kw &- taps.upperBound) &* channels)
            if before > 0 { target.fill(0, before) }
            let (pieces, length) = s.groups == 1 ? (1, taps.count &* channels) : (taps.count, channels)
            for i in 0..<pieces { (target + (before &+ i &* length)).copy(source + i &* s.c, length) }
            if after > 0 { (target + (run &- after)).fill(0, after) }
        }
    }

    /// Adds patches to the elements of maps that they would be gathered from.
    @inline(__always)
    static func scatter<Scalar: BLASScalar>(
        _ s: Convolution, _ patches: Elements<Scalar>, group: Int, rows: Range<Int>,
        into x: Elements<Scalar>
    ) {
        let channels = s.groupChannels
        each(s, rows) { place, map, taps in
            guard let map else { return }
            let (source, target) = (patches + (place &+ taps.lowerBound &* channels), x + (map &+ group &* channels))
            let (pieces, length) = s.groups == 1 ? (1, taps.count &* channels) : (taps.count, channels)
            for i in 0..<pieces { (target + i &* s.c).add(source + i &* length, length) }
        }
    }

    /// Calls `body` with each row of each patch: its place in the matrix, which of its taps lie in the map, and where in the maps the
    /// first of these is, in the first group; nil if none lies there.
    @inline(__always)
    private static func each(
        _ s: Convolution, _ rows: Range<Int>, _ body: (_ place: Int, _ map: Int?, _ taps: Range<Int>) -> Void
    ) {
        var place = 0
        for row in rows {
            let (image, top) = (row / s.oh, row % s.oh &* s.strideH &- s.padTop)
            for ox in 0..<s.ow {
                let left = ox &* s.strideW &- s.padLeft
                let first = min(s.kw, max(0, 0 &- left))
                let taps = first..<max(first, min(s.kw, s.w &- left))
                for ky in 0..<s.kh {
                    let y = top &+ ky
                    let isOutside = y < 0 || y >= s.h || taps.isEmpty
                    body(place, isOutside ? nil : ((image &* s.h &+ y) &* s.w &+ left &+ first) &* s.c, taps)
                    place &+= s.kw &* s.groupChannels
                }
            }
        }
    }

    /// Where every channel has its own window: calls `body` with each element of some output rows that begins a pixel, with one that its
    /// window covers, and that of the weights between them.
    @inline(__always)
    static func channels(
        _ s: Convolution, _ rows: Range<Int>, _ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void
    ) {
        let first = rows.lowerBound * s.ow * s.c
        each(s, rows) { place, map, taps in
            guard let map else { return }
            let (output, weight) = (first &+ place / s.patch &* s.c, place % s.patch &+ taps.lowerBound)
            for i in 0..<taps.count { body(output, map &+ i &* s.c, (weight &+ i) &* s.c) }
        }
    }
}
