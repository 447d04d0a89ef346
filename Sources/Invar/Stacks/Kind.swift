/// What flows along an edge of an architecture, known when the program is compiled. Sizes are values, known when the
/// graph is built.
public protocol Kind: Sendable {}

/// A kind that says what it is, at least in part.
public protocol KnownKind: Kind {}

/// `Rows` or `Tokens`: vectors of channels without a place in an image.
public protocol VectorKind: KnownKind {}

/// N×H×W×C: batch, height, width, channels. What `Conv` and the poolings take.
public enum Maps: KnownKind {}

/// N×1×S×C: batch, 1, samples, channels: maps of one row, whose pixels are moments. What `Conv1D` and `Spectrogram` take.
public enum Signals: KnownKind {}

/// N×C: batch, channels. What the encoder gives.
public enum Rows: VectorKind {}

/// N×T×C: batch, tokens, channels. What `MultiHeadAttention` takes.
public enum Tokens: VectorKind {}

/// Rows where rows come, tokens where tokens come: the kind on both sides of `Linear`, and of stacks made of nothing
/// else.
public enum Vectors: KnownKind {}

/// Maps where maps come, rows where rows come, and so with tokens and signals: the kind on both sides of `ReLU`, `BatchNorm`,
/// and of stacks made of nothing else.
public enum Same: Kind {}
