/// The .npy files of a set of rows. Kept with a run, so that whoever reads the rows again reads the same.
package struct TableFiles: Sendable, Hashable, Codable {
    /// Of one split.
    package struct Part: Sendable, Hashable, Codable {
        /// Rows; of two files the second branch gets the second.
        package var features: [String]
        /// Whole numbers, a class for each row.
        package var labels: String?

        package init(features: [String] = [], labels: String? = nil) {
            (self.features, self.labels) = (features, labels)
        }

        /// What is given goes before; labels belong to the rows that they came with.
        package func replaced(by given: Part) -> Part {
            given.features.isEmpty ? Part(features: features, labels: given.labels ?? labels) : given
        }
    }

    package var training: Part
    package var test: Part

    package init(training: Part, test: Part = Part()) { (self.training, self.test) = (training, test) }

    /// What is given goes before, for each split by itself.
    package func replaced(by given: TableFiles) -> TableFiles {
        TableFiles(training: training.replaced(by: given.training), test: test.replaced(by: given.test))
    }
}
