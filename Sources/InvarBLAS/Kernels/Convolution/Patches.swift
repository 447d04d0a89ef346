/// Copies between maps and the matrix of patches that turns a convolution into a matrix product.
enum Patches {
    /// Copies `count` elements; short runs are common, so there is no call in it.
    @inline(__always)
    static func copy<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ source: UnsafePointer<Scalar>, _ count: Int
    ) {
        if count < 16 {
            var i = 0
            while i < count {
                target[i] = source[i]
                i &+= 1
            }
            return
        }
        var i = 0
        while i &+ 16 <= count {
            Lanes.store(Lanes.load(source + i), target + i)
            i &+= 16
        }
        // The rest once more with a whole vector that overlaps what is copied already.
        if i < count { Lanes.store(Lanes.load(source + (count &- 16)), target + (count &- 16)) }
    }

    @inline(__always)
    static func zero<Scalar: BLASScalar>(_ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        if count > 0 { target.update(repeating: 0, count: count) }
    }

    /// `[pixels, kh·kw·c/groups]`: the patches of `rowCount` output rows, one group's channels.
    @inline(__always)
    static func gatherRows<Scalar: BLASScalar>(
        _ s: ConvolutionShape, _ x: UnsafePointer<Scalar>, group: Int, firstRow: Int, rowCount: Int,
        into patches: UnsafeMutablePointer<Scalar>
    ) {
        let (channels, run) = (s.groupChannels, s.kw &* s.groupChannels)
        var target = patches
        for row in firstRow..<(firstRow &+ rowCount) {
            let (image, oy) = (row / s.oh, row % s.oh)
            let top = oy &* s.strideH &- s.padTop
            let maps = x + (image &* s.h &* s.w &* s.c &+ group &* channels)
            for ox in 0..<s.ow {
                let left = ox &* s.strideW &- s.padLeft
                // Taps `first..<last` fall inside the map.
                let first = min(s.kw, max(0, 0 &- left))
                let last = max(first, min(s.kw, s.w &- left))
                for ky in 0..<s.kh {
                    let y = top &+ ky
                    if y < 0 || y >= s.h || first == last {
                        zero(target, run)
                    } else {
                        zero(target, first &* channels)
                        let source = maps + (y &* s.w &+ left &+ first) &* s.c
                        if s.groups == 1 {
                            copy(target + first &* channels, source, (last &- first) &* channels)
                        } else {
                            for kx in first..<last {
                                copy(target + kx &* channels, source + (kx &- first) &* s.c, channels)
                            }
                        }
                        zero(target + last &* channels, (s.kw &- last) &* channels)
                    }
                    target += run
                }
            }
        }
    }

    /// `[kh·kw·c/groups, pixels]`: the same patches, transposed.
    @inline(__always)
    static func gatherColumns<Scalar: BLASScalar>(
        _ s: ConvolutionShape, _ x: UnsafePointer<Scalar>, group: Int, firstRow: Int, rowCount: Int,
        into patches: UnsafeMutablePointer<Scalar>
    ) {
        let (channels, pixels, step) = (s.groupChannels, rowCount &* s.ow, s.strideW &* s.c)
        var target = patches
        for ky in 0..<s.kh {
            for kx in 0..<s.kw {
                let (first, last) = span(s, kx)
                for channel in 0..<channels {
                    for row in 0..<rowCount {
                        let (image, oy) = ((firstRow &+ row) / s.oh, (firstRow &+ row) % s.oh)
                        let y = oy &* s.strideH &- s.padTop &+ ky
                        let line = target + row &* s.ow
                        guard y >= 0, y < s.h, first < last else {
                            zero(line, s.ow)
                            continue
                        }
                        zero(line, first)
                        let x0 = first &* s.strideW &- s.padLeft &+ kx
                        let source = x + (((image &* s.h &+ y) &* s.w &+ x0) &* s.c &+ group &* channels &+ channel)
                        if step == 1 {
                            copy(line + first, source, last &- first)
                        } else {
                            for i in 0..<(last &- first) { line[first &+ i] = source[i &* step] }
                        }
                        zero(line + last, s.ow &- last)
                    }
                    target += pixels
                }
            }
        }
    }

    /// The output columns whose tap `kx` falls inside the map.
    @inline(__always)
    static func span(_ s: ConvolutionShape, _ kx: Int) -> (first: Int, last: Int) {
        let reach = s.padLeft &- kx
        let first = min(s.ow, reach > 0 ? (reach &+ s.strideW &- 1) / s.strideW : 0)
        // ox·stride <= w - 1 + reach
        let limit = s.w &- 1 &+ reach
        let last = limit < 0 ? 0 : min(s.ow, limit / s.strideW &+ 1)
        return (first, max(first, last))
    }

    /// Adds patches back to the map elements that they were gathered from.
    @inline(__always)
    static func scatterAdd<Scalar: BLASScalar>(
        _ s: ConvolutionShape, _ patches: UnsafePointer<Scalar>, group: Int, firstRow: Int, rowCount: Int,
        into dx: UnsafeMutablePointer<Scalar>
    ) {
        let (channels, run) = (s.groupChannels, s.kw &* s.groupChannels)
        var source = patches
        for row in firstRow..<(firstRow &+ rowCount) {
            let (image, oy) = (row / s.oh, row % s.oh)
            let top = oy &* s.strideH &- s.padTop
            let maps = dx + (image &* s.h &* s.w &* s.c &+ group &* channels)
            for ox in 0..<s.ow {
                let left = ox &* s.strideW &- s.padLeft
                let first = min(s.kw, max(0, 0 &- left))
                let last = max(first, min(s.kw, s.w &- left))
                for ky in 0..<s.kh {
                    let y = top &+ ky
                    if y >= 0 && y < s.h && first < last {
                        let target = maps + (y &* s.w &+ left &+ first) &* s.c
                        if s.groups == 1 {
                            add(target, source + first &* channels, (last &- first) &* channels)
                        } else {
                            for kx in first..<last {
                                add(target + (kx &- first) &* s.c, source + kx &* channels, channels)
                            }
                        }
                    }
                    source += run
                }
            }
        }
    }

    /// `target += source`.
    @inline(__always)
    static func add<Scalar: BLASScalar>(
        _ target: UnsafeMutablePointer<Scalar>, _ source: UnsafePointer<Scalar>, _ count: Int
    ) {
        var i = 0
        while i &+ 16 <= count {
            Lanes.store(Lanes.load(target + i) + Lanes.load(source + i), target + i)
            i &+= 16
        }
        while i < count {
            target[i] += source[i]
            i &+= 1
        }
    }
}
