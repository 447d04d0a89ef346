/// Folds the lines of `Encoder { … }`, `Expander { … }`, `Residual { … }` and of a layer's `body` into one `Stack`.
///
/// `if`, `for`, `switch`, optionals, `#available`, and functions that return layers or stacks work inside. What does not
/// fit together is refused by the compiler, in the words of StackBuilder+Refusals.swift.
@resultBuilder
public enum StackBuilder {
    /// A layer, with the line that it is written on.
    public static func buildExpression<I, O>(
        _ layer: some Layer<I, O>, fileID: String = #fileID, line: Int = #line
    ) -> Stack<I, O> {
        Stack([Stage(layer, at: Site(fileID, line))])
    }

    /// A layer that may not be there keeps the kind, so that what follows fits either way.
    public static func buildExpression<K>(
        _ layer: (some Layer<K, K>)?, fileID: String = #fileID, line: Int = #line
    ) -> Stack<K, K> {
        Stack(layer.map { [Stage($0, at: Site(fileID, line))] } ?? [])
    }

    /// Layers that a function, a variable or another `body` gives.
    public static func buildExpression<I, O>(_ stack: Stack<I, O>) -> Stack<I, O> { stack }

    /// No layers: what comes in goes out.
    public static func buildBlock() -> Stack<Same, Same> { Stack([]) }

    /// The first line.
    public static func buildPartialBlock<I, O>(first: Stack<I, O>) -> Stack<I, O> { first }

    /// A line that takes what the lines before it give.
    public static func buildPartialBlock<I, M, O>(accumulated: Stack<I, M>, next: Stack<M, O>) -> Stack<I, O> {
        Stack(accumulated.then(next))
    }

    /// A line that takes any kind.
    public static func buildPartialBlock<I, K: KnownKind>(
        accumulated: Stack<I, K>, next: Stack<Same, Same>
    ) -> Stack<I, K> {
        Stack(accumulated.then(next))
    }

    /// The first line that takes a kind of its own, after some that take any.
    public static func buildPartialBlock<K: KnownKind, O>(
        accumulated: Stack<Same, Same>, next: Stack<K, O>
    ) -> Stack<K, O> {
        Stack(accumulated.then(next))
    }

    /// A line that takes rows or tokens, where these come.
    public static func buildPartialBlock<I, K: VectorKind>(
        accumulated: Stack<I, K>, next: Stack<Vectors, Vectors>
    ) -> Stack<I, K> {
        Stack(accumulated.then(next))
    }

    /// The first line that takes rows or tokens alone, after some that take either.
    public static func buildPartialBlock<K: VectorKind, O>(
        accumulated: Stack<Vectors, Vectors>, next: Stack<K, O>
    ) -> Stack<K, O> {
        Stack(accumulated.then(next))
    }

    /// `if` without `else`.
    public static func buildOptional<K>(_ stack: Stack<K, K>?) -> Stack<K, K> { stack ?? Stack([]) }

    /// `if`.
    public static func buildEither<I, O>(first: Stack<I, O>) -> Stack<I, O> { first }
    /// `else`.
    public static func buildEither<I, O>(second: Stack<I, O>) -> Stack<I, O> { second }
    // One branch may be an activation alone where the other has a layer of maps, of rows or of tokens.
    /// One branch alone says the kind.
    public static func buildEither<K: KnownKind>(first: Stack<Same, Same>) -> Stack<K, K> { first.between() }
    /// One branch alone says the kind.
    public static func buildEither<K: KnownKind>(second: Stack<Same, Same>) -> Stack<K, K> { second.between() }

    // Or Linear alone, where the other has a layer of rows or of tokens.
    /// One branch alone says whether it is rows or tokens.
    public static func buildEither<K: VectorKind>(first: Stack<Vectors, Vectors>) -> Stack<K, K> { first.between() }
    /// One branch alone says whether it is rows or tokens.
    public static func buildEither<K: VectorKind>(second: Stack<Vectors, Vectors>) -> Stack<K, K> { second.between() }

    /// `for`: each turn takes what the one before it gives.
    public static func buildArray<K>(_ stacks: [Stack<K, K>]) -> Stack<K, K> { Stack(stacks.flatMap(\.stages)) }

    /// `#available`.
    public static func buildLimitedAvailability<I, O>(_ stack: Stack<I, O>) -> Stack<I, O> { stack }

    /// The whole block.
    public static func buildFinalResult<I, O>(_ stack: Stack<I, O>) -> Stack<I, O> { stack }
    /// Layers that take any kind, where one kind is asked for.
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Same, Same>) -> Stack<K, K> { stack.between() }
    /// Layers that take rows or tokens, where one of the two is asked for.
    public static func buildFinalResult<K: VectorKind>(_ stack: Stack<Vectors, Vectors>) -> Stack<K, K> {
        stack.between()
    }
    /// Layers for ``Residual``.
    public static func buildFinalResult<K>(_ stack: Stack<K, K>) -> KindKeeping<K> { KindKeeping(stages: stack.stages) }
}

/// Layers that give out the kind that they take: what ``Residual`` can add to its input.
public struct KindKeeping<K: Kind>: Sendable {
    let stages: [Stage]
}
