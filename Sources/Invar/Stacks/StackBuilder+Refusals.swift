// What must not compile, and the words for it. None of these can be called: the compiler picks one only where no other
// fits, and prints its message. It points at the brace that opens the block; so the words name the layers.

// One layer after another.
extension StackBuilder {
    /// Refused: rows after maps.
    @available(
        *, unavailable,
        message: """
            a layer that takes rows, such as Linear, follows maps; put GlobalAveragePool() or Flatten() before it
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Maps>, next: Stack<Rows, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: rows or tokens after maps.
    @available(
        *, unavailable,
        message: """
            a layer that takes rows, such as Linear, follows maps; put GlobalAveragePool() or Flatten() before it, \
            or PatchEmbedding for tokens
            """
    )
    public static func buildPartialBlock<I>(
        accumulated: Stack<I, Maps>, next: Stack<Vectors, Vectors>
    ) -> Stack<I, Rows> { Stack([]) }

    /// Refused: maps after rows.
    @available(
        *, unavailable,
        message: """
            a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or \
            Flatten()
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Rows>, next: Stack<Maps, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: maps after rows or tokens.
    @available(
        *, unavailable,
        message: """
            a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or \
            Flatten()
            """
    )
    public static func buildPartialBlock<O>(
        accumulated: Stack<Vectors, Vectors>, next: Stack<Maps, O>
    ) -> Stack<Maps, O> { Stack([]) }

    /// Refused: tokens after maps.
    @available(
        *, unavailable,
        message: """
            a layer that takes tokens, such as MultiHeadAttention, follows maps; put PatchEmbedding before it
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Maps>, next: Stack<Tokens, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: tokens after rows.
    @available(
        *, unavailable,
        message: """
            a layer that takes tokens, such as MultiHeadAttention, follows rows; put it before MeanOverTokens() or \
            FirstToken()
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Rows>, next: Stack<Tokens, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: maps after tokens.
    @available(
        *, unavailable,
        message: """
            a layer that takes maps, such as Conv or a pooling, follows tokens; put it before PatchEmbedding
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Tokens>, next: Stack<Maps, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: rows after tokens.
    @available(
        *, unavailable,
        message: """
            a layer that takes rows follows tokens; put MeanOverTokens() or FirstToken() before it
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Tokens>, next: Stack<Rows, O>
    ) -> Stack<I, O> { Stack([]) }
}
