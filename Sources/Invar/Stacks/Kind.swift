/// What flows along an edge of an architecture, known when the program is compiled. Sizes are values, known when the
/// graph is built.
public protocol Kind: Sendable {}

/// A kind that says which: `Maps` or `Rows`.
public protocol KnownKind: Kind {}

/// N×H×W×C: batch, height, width, channels. What `Conv` and the poolings take.
public enum Maps: KnownKind {}

/// N×C: batch, channels. What `Linear` takes.
public enum Rows: KnownKind {}

/// Maps where maps come, rows where rows come: the kind on both sides of `ReLU`, `BatchNorm`, and of stacks made of
/// nothing else.
public enum Same: Kind {}
