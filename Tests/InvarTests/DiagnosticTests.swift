import Invar
import TestSupport
import Testing

/// The whole text of what a user's mistake is answered with.
@Suite struct DiagnosticTests {
    /// What capturing the model complains of, without the file's name: `12: error: …`.
    func complaint(about model: JointEmbedding, batch: Int = 4) -> String? {
        do {
            _ = try model.captureTraining(batch: batch)
            return nil
        } catch {
            return "\(error)".replacing("InvarTests/DiagnosticTests.swift:", with: "")
        }
    }

    func expect(
        _ encoder: Encoder, line: Int, _ message: String, batch: Int = 4,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            complaint(about: model(encoder), batch: batch) == "\(line): error: \(message)",
            sourceLocation: sourceLocation)
    }

    func flat(@StackBuilder _ layers: () -> Stack<Maps, Maps>) -> Encoder {
        let stack = layers()
        return Encoder {
            stack
            Flatten()
        }
    }

    func rows(@StackBuilder _ layers: () -> Stack<Rows, Rows>) -> Encoder {
        let stack = layers()
        return Encoder {
            GlobalAveragePool()
            stack
        }
    }

    @Test func sizesOfLayers() {
        var encoder = flat { Conv(0, kernel: 3) }
        expect(
            encoder, line: #line - 2,
            "Conv(0, kernel: 3) has no channels; give a width of at least 1")
        encoder = rows { Linear(-1) }
        expect(
            encoder, line: #line - 2,
            "Linear(-1) has no outputs; give a width of at least 1")
        encoder = flat { Conv(4, kernel: 3, stride: 0) }
        expect(
            encoder, line: #line - 2,
            "Conv(4, kernel: 3) has kernel 3, stride 0 and padding [1, 1, 1, 1]; kernel and stride must be at least 1 and "
                + "padding at least 0")
        encoder = flat { Conv(4, kernel: 3, groups: 2) }
        expect(
            encoder, line: #line - 2,
            "Conv(4, kernel: 3): 2 groups do not divide 3 input and 4 output channels evenly")
        encoder = flat { Conv(4, kernel: 3, groups: 0) }
        expect(
            encoder, line: #line - 2,
            "Conv(4, kernel: 3) has 0 groups; give at least 1")
        encoder = flat { MaxPool(2, padding: 2) }
        expect(
            encoder, line: #line - 2,
            "MaxPool(2) has padding 2; it may be at most half of the kernel")
    }

    @Test func theKernelIsLargerThanTheMaps() {
        let line = #line + 4
        let encoder = Encoder {
            MaxPool(2)
            MaxPool(2)
            Conv(4, kernel: 5, padding: 1)
            GlobalAveragePool()
        }
        expect(
            encoder, line: line,
            "Conv(4, kernel: 5) does not fit maps [4, 2, 2, 3]: its kernel of 5×5 is larger than 2×2 pixels with padding "
                + "[1, 1, 1, 1]; use a smaller kernel, more padding, or fewer strides before it")
    }

    @Test func residualBranchesDiffer() {
        var encoder = flat { Residual { Conv(4, kernel: 3) } }
        expect(
            encoder, line: #line - 2,
            "Residual adds its layers' maps [4, 8, 8, 4] to its shortcut's maps [4, 8, 8, 3]; give it a shortcut: { … } "
                + "that changes [H, W, C] as its layers do")
        encoder = flat {
            Residual {
                Conv(4, kernel: 3)
            } shortcut: {
                Conv(4, kernel: 1, stride: 2)
            }
        }
        expect(
            encoder, line: #line - 7,
            "Residual adds its layers' maps [4, 8, 8, 4] to its shortcut's maps [4, 4, 4, 4]; give both the same stride "
                + "and width")
    }

    @Test func kindsThatOnlyTheGraphKnows() {
        let encoder = flat {
            Residual {
                Conv(3, kernel: 1)
            } shortcut: {
                Linear(3)
            }
        }
        expect(
            encoder, line: #line - 4,
            "Linear(3) takes rows, found maps [4, 8, 8, 3]; put GlobalAveragePool() or Flatten() before it")
    }

    @Test func theBatchIsTooSmall() {
        let encoder = rows { BatchNorm() }
        expect(
            encoder, line: #line - 2,
            "BatchNorm needs more than one value in a channel when it trains, found rows [1, 3]; use a "
                + "larger batch", batch: 1)
        let line = #line + 1
        let loss = Loss { Variance() }
        #expect(
            complaint(about: model(loss: loss), batch: 1)
                == "\(line): error: Variance() is a statistic over the batch, found a batch of 1; use at least 2 images"
        )
        #expect(
            complaint(about: model(loss: loss), batch: 0)?.hasSuffix("error: a batch of 0 images; use at least 1")
                == true)
    }

    @Test func oneNameTwice() {
        let encoder = flat { for _ in 0..<2 { Conv(4, kernel: 1).named("stem") } }
        expect(
            encoder, line: #line - 2,
            "encoder.stem.weight belongs to two layers; give one another name with .named(…)")
    }

    @Test func lossTerms() {
        let line = #line + 1
        let rows = Loss { 2 * Term("distance") { x, y in (x - y).squared().sum([1]) } }
        #expect(
            complaint(about: model(loss: rows))
                == "\(line): error: the loss term distance must be a scalar, found a tensor [4]; end it with "
                + ".mean() or .sum()")
        let wrong = Loss { Term("gram") { x, y in matmul(x, y.slice(axis: 0, 0..<3)).mean() } }
        #expect(
            complaint(about: model(loss: wrong))
                == "\(line + 5): error: matmul: inner dimensions 4 and 3 differ, of f32[4,4] and f32[3,4]")
        let empty = complaint(about: model(loss: Loss {}))
        #expect(empty?.hasSuffix("error: Loss has no terms; add one, such as Invariance()") == true)
        let start = #line
        let undefined = Loss { Double.nan * Invariance() }
        #expect(
            complaint(about: model(loss: undefined))
                == "\(start + 1): error: the loss term invariance has coefficient nan; give it a finite number")
    }

    @Test func theEmbeddingsDifferInWidth() {
        let line = #line + 7
        let model = JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
            Encoder { GlobalAveragePool() }
            Branch { Expander { Linear(4) } }
            Branch { Expander { Linear(5) } }
            Loss {
                Variance()
                Invariance()
            }
        }
        #expect(
            complaint(about: model)
                == "\(line): error: Invariance() compares the embeddings of the two branches, found [4, 4] and [4, 5]; "
                + "end both expanders with the same width")
    }

    @Test func parts() {
        let image = Image(channels: 3, height: 8, width: 8)
        let encoder = Encoder { GlobalAveragePool() }
        let loss = Loss { Invariance() }
        let start = #line
        let noEncoder = JointEmbedding("test", image: image) { loss }
        let noLoss = JointEmbedding("test", image: image) { encoder }
        let twoEncoders = JointEmbedding("test", image: image) {
            encoder
            encoder
            loss
        }
        let oneBranch = JointEmbedding("test", image: image) {
            Branch { encoder }
            loss
        }
        let emptyBranch = JointEmbedding("test", image: image) {
            Branch { encoder }
            Branch {}
            loss
        }
        #expect(complaint(about: noEncoder) == "\(start + 1): error: test has no encoder; add Encoder { … }")
        #expect(
            complaint(about: noLoss) == "\(start + 2): error: test has no loss; add Loss { … } with at least one term")
        #expect(
            complaint(about: twoEncoders)
                == "\(start + 5): error: a second Encoder; the first is on line \(start + 4): remove one, or put each into "
                + "its own Branch { … }")
        #expect(
            complaint(about: oneBranch)
                == "\(start + 9): error: test has 1 Branch; write two, one for each view, or none for shared weights")
        #expect(
            complaint(about: emptyBranch)
                == "\(start + 14): error: this Branch has no encoder; add Encoder { … } to it, or beside both for a "
                + "shared one")
    }

    @Test func views() {
        let model = JointEmbedding("test", image: Image(channels: 3, height: 8, width: 8)) {
            Views { HorizontalFlip(probability: 2) }
            Encoder { GlobalAveragePool() }
            Loss { Invariance() }
        }
        let found = complaint(about: model)
        #expect(
            found?.hasSuffix("error: HorizontalFlip with probability 2.0; a probability is between 0 and 1") == true)
    }

    @Test func thereAreTwoBranches() {
        #expect {
            try tiny.captureEncoder(batch: 1, branch: 2)
        } throws: {
            "\($0)".hasSuffix("error: tiny has no branch 2; its branches are 0 and 1")
        }
    }
}
