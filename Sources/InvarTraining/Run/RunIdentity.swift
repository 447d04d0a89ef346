import Foundation
import Invar
import InvarData

/// Everything that decides the numbers of a run: two runs with equal identities have the same losses.
package struct RunIdentity: Sendable, Hashable, Codable {
    package struct Data: Sendable, Hashable, Codable {
        package let name: String
        package let count: Int
        package let height: Int
        package let width: Int
        package let channels: Int
        /// Of the pixels, or of the files' names and sizes where images are read when they are needed. Labels take no part in training.
        package let fingerprint: String

        init(_ dataset: Dataset) {
            (name, count) = (dataset.name, dataset.count)
            (height, width, channels) = (dataset.height ?? 0, dataset.width ?? 0, dataset.channels ?? 0)
            var hash = Fingerprint()
            hash.add(dataset.identity)
            fingerprint = hash.text
        }
    }

    package let architecture: String
    /// Of the forward graph.
    package let graph: String
    package let image: Image
    package let views: Views
    /// Of branches that take rows; nothing where rows stay as they are.
    package let rowViews: RowViews?
    /// Nothing in a run without one.
    package let target: Target?
    package let data: Data
    /// Of the rows, beside images or by themselves; nothing in a run without them.
    package let features: String?
    package private(set) var configuration: TrainingConfiguration
    /// What the encoder began with; nothing for random values.
    package private(set) var initial: InitialEncoder.Source?

    package init(
        _ step: TrainingStep, _ configuration: TrainingConfiguration, _ dataset: Dataset,
        _ features: [FeatureRows] = [], initial: InitialEncoder.Source? = nil
    ) {
        architecture = step.model.name
        graph = step.fingerprint
        (image, views) = (step.model.image, step.model.views)
        rowViews = step.model.rowViews == RowViews(steps: []) ? nil : step.model.rowViews
        target = step.target
        data = Data(dataset)
        var hash = Fingerprint()
        for rows in features { hash.add(rows.values) }
        self.features = features.isEmpty ? nil : hash.text
        self.configuration = configuration
        self.initial = initial
    }

    /// Whether two runs are the same but for their seeds, which differ.
    package func differsInSeedAlone(from other: RunIdentity) -> Bool {
        var same = other
        same.configuration.seed = configuration.seed
        return self == same && self != other
    }

    /// What is asked for now and was not so in `earlier`, one sentence each.
    /// - Parameters: the words between a name, what there was, and what there is.
    package func differences(
        from earlier: RunIdentity, was: String = "was", isNow: String = "and is now"
    ) -> [String] {
        var found: [String] = []
        func compare<T: Equatable>(_ name: String, _ new: T, _ old: T) {
            if new != old { found.append("\(name) \(was) \(old), \(isNow) \(new)") }
        }
        compare("the architecture", architecture, earlier.architecture)
        if architecture == earlier.architecture, graph != earlier.graph {
            found.append("the architecture \(architecture) was changed since (its layers, its sizes or its loss)")
        }
        if image != earlier.image { found.append("the image's size or normalization was changed since") }
        if views != earlier.views { found.append("the views were changed since") }
        if rowViews != earlier.rowViews { found.append("the views of rows were changed since") }
        compare("the target's momentum", target?.description ?? "none", earlier.target?.description ?? "none")
        compare("the dataset", data.name, earlier.data.name)
        compare("the number of images", data.count, earlier.data.count)
        if data.name == earlier.data.name, data.count == earlier.data.count, data != earlier.data {
            found.append("the pixels of \(data.name) are not the same")
        }
        if features != earlier.features { found.append("the rows of --features are not the same") }
        let (new, old) = (configuration, earlier.configuration)
        compare("the optimizer", new.optimizer, old.optimizer)
        compare("the learning rate", new.schedule, old.schedule)
        func limit(_ configuration: TrainingConfiguration) -> String {
            configuration.gradientNormLimit.map { "\($0)" } ?? "none"
        }
        compare("the limit of the gradient's norm", limit(new), limit(old))
        compare("the batch", new.batch, old.batch)
        compare("the seed", new.seed, old.seed)
        if let initial, initial.fingerprint != earlier.initial?.fingerprint {
            let before = earlier.initial.map { "the encoder of \($0.path)" } ?? "random values"
            found.append("it began with \(before), and is now to begin with that of \(initial.path)")
        }
        return found
    }

    /// A resumed run need not be told again what it began with, once there is a checkpoint.
    func goingOn(from earlier: RunDirectory.Earlier?, in directory: String) throws -> RunIdentity {
        guard let earlier, initial == nil, let source = earlier.record.run.initial else { return self }
        guard earlier.checkpoint != nil else {
            throw TrainingError(
                .directory,
                "\(directory) is to begin with the encoder of \(source.path), and ended before its first checkpoint; "
                    + "give the file again")
        }
        var result = self
        result.initial = source
        return result
    }
}
