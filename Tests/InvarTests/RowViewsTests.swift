import Foundation
import Invar
import Testing

/// A step as somebody writes it outside of the package.
private struct Scaling: RowAugmentation {
    var factor = 2.0
    func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {
        for column in 0..<row.count { row[column] *= Float(factor) }
    }
}

private struct Unstorable: RowAugmentation {
    var factor = Double.infinity
    func apply(to row: inout MutableSpan<Float>, of rows: TrainingRows, random: inout ViewRandom) {}
}

@Suite struct RowViewsTests {
    private let loss = Loss { Variance() }

    private func complaint(_ model: JointEmbedding) -> String? {
        do {
            _ = try model.captureTraining(batch: 4)
            return nil
        } catch { return "\(error)".replacing("InvarTests/RowViewsTests.swift:", with: "") }
    }

    private func table(_ views: RowViews) -> JointEmbedding {
        JointEmbedding("table") {
            views
            Encoder(features: 3) {
                Standardize(); Linear(4)
            }
            loss
        }
    }

    @Test func aModelWithoutImages() throws {
        let model = table(RowViews { RowNoise() })
        let captured = try model.captureTraining(batch: 4)
        #expect(captured.representations.map(\.shape) == [[4, 4], [4, 4]])
        #expect(captured.states.map(\.name).prefix(2) == ["encoder.standardize1.mean", "encoder.standardize1.std"])
        #expect(captured.states.map(\.column).prefix(3) == [.mean, .deviation, nil])
        #expect(try model.featureWidths() == [3, 3])
    }

    @Test func moreViewsThanTwo() throws {
        let captured = try table(RowViews(count: 3) { RowNoise() }).captureTraining(batch: 4)
        #expect(captured.representations.map(\.shape) == [[4, 4], [4, 4], [4, 4]])
        let heard = JointEmbedding("heard") {
            SignalViews(count: 4) { TimeShift(share: 0.1) }
            Encoder(signal: 16) {
                Conv1D(3, kernel: 4); GlobalAveragePool1D()
            }
            // of all four, each beside the other whole ones
            Loss { CentreDistance() }
        }
        #expect(try heard.captureTraining(batch: 4).embeddings.count == 4)
        #expect(
            complaint(table(RowViews(count: 1) { RowNoise() }))?.contains("1 view of a row or signal; use 2 to 64")
                == true)
        #expect(complaint(table(RowViews(count: 65) {}))?.contains("65 views of a row or signal") == true)
        let apart = JointEmbedding("apart") {
            RowViews(count: 3) { RowNoise() }
            Branches(.separateWeights)
            Encoder(features: 3) { Linear(4) }
            loss
        }
        #expect(complaint(apart)?.contains("3 views, and two branches of apart") == true)
    }

    @Test func mistakes() {
        #expect(
            complaint(
                JointEmbedding("none") {
                    Encoder { GlobalAveragePool() }
                    loss
                })?.contains("this encoder sees images, and none says nothing of them") == true)
        #expect(
            complaint(
                JointEmbedding("none") {
                    Views { HorizontalFlip() }
                    Encoder(features: 3) { Linear(4) }
                    loss
                })?.contains("Views change images, and no branch of none sees one") == true)
        #expect(
            complaint(
                JointEmbedding("none", image: Image(channels: 1, height: 4, width: 4)) {
                    RowViews { RowNoise() }
                    Encoder {
                        Flatten(); Linear(4)
                    }
                    loss
                })?.contains("RowViews change rows, and no branch of none takes any") == true)
        #expect(
            complaint(
                JointEmbedding("late") {
                    Encoder(features: 3) {
                        Linear(4); Standardize()
                    }
                    loss
                })?.contains("Standardize knows the columns of the rows that go in, and stands behind another layer")
                == true)
        #expect(
            complaint(
                JointEmbedding("expanded") {
                    Encoder(features: 3) { Identity() }
                    Expander {
                        Standardize(); Linear(4)
                    }
                    loss
                })?.contains("write it first in Encoder(features:)") == true)
    }

    @Test func parameters() {
        let line = #line + 1
        let wrong = table(RowViews { RowNoise(sigma: -1) })
        #expect(
            complaint(wrong)
                == "\(line): error: RowNoise with sigma -1.0; in standard deviations of the column: 0 to 10")
        for (views, words) in [
            (RowViews { RowMasking(share: 1.5) }, "RowMasking with share 1.5"),
            (RowViews { RowSwapping(share: -0.1) }, "RowSwapping with share -0.1"),
            (RowViews { RowMixing(weight: 0.5...2) }, "RowMixing with weight 0.5...2.0"),
            (RowViews { RowNoise(probability: 0.5, 3) }, "RowNoise with probability 3.0"),
            (RowViews { Unstorable() }, "Unstorable has parameters that cannot be stored"),
        ] { #expect(complaint(table(views))?.contains(words) == true, "\(words)") }
    }

    @Test func whatChangesNothing() {
        let still: [RowViews] = [
            RowViews {}, RowViews { RowNoise(sigma: 0) }, RowViews { RowSwapping(share: 0) },
            RowViews { RowMixing(weight: 0...0) }, RowViews { RowMasking(share: 0) },
            RowViews { RowNoise(probability: 0) },
        ]
        for views in still { #expect(!views.changeRows(views: [0, 1])) }
        #expect(RowViews { RowNoise(probability: 0, 0.5) }.changeRows(views: [0, 1]))
        #expect(!RowViews { RowNoise(probability: 0, 0.5) }.changeRows(views: [0]))
        #expect(RowViews { Scaling() }.changeRows(views: [0]))
    }

    @Test func areTheSameAfterTheyWereStored() throws {
        func views(_ share: Double, _ factor: Double = 2) -> RowViews {
            RowViews {
                RowSwapping(share: share)
                RowMasking(filling: .zero, probability: 0.5, 0)
                Scaling(factor: factor)
            }
        }
        let three = RowViews(steps: views(0.25).steps, count: 3)
        #expect(try JSONDecoder().decode(RowViews.self, from: JSONEncoder().encode(three)) == three)
        let stored = try JSONDecoder().decode(RowViews.self, from: JSONEncoder().encode(views(0.25)))
        #expect(stored != three)
        #expect(stored == views(0.25) && views(0.25) == stored)
        #expect(stored.hashValue == views(0.25).hashValue)
        #expect(stored != views(0.5) && stored != views(0.25, 3) && stored != RowViews {})
        let again = try JSONDecoder().decode(RowViews.self, from: JSONEncoder().encode(stored))
        #expect(again == stored && again == views(0.25))
    }
}
