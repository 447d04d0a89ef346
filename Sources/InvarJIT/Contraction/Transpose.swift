extension IRBuilder {
    /// A square of as many vectors as each has lanes, rows and columns exchanged.
    func transposed(_ rows: [IRValue]) -> [IRValue] {
        let lanes = rows.count
        var rows = rows
        var distance = 1
        while distance < lanes {
            // Pairs of rows this far apart exchange the halves of each run of twice as many lanes.
            let low = (0..<lanes).map { $0 & distance == 0 ? $0 : lanes + $0 - distance }
            let high = (0..<lanes).map { $0 & distance == 0 ? $0 + distance : lanes + $0 }
            for row in 0..<lanes where row & distance == 0 {
                let (a, b) = (rows[row], rows[row + distance])
                rows[row] = shuffle(a, b, low)
                rows[row + distance] = shuffle(a, b, high)
            }
            distance *= 2
        }
        return rows
    }
}
