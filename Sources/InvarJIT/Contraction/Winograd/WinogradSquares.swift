/// The squares of 4×4 pixels that maps are cut into; those at the right and at the lower edge may be cut off.
struct WinogradSquares {
    let height, width: Int

    private static let side = WinogradTransform.outputs
    var down: Int { height.parts(of: Self.side) }
    var across: Int { width.parts(of: Self.side) }
    var count: Int { down * across }

    /// One square: its number among those of all units, its first pixel among theirs, and how many of its pixels are there.
    struct Square {
        let number, pixel: Index
        let rows, columns: Int
    }

    /// Loops over the squares of so many units.
    func each(_ builder: IRBuilder, units: Int, _ body: (Square) -> Void) {
        let side = Self.side
        builder.loop(units) { unit in
            builder.eachPanel(height, side) { y, rows in
                builder.eachPanel(width, side) { x, columns in
                    let number = unit * count + (y * across + x)
                    let pixel = unit * (height * width) + (y * (side * width) + x * side)
                    body(Square(number: number, pixel: pixel, rows: rows, columns: columns))
                }
            }
        }
    }
}
