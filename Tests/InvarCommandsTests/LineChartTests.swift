import InvarCommands
import Testing

/// Curves of Braille's dots.
@Suite struct LineChartTests {
    private func lines(_ values: [Double], columns: Int, rows: Int, end: Double? = nil) -> [String] {
        let points = values.enumerated().map { (Double($0.offset), $0.element) }
        return LineChart.lines(points, over: 0...(end ?? Double(values.count)), columns: columns, rows: rows)
    }

    /// Two dots a letter beside each other, four above each other.
    @Test func aRisingLine() {
        #expect(lines([0, 1, 2, 3], columns: 2, rows: 1) == ["⡠⠊"])
        #expect(lines([3, 2, 1, 0], columns: 2, rows: 1) == ["⠑⢄"])
        #expect(lines([0, 1, 2, 3, 4, 5, 6, 7], columns: 4, rows: 2) == ["⠀⠀⡠⠊", "⡠⠊⠀⠀"])
    }

    @Test func aStepHasNoHoles() { #expect(lines([0, 0, 3, 3], columns: 2, rows: 1) == ["⣀⠏"]) }

    @Test func whatDoesNotChangeLiesInTheMiddle() { #expect(lines([5, 5, 5, 5], columns: 2, rows: 1) == ["⠤⠤"]) }

    /// The right part of a run that goes on is empty, and so is a chart without numbers.
    @Test func nothingWhereNothingIsKnown() {
        #expect(lines([1, 1, 1, 1], columns: 4, rows: 1, end: 8) == ["⠤⠤⠀⠀"])
        #expect(lines([.nan, .infinity], columns: 2, rows: 2) == ["⠀⠀", "⠀⠀"])
        #expect(lines([], columns: 3, rows: 1) == ["⠀⠀⠀"])
    }

    /// Means of what falls together, straight lines between what lies far apart.
    @Test func manyAndFewPoints() {
        #expect(lines([0, 6, 0, 6, 0, 6, 0, 6], columns: 2, rows: 1) == ["⠤⠤"])
        #expect(
            LineChart.lines([(0, 0), (7.9, 3)], over: 0...8, columns: 4, rows: 1)
                == lines(
                    [0, 3.0 / 7, 6.0 / 7, 9.0 / 7, 12.0 / 7, 15.0 / 7, 18.0 / 7, 3], columns: 4, rows: 1))
    }
}
