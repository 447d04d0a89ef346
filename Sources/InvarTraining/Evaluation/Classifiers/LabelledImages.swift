import InvarData

/// What every classifier needs, looked at before anything is computed.
package enum LabelledImages {
    /// - Throws: `EvaluationError` where the training images have no labels, or are of one class: whatever is guessed is then right,
    ///   and 100 % means nothing.
    /// - Parameter test: whose classes are guessed, where they are.
    package static func check(_ training: Dataset, test: Dataset? = nil, for purpose: String) throws {
        if let test, test.isOfRows, test.split == .unlabeled {
            throw EvaluationError(
                "the test rows have no labels, and \(purpose) compares with them; give --test-labels FILE.npy, a whole number "
                    + "for each row")
        }
        guard training.split == .unlabeled || Set(training.labels).count < 2 else { return }
        let only = training.classNames[Int(training.labels[0])]
        let why =
            training.split == .unlabeled
            ? "has no labels" : "has training \(training.item)s of one class (\(only)) only"
        throw EvaluationError(
            "\(training.name) \(why), and \(purpose) tells classes apart; give labelled \(training.item)s of two classes or "
                + (training.isOfRows
                    ? "more (--labels FILE.npy, a whole number for each row)" : "more, such as a folder for each class")
        )
    }
}
