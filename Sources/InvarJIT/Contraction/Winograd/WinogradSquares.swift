/// The squares of 4×4 pixels that maps are cut into; those at the right and at the lower edge may be cut off.
struct WinogradSquares {
    let height, width: Int

    private static let side = WinogradTransform.outputs
    var down: Int { (height + Self.side - 1) / Self.side }
    var across: Int { (width + Self.side - 1) / Self.side }
    var count: Int { down * across }

    /// One square: its number among those of all units, its first pixel among theirs, and how many of its pixels are there.
    struct Square {
        let number, pixel: IRValue
        let rows, columns: Int
    }

    /// Loops over the squares of so many units.
    func each(_ builder: IRBuilder, units: Int, _ body: (Square) -> Void) {
        let side = Self.side
        builder.loop(units) { unit in
            func square(_ y: IRValue, _ x: IRValue, rows: Int, columns: Int) {
                let number = builder.add(
                    builder.multiply(unit, count), builder.add(builder.multiply(y, across), x))
                let pixel = builder.add(
                    builder.multiply(unit, height * width),
                    builder.add(builder.multiply(y, side * width), builder.multiply(x, side)))
                body(Square(number: number, pixel: pixel, rows: rows, columns: columns))
            }
            func line(_ y: IRValue, rows: Int) {
                builder.loop(width / side) { square(y, $0, rows: rows, columns: side) }
                if width % side > 0 { square(y, builder.int(width / side), rows: rows, columns: width % side) }
            }
            builder.loop(height / side) { line($0, rows: side) }
            if height % side > 0 { line(builder.int(height / side), rows: height % side) }
        }
    }
}
