import Invar
import InvarData
import InvarRandom
import Testing

/// Rows on their way to a step: what each augmentation does, and that nothing but seed, epoch, row and view decides it.
@Suite(.serialized) struct RowLoaderTests {
    /// Column 0 is the row's number, column 1 grows by a hundred, column 2 does not vary.
    private func rows(_ count: Int = 500) throws -> FeatureRows {
        try FeatureRows(name: "rows", count: count, width: 3, values: ofFile((0..<count).map { Int32($0) }))
    }

    private func ofFile(_ rows: [Int32]) -> [Float] {
        var values: [Float] = []
        for row in rows { values += [Float(row), Float(row) * 100 + 7, 5] }
        return values
    }

    private struct Seen: Equatable {
        let indices: [Int32]
        let first: [Float]
        let second: [Float]
    }

    private func run(
        _ views: RowViews, _ rows: [FeatureRows], batch: Int = 100, steps: Int = 5, from first: Int = 0,
        workers: Int = 2,
        seed: UInt64 = 3, rank: Int = 0, ranks: Int = 1
    ) throws -> [Seen] {
        let data = try Dataset(name: "table", split: .unlabeled, rows: rows)
        let loader = try BatchLoader(
            data, views: BatchViews([], rows: [rows[0], rows[rows.count - 1]], views), batch: batch, seed: seed,
            firstStep: first, steps: steps, workers: workers, rank: rank, ranks: ranks)
        var seen: [Seen] = []
        while let one = try loader.withNext({
            Seen(indices: Array($0.indices), first: Array($0.views[0]), second: Array($0.views[1]))
        }) { seen.append(one) }
        return seen
    }

    private static let mixed = RowViews {
        RowSwapping(share: 0.3)
        RowNoise(sigma: 0.2, probability: 0.7)
        RowMixing()
        RowMasking(share: 0.1)
    }

    @Test func plainRowsAreThoseOfTheFile() throws {
        let rows = try rows()
        for seen in try run(RowViews {}, [rows]) {
            let wanted = ofFile(seen.indices)
            #expect(seen.first == wanted && seen.second == wanted)
        }
    }

    @Test func twoFilesOfTwoWidths() throws {
        let other = try FeatureRows(name: "other", count: 500, width: 2, values: (0..<1000).map { Float($0) })
        for seen in try run(RowViews {}, [rows(), other]) {
            #expect(seen.first == ofFile(seen.indices))
            var second: [Float] = []
            for row in seen.indices { second += [Float(2 * row), Float(2 * row + 1)] }
            #expect(seen.second == second)
        }
    }

    @Test func aViewIsAFunctionOfSeedEpochRowAndView() throws {
        let rows = try rows()
        let whole = try run(Self.mixed, [rows], steps: 12, workers: 1)
        #expect(try run(Self.mixed, [rows], steps: 12, workers: 3) == whole)
        #expect(try run(Self.mixed, [rows], steps: 12, from: 7) == Array(whole[7...]))
        #expect(whole.allSatisfy { $0.first != $0.second })
        // a row's view in the first and in the second epoch
        func view(_ row: Int32, _ seen: ArraySlice<Seen>) -> [Float]? {
            for one in seen {
                if let place = one.indices.firstIndex(of: row) {
                    return Array(one.first[(3 * place)..<(3 * place + 3)])
                }
            }
            return nil
        }
        let changed = (0..<500).count { view(Int32($0), whole[0..<5]) != view(Int32($0), whole[5..<10]) }
        #expect(changed > 450)
        #expect(try run(Self.mixed, [rows], steps: 12, seed: 4) != whole)
    }

    @Test func ranksHaveTheirPartsOfABatch() throws {
        let rows = try rows()
        let whole = try run(Self.mixed, [rows], steps: 2)
        let parts = try (0..<2).map { try run(Self.mixed, [rows], steps: 2, rank: $0, ranks: 2) }
        for step in 0..<2 {
            #expect(parts[0][step].first + parts[1][step].first == whole[step].first)
            #expect(parts[0][step].second + parts[1][step].second == whole[step].second)
        }
    }

    // MARK: What each step does

    /// For each of 500 rows what became of a column in the first view, in the file's order.
    private func column(_ column: Int, _ step: some RowAugmentation) throws -> [Float] {
        let seen = try run(RowViews(steps: [RowViews.Step(step, at: nil)]), [rows()], batch: 500, steps: 1)[0]
        var found = [Float](repeating: .nan, count: 500)
        for (place, row) in seen.indices.enumerated() { found[Int(row)] = seen.first[3 * place + column] }
        return found
    }

    /// Whether so many of 500 are such a share of them, within four standard deviations.
    private func isShare(_ count: Int, _ share: Double) -> Bool {
        let deviation = (500 * share * (1 - share)).squareRoot()
        return abs(Double(count) - 500 * share) < 4 * deviation
    }

    @Test func noiseIsInStandardDeviationsOfTheColumn() throws {
        // of 0 … 499: √((500² − 1) / 12)
        let deviation = (249_999.0 / 12).squareRoot()
        var noise: [Double] = []
        for (row, value) in try column(1, RowNoise(sigma: 0.1)).enumerated() {
            let added = Double(value) - Double(row) * 100 - 7
            noise.append(added / (0.1 * 100 * deviation))
        }
        let mean = noise.reduce(0, +) / 500
        let squares = noise.map { $0 * $0 }.reduce(0, +)
        let spread = (squares / 500).squareRoot()
        let (most, widest) = (4 / 500.0.squareRoot(), 4 / 1000.0.squareRoot())
        // four standard errors
        #expect(abs(mean) < most && abs(spread - 1) < widest)
        #expect(try column(2, RowNoise(sigma: 0.1)).allSatisfy { $0 == 5 })
    }

    @Test func maskingHidesItsShare() throws {
        let masked = try column(0, RowMasking(share: 0.3))
        let hidden = masked.enumerated().filter { $1 != Float($0) }
        #expect(hidden.allSatisfy { $1 == 249.5 })
        #expect(isShare(hidden.count, 0.3))
        let zeros = try column(1, RowMasking(share: 1, filling: .zero))
        #expect(zeros.allSatisfy { $0 == 0 })
    }

    @Test func swappingTakesTheColumnsOwnNumbers() throws {
        let swapped = try column(1, RowSwapping(share: 0.4))
        let own = (0..<500).map { row in Float(row) * 100 + 7 }
        let known = Set(own)
        #expect(swapped.allSatisfy(known.contains))
        // one in 500 is replaced by itself
        #expect(isShare(zip(swapped, own).filter { $0 != $1 }.count, 0.4 * 499 / 500))
        // from rows all over the table
        #expect(Set(try column(1, RowSwapping(share: 1))).count > 250)
    }

    @Test func mixingStaysBetweenTwoRows() throws {
        let mixed = try run(RowViews { RowMixing(weight: 0.5...0.5) }, [rows()], batch: 500, steps: 1)[0]
        for (place, row) in mixed.indices.enumerated() {
            let (first, second) = (mixed.first[3 * place], mixed.first[3 * place + 1])
            let other: Float = 2 * first - Float(row)
            #expect(other == other.rounded() && other >= 0 && other < 500)
            let wanted: Float = first * 100 + 7
            #expect(abs(second - wanted) < 0.01)
        }
    }
}
