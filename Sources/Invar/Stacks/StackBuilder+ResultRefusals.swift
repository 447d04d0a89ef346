// What must not compile, as in StackBuilder+Refusals.swift: the whole block, what it takes and gives against what is
// asked of it.

extension StackBuilder {
    /// Refused: maps, where rows are asked for.
    @available(
        *, unavailable,
        message: """
            this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()
            """
    )
    public static func buildFinalResult(_ stack: Stack<Maps, Maps>) -> Stack<Maps, Rows> { Stack([]) }

    /// Refused: tokens, where rows are asked for.
    @available(
        *, unavailable,
        message: """
            this ends in tokens and must end in rows; end it with MeanOverTokens() or FirstToken()
            """
    )
    public static func buildFinalResult<I: KnownKind>(_ stack: Stack<I, Tokens>) -> Stack<I, Rows> { Stack([]) }

    /// Refused: whatever comes in, where maps are to become rows.
    @available(
        *, unavailable,
        message: """
            nothing here turns maps into rows, as this must; add GlobalAveragePool() or Flatten()
            """
    )
    public static func buildFinalResult(_ stack: Stack<Same, Same>) -> Stack<Maps, Rows> { Stack([]) }

    /// Refused: a block of rows, where maps come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes rows, such as Linear, and gets maps; begin with Flatten(), \
            GlobalAveragePool() or Conv
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Rows, Rows>) -> Stack<Maps, K> { Stack([]) }

    /// Refused: a block of rows or tokens, where maps come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes rows, such as Linear, and gets maps; begin with Flatten(), \
            GlobalAveragePool() or Conv
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Vectors, Vectors>) -> Stack<Maps, K> { Stack([]) }

    /// Refused: a block of tokens, where maps come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes tokens, such as MultiHeadAttention, and gets maps; begin with PatchEmbedding
            """
    )
    public static func buildFinalResult<O, K: KnownKind>(_ stack: Stack<Tokens, O>) -> Stack<Maps, K> { Stack([]) }

    /// Refused: a block of maps, where rows come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes maps, such as Conv or a pooling, and gets rows; use layers of rows, \
            such as Linear
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Maps, K>) -> Stack<Rows, Rows> { Stack([]) }

    /// Refused: a block of tokens, where rows come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes tokens, such as MultiHeadAttention, and gets rows; use layers of rows, \
            such as Linear
            """
    )
    public static func buildFinalResult<O>(_ stack: Stack<Tokens, O>) -> Stack<Rows, Rows> { Stack([]) }
}

extension StackBuilder {
    /// Refused: maps to rows in a Residual.
    @available(
        *, unavailable,
        message: """
            Residual adds what its layers give to what they take, and these turn maps into rows; put \
            GlobalAveragePool() or Flatten() after the Residual
            """
    )
    public static func buildFinalResult(_ stack: Stack<Maps, Rows>) -> KindKeeping<Maps> { KindKeeping(stages: []) }

    /// Refused: maps to tokens in a Residual.
    @available(
        *, unavailable,
        message: """
            Residual adds what its layers give to what they take, and these turn maps into tokens; put \
            PatchEmbedding before the Residual
            """
    )
    public static func buildFinalResult(_ stack: Stack<Maps, Tokens>) -> KindKeeping<Maps> { KindKeeping(stages: []) }

    /// Refused: tokens to rows in a Residual.
    @available(
        *, unavailable,
        message: """
            Residual adds what its layers give to what they take, and these turn tokens into rows; put \
            MeanOverTokens() or FirstToken() after the Residual
            """
    )
    public static func buildFinalResult(_ stack: Stack<Tokens, Rows>) -> KindKeeping<Tokens> { KindKeeping(stages: []) }
}
