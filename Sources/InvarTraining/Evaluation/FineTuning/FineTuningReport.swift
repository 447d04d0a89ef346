import InvarDump

/// How fine-tuning is done. The usual numbers are those of VICReg's code.
package struct FineTuningSettings: Codable, Sendable, Hashable {
    /// Of the labels that are used, from 0 to 1.
    package var share: Double
    package var epochs = 20
    /// At most.
    package var batch = 256
    package var encoderLearningRate: Double
    package var headLearningRate: Double
    package var momentum = 0.9
    package var weightDecay = 0.0
    package var smallestCrop = 0.08
    /// Of the labelled images, the head's initial values, the order and the crops.
    package var seed: UInt64 = 0

    /// 0.03 for the encoder and 0.08 for the head with up to 1 % of the labels, else 0.01 and 0.1.
    package init(share: Double) {
        self.share = share
        (encoderLearningRate, headLearningRate) = share <= 0.01 ? (0.03, 0.08) : (0.01, 0.1)
    }
}

/// What fine-tuning reached from the trained encoder, and from the untrained one with the same labels.
package struct FineTuningReport: Codable, Sendable, Hashable {
    package let run: String
    package let data: String
    package let settings: FineTuningSettings
    package let labelledImages: Int
    /// Images in a step.
    package let batch: Int
    package let testImages: Int
    package let trained: EpochScores
    /// Nothing where it was not asked for.
    package let untrained: EpochScores?

    package init(
        run: String, data: String, settings: FineTuningSettings, labelledImages: Int, batch: Int, testImages: Int,
        trained: EpochScores, untrained: EpochScores?
    ) {
        (self.run, self.data, self.settings, self.labelledImages) = (run, data, settings, labelledImages)
        (self.batch, self.testImages, self.trained, self.untrained) = (batch, testImages, trained, untrained)
    }

    package func json() throws -> String { try prettyJSON(self) }

    /// `1` for 1 %, `0.5` for half a percent.
    package var percent: String { FineTuningReport.percent(settings.share) }

    package static func percent(_ share: Double) -> String { Format.short(share * 100) }

    /// Titles, and a row for each encoder that was begun with.
    package static func rows(_ reports: [FineTuningReport]) -> [[String]] {
        [["", "labels", "images", "last epoch", "best epoch"]]
            + reports.flatMap { report in
                [("untrained encoder", report.untrained), ("trained encoder", report.trained)].compactMap {
                    name, scores in
                    scores.map {
                        [
                            name, "\(report.percent) %", "\(report.labelledImages)", Format.fixed($0.last, 1),
                            "\(Format.fixed($0.best, 1)) (\($0.bestEpoch))",
                        ]
                    }
                }
            }
    }
}
