import Invar

/// The weights that a run's encoder begins with, instead of random ones.
package struct InitialEncoder: Sendable {
    /// Which they were, in the run's record.
    package struct Source: Sendable, Hashable, Codable {
        package let path: String
        /// Of the values.
        package let fingerprint: String
    }

    package let source: Source
    /// Tensors of the file that were not used, in words.
    package let ignored: String?
    private let values: [String: [Float]]

    /// Both branches begin with the same, unless the file is a checkpoint that holds them both.
    /// - Throws: `DataError` for a damaged file, `TrainingError` for one of another architecture, or with numbers that are not finite.
    package init(_ path: String, for model: JointEmbedding) throws {
        var values: [String: [Float]] = [:]
        var ignored: String?
        var hash = Fingerprint()
        for branch in 0..<2 {
            let states = try model.captureEncoder(batch: 1, branch: branch).states
            guard states.contains(where: { values[$0.name] == nil }) else { continue }
            let contents = try EncoderFile.read(path, states: states, architecture: model.name)
            // in the order of the layers: the first of them is where it began
            for spec in states where contents.values[spec.name]?.allSatisfy(\.isFinite) == false {
                throw TrainingError(
                    .checkpoint,
                    "\(path) holds numbers that are not finite in \(spec.name); give an encoder that has not diverged")
            }
            values.merge(contents.values) { first, _ in first }
            ignored = ignored ?? contents.ignoredInWords
            for spec in states { hash.add(values[spec.name] ?? []) }
        }
        source = Source(path: path, fingerprint: hash.text)
        self.ignored = ignored
        self.values = values
    }

    /// Of a piece of state; a target begins with what it follows begins with.
    func values(_ spec: StateSpec) -> [Float]? {
        values[spec.trainedName ?? spec.name]
    }
}
