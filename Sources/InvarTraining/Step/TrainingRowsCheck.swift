import Invar
import InvarData
import func InvarGraph.counted

extension TrainingStep {
    /// For each view the rows that it is made of; nothing where it is made of images.
    /// - Parameter rows: one set for both branches, or one for each.
    /// - Throws: `TrainingError` where the views need rows that are not there, or are others, or where both views of a row would
    ///   be the same.
    func rowsOfViews(_ rows: [FeatureRows], for dataset: Dataset) throws -> [FeatureRows?] {
        let wanted = featureWidths.compactMap { $0 }
        guard let width = wanted.first else {
            if rows.isEmpty { return featureWidths.map { _ in nil } }
            if dataset.isOfRows {
                throw refuse("\(dataset.name) has \(dataset.item)s and no images, and \(model.name) sees images")
            }
            throw refuse(
                "--features has \(rows[0].width) numbers for each image; the encoders of \(model.name) take no features"
            )
        }
        if dataset.isOfRows, wanted.count < featureWidths.count {
            throw refuse(
                "\(dataset.name) has \(dataset.item)s and no images, and a branch of \(model.name) sees images")
        }
        guard !rows.isEmpty else {
            if model.image.isNone {
                throw refuse(
                    "\(dataset.name) has images, and \(model.name) sees none: \(TrainingStep.wanted(signals, width))")
            }
            throw refuse(
                "\(model.name) has an encoder of \(width) features for each \(dataset.item); give them with "
                    + "--features FILE.npy, float32 [\(dataset.item)s, \(width)]")
        }
        guard rows.count == 1 || wanted.count == 2 else {
            let taken =
                wanted.count == 1
                ? "one branch of \(model.name) takes rows" : "all \(wanted.count) views of \(model.name) are of one"
            throw refuse("--features names two files, and \(taken); give one")
        }
        let found = featureWidths.enumerated().map { branch, width in
            width == nil ? nil : rows[rows.count == 2 ? branch : 0]
        }
        for (branch, width) in featureWidths.enumerated() {
            guard let width, let own = found[branch] else { continue }
            if let shape = signals[branch] {
                if let problem = own.problem(for: shape) {
                    throw refuse("the signals of \(dataset.name) \(problem) (branch \(branch + 1) of \(model.name))")
                }
            } else if own.signals != nil {
                throw refuse(
                    "\(dataset.name) has signals, and branch \(branch + 1) of \(model.name) takes rows: its encoder is to be "
                        + "Encoder(signal: …)")
            }
            guard signals[branch] != nil || own.width == width else {
                let all = Set(wanted).sorted().map(String.init).joined(separator: " and ")
                throw refuse(
                    "--features has \(own.width) numbers for each \(dataset.item); the encoders of \(model.name) take "
                        + "\(all) of them"
                        + (rows.count == 1 && Set(wanted).count > 1
                            ? ": give two files, --features FIRST.npy --features SECOND.npy" : ""))
            }
            guard own.count == dataset.count else {
                throw refuse(
                    "--features has \(counted(own.count, "row")), and \(dataset.name) \(counted(dataset.count, dataset.item)); "
                        + "row i belongs to \(dataset.item) i")
            }
        }
        try checkDifference(found)
        return found
    }

    /// Two views of a row that are the same have nothing to learn from: their invariance is 0 from the first step on.
    private func checkDifference(_ rows: [FeatureRows?]) throws {
        guard let first = rows[0], let second = rows[1], first.values == second.values else { return }
        // a layer such as Dropout makes each view another one
        guard !model.rowViews.changeRows(views: Array(rows.indices)), randomInputs.inputs.isEmpty else { return }
        if let shape = signals[0], signals[1] == shape {
            // views that are cut at places of their own differ; branches that look in ways of their own do so anyway
            let isCut = (0..<first.count).contains { first.samples(of: $0) > shape.samples }
            if isCut || hasOwnEncoders { return }
            throw refuse(
                "both branches of \(model.name) would see the same signals through the same encoder, and learn nothing from it; "
                    + "write steps that change signals at random, such as SignalViews { TimeShift(share: 0.2) }")
        }
        guard signals[0] == signals[1] else { return }
        throw refuse(
            "both branches of \(model.name) would see the same rows, and learn nothing from it; write steps that change "
                + "rows at random, such as RowViews { RowSwapping(share: 0.3) }, or give each branch a file of its own "
                + "(--features FIRST.npy --features SECOND.npy)")
    }

    /// Whether each branch has an encoder of its own.
    private var hasOwnEncoders: Bool { states.contains { $0.owner?.part == .encoder && $0.owner?.branch != nil } }

    private static func wanted(_ signals: [SignalShape?], _ width: Int) -> String {
        signals.lazy.compactMap { $0 }.first.map {
            "it takes signals of \($0.words); give a folder of WAV files (--data), or --features FILE.npy"
        } ?? "it takes rows of \(width) numbers; give --features FILE.npy"
    }

    private func refuse(_ message: String) -> TrainingError { TrainingError(.configuration, message) }
}

extension StateStore {
    /// Gives the layers that standardize rows the mean and the standard deviation of each column. Where branches with rows of
    /// their own share such a layer, those are of both.
    /// - Parameter rows: of each view.
    func setColumns(_ rows: [FeatureRows?]) {
        for spec in states {
            guard let moment = spec.column else { continue }
            let own = spec.owner?.branch.map { [rows[$0]] } ?? rows
            set(spec, StateStore.values(of: moment, own.compactMap { $0 }))
        }
    }

    private static func values(of moment: StateSpec.ColumnMoment, _ rows: [FeatureRows]) -> [Float] {
        guard let first = rows.first else { return [] }
        let isSame = rows.count == 1 || rows[1].values == first.values
        let (means, deviations) = TrainingRows.moments(
            isSame ? first.values : first.values + rows[1].values, width: first.width)
        // a column that does not vary keeps its width
        return moment == .mean ? means : deviations.map { $0 > 0 ? $0 : 1 }
    }
}
