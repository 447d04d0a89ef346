/// A model of self-supervised joint-embedding learning: views of an image, two or more, go through an encoder and an expander, and
/// a loss compares the embeddings.
///
///     let vicreg = JointEmbedding("vicreg-mlp", image: Image(channels: 1, height: 28, width: 28)) {
///         Views { RandomResizedCrop(scale: 0.2...1); HorizontalFlip() }
///         Encoder { Flatten(); Linear(512); BatchNorm(); ReLU(); Linear(128) }
///         Expander { Linear(512); BatchNorm(); ReLU(); Linear(512, bias: false) }
///         Loss { 25 * Invariance(); 25 * Variance(); Covariance() }
///     }
///
/// Without `Views` both views are the image itself, without `Expander` the representation is the embedding. All views
/// go through the same weights, unless `Branches(.separateWeights)` or two `Branch { … }` say otherwise.
///
/// A description alone: mistakes in it are found when a graph is made of it, each a `Diagnostic` with its line.
public struct JointEmbedding: Sendable {
    /// What commands call it: `vicreg-mlp`.
    public let name: String
    /// What goes in; sizes of 0 where both branches take rows.
    public let image: Image
    /// How the views of an image are made.
    public let views: Views
    /// How the views of a row are made, for branches that take rows; and those of a signal, for branches that take signals.
    public let rowViews: RowViews
    let parts: [Part]
    /// Where it is written.
    package let site: Site

    /// - Parameters:
    ///   - name: what commands and files call it; letters, digits and `-` go everywhere.
    ///   - image: size, channels and normalization of what goes in.
    ///   - parts: `Encoder`, `Loss` and what else there is, each once.
    public init(
        _ name: String, image: Image, fileID: String = #fileID, line: Int = #line,
        @JointEmbeddingBuilder _ parts: () -> [Part]
    ) {
        self.name = name
        self.image = image
        self.parts = parts()
        site = Site(fileID, line)
        views = self.parts.all(\.views).first?.value ?? Views(steps: [])
        let (rows, signals) = (
            self.parts.all(\.rowViews).first?.value, self.parts.all(\.signalViews).first?.value
        )
        // one that is not 2 is an error, or it is the only one
        let counts = [rows?.count, signals?.count].compactMap { $0 }
        rowViews = RowViews(
            steps: (rows?.steps ?? []) + (signals?.steps ?? []), count: counts.first { $0 != 2 } ?? 2)
    }

    /// A model that sees no image: its branches take rows of numbers, such as those of a table, or signals.
    ///
    ///     let table = JointEmbedding("table") {
    ///         RowViews { RowSwapping(share: 0.4) }
    ///         Encoder(features: 30) { Standardize(); Linear(128); BatchNorm(); ReLU(); Linear(64) }
    ///         Loss { 25 * Invariance(); 25 * Variance(); Covariance() }
    ///     }
    ///
    /// - Parameters:
    ///   - name: what commands and files call it; letters, digits and `-` go everywhere.
    ///   - parts: `Encoder(features:)` or `Encoder(signal:)`, `Loss` and what else there is, each once.
    public init(
        _ name: String, fileID: StaticString = #fileID, line: UInt = #line,
        @JointEmbeddingBuilder _ parts: () -> [Part]
    ) {
        self.init(name, image: .none(at: (fileID, line)), fileID: "\(fileID)", line: Int(line), parts)
    }
}

extension JointEmbedding: CustomStringConvertible {
    /// Its name.
    public var description: String { name }
}
