// What must not compile around signals, as in StackBuilder+Refusals.swift.

// One layer after another.
extension StackBuilder {
    /// Refused: rows after signals.
    @available(
        *, unavailable,
        message: """
            a layer that takes rows, such as Linear, follows signals; put GlobalAveragePool1D() before it
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Signals>, next: Stack<Rows, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: rows or tokens after signals.
    @available(
        *, unavailable,
        message: """
            a layer that takes rows, such as Linear, follows signals; put GlobalAveragePool1D() before it
            """
    )
    public static func buildPartialBlock<I>(
        accumulated: Stack<I, Signals>, next: Stack<Vectors, Vectors>
    ) -> Stack<I, Rows> { Stack([]) }

    /// Refused: maps after signals.
    @available(
        *, unavailable,
        message: """
            a layer that takes maps, such as Conv or a pooling, follows signals; use Conv1D and the poolings named 1D, or put \
            Spectrogram before it
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Signals>, next: Stack<Maps, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: signals after maps.
    @available(
        *, unavailable,
        message: """
            a layer that takes signals, such as Conv1D or Spectrogram, follows maps; use Conv and the poolings of images, or put it \
            first in Encoder(signal:)
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Maps>, next: Stack<Signals, O>
    ) -> Stack<I, O> { Stack([]) }

    /// Refused: signals after rows.
    @available(
        *, unavailable,
        message: """
            a layer that takes signals, such as Conv1D or Spectrogram, follows rows; put it before GlobalAveragePool1D()
            """
    )
    public static func buildPartialBlock<I, O>(
        accumulated: Stack<I, Rows>, next: Stack<Signals, O>
    ) -> Stack<I, O> { Stack([]) }
}

// The whole block.
extension StackBuilder {
    /// Refused: signals, where rows are asked for.
    @available(
        *, unavailable,
        message: """
            this ends in signals and must end in rows; end it with GlobalAveragePool1D()
            """
    )
    public static func buildFinalResult(_ stack: Stack<Signals, Signals>) -> Stack<Signals, Rows> { Stack([]) }

    /// Refused: maps, where rows are asked for.
    @available(
        *, unavailable,
        message: """
            this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()
            """
    )
    public static func buildFinalResult(_ stack: Stack<Signals, Maps>) -> Stack<Signals, Rows> { Stack([]) }

    /// Refused: whatever comes in, where signals are to become rows.
    @available(
        *, unavailable,
        message: """
            nothing here turns signals into rows, as this must; add GlobalAveragePool1D()
            """
    )
    public static func buildFinalResult(_ stack: Stack<Same, Same>) -> Stack<Signals, Rows> { Stack([]) }

    /// Refused: a block of maps, where signals come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes maps, such as Conv or a pooling, and gets signals; begin with Conv1D or Spectrogram
            """
    )
    public static func buildFinalResult<O, K: KnownKind>(_ stack: Stack<Maps, O>) -> Stack<Signals, K> { Stack([]) }

    /// Refused: a block of rows, where signals come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes rows, such as Linear, and gets signals; begin with Conv1D or Spectrogram
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Rows, Rows>) -> Stack<Signals, K> { Stack([]) }

    /// Refused: a block of rows or tokens, where signals come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes rows, such as Linear, and gets signals; begin with Conv1D or Spectrogram
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Vectors, Vectors>) -> Stack<Signals, K> {
        Stack([])
    }

    /// Refused: a block of signals, where images come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes signals, such as Conv1D or Spectrogram, and gets maps; write Encoder(signal: …)
            """
    )
    public static func buildFinalResult<O, K: KnownKind>(_ stack: Stack<Signals, O>) -> Stack<Maps, K> { Stack([]) }

    /// Refused: a block of signals, where rows come.
    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes signals, such as Conv1D or Spectrogram, and gets rows; write Encoder(signal: …) for \
            an encoder of signals
            """
    )
    public static func buildFinalResult<O>(_ stack: Stack<Signals, O>) -> Stack<Rows, Rows> { Stack([]) }

    /// Refused: signals to rows in a Residual.
    @available(
        *, unavailable,
        message: """
            Residual adds what its layers give to what they take, and these turn signals into rows; put \
            GlobalAveragePool1D() after the Residual
            """
    )
    public static func buildFinalResult(_ stack: Stack<Signals, Rows>) -> KindKeeping<Signals> {
        KindKeeping(stages: [])
    }
}
