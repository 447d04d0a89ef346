enum Lanes {
    /// Calls `body` with the first of each vector of sixteen, and how many of its lanes there are.
    @inline(__always)
    static func each(_ count: Int, _ body: (_ first: Int, _ count: Int) -> Void) {
        var first = 0
        while first &+ 16 <= count {
            body(first, 16)
            first &+= 16
        }
        if first < count { body(first, count &- first) }
    }
}

/// Runs of neighbouring numbers, sixteen at a time.
extension Elements where Element: BLASScalar {
    /// The first `count` of sixteen; the rest are zeros.
    @inline(__always)
    func vector(_ index: Int, first count: Int) -> SIMD16<Element> {
        if count >= 16 { return sixteen(at: index) }
        var value = SIMD16<Element>.zero
        for i in 0..<count { value[i] = self[index + i] }
        return value
    }

    @inline(__always)
    func setVector(_ index: Int, _ value: SIMD16<Element>, first count: Int) {
        if count >= 16 { return setSixteen(value, at: index) }
        for i in 0..<count { self[index + i] = value[i] }
    }

    /// Copies `count` elements of `source` to here; short runs are common, so there is no call in it.
    @inline(__always)
    func copy(_ source: Self, _ count: Int) {
        var i = 0
        if count < 16 {
            while i < count {
                self[i] = source[i]
                i &+= 1
            }
            return
        }
        while i &+ 16 <= count {
            setSixteen(source.sixteen(at: i), at: i)
            i &+= 16
        }
        // The rest once more with a whole vector that overlaps what is copied already.
        if i < count { setSixteen(source.sixteen(at: count &- 16), at: count &- 16) }
    }

    /// `self += source`.
    @inline(__always)
    func add(_ source: Self, _ count: Int) {
        Lanes.each(count) { i, count in
            setVector(i, vector(i, first: count) + source.vector(i, first: count), first: count)
        }
    }

    /// `self += a · b`, element by element.
    @inline(__always)
    func addProduct(_ a: Self, _ b: Self, _ count: Int) {
        Lanes.each(count) { i, count in
            let product = a.vector(i, first: count) * b.vector(i, first: count)
            setVector(i, vector(i, first: count) + product, first: count)
        }
    }
}
