import InvarData

/// What every classifier needs, looked at before anything is computed.
package enum LabelledImages {
    /// - Throws: `EvaluationError` where the training images have no labels, or are of one class: whatever is guessed is then right,
    ///   and 100 % means nothing.
    package static func check(_ training: Dataset, for purpose: String) throws {
        guard training.split == .unlabeled || Set(training.labels).count < 2 else { return }
        let only = training.classNames[Int(training.labels[0])]
        let why =
            training.split == .unlabeled ? "has no labels" : "has training images of one class (\(only)) only"
        throw EvaluationError(
            "\(training.name) \(why), and \(purpose) tells classes apart; give labelled images of two classes or more, "
                + "such as a folder for each class")
    }
}
