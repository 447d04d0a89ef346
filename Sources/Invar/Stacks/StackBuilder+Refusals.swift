// What must not compile, and the words for it. None of these can be called: the compiler picks one only where no other
// fits, and prints its message. It points at the brace that opens the block; so the words name the layers.

extension StackBuilder {
    @available(
        *, unavailable,
        message: "a layer that takes rows, such as Linear, follows maps; put GlobalAveragePool() or Flatten() before it"
    )
    public static func buildPartialBlock<I, O>(accumulated: Stack<I, Maps>, next: Stack<Rows, O>) -> Stack<I, O> {
        Stack([])
    }

    @available(
        *, unavailable,
        message: """
            a layer that takes maps, such as Conv or a pooling, follows rows; put it before GlobalAveragePool() or \
            Flatten()
            """
    )
    public static func buildPartialBlock<I, O>(accumulated: Stack<I, Rows>, next: Stack<Maps, O>) -> Stack<I, O> {
        Stack([])
    }

    @available(
        *, unavailable,
        message: """
            a layer that turns maps into rows stands under `if` without `else`; what follows needs to know which it \
            gets: add an `else` that also ends in rows
            """
    )
    public static func buildOptional(_ stack: Stack<Maps, Rows>?) -> Stack<Maps, Rows> { Stack([]) }

    @available(
        *, unavailable,
        message: """
            a layer that turns maps into rows stands inside `for`; its second turn would get rows: put it after the loop
            """
    )
    public static func buildArray(_ stacks: [Stack<Maps, Rows>]) -> Stack<Maps, Rows> { Stack([]) }
}

// Branches that do not end alike: the first says what the `if` gives, each other one must give the same. (The same
// refusals for `first:` would leave the compiler two ways to fail, and it would only say "ambiguous".)
extension StackBuilder {
    @available(
        *, unavailable,
        message:
            "the branches of this `if` or `switch` differ in what they take or give (maps or rows); make them alike"
    )
    public static func buildEither<K: KnownKind>(second: Stack<Maps, Maps>) -> Stack<K, Rows> { Stack([]) }

    @available(
        *, unavailable,
        message:
            "the branches of this `if` or `switch` differ in what they take or give (maps or rows); make them alike"
    )
    public static func buildEither<K: KnownKind>(second: Stack<Maps, Rows>) -> Stack<K, K> { Stack([]) }

    @available(
        *, unavailable,
        message:
            "the branches of this `if` or `switch` differ in what they take or give (maps or rows); make them alike"
    )
    public static func buildEither<K: KnownKind>(second: Stack<Rows, Rows>) -> Stack<Maps, K> { Stack([]) }
}

// The whole block: what it takes and gives against what is asked of it.
extension StackBuilder {
    @available(
        *, unavailable, message: "this ends in maps and must end in rows; end it with GlobalAveragePool() or Flatten()"
    )
    public static func buildFinalResult(_ stack: Stack<Maps, Maps>) -> Stack<Maps, Rows> { Stack([]) }

    @available(
        *, unavailable,
        message: "nothing here turns maps into rows, as this must; add GlobalAveragePool() or Flatten()"
    )
    public static func buildFinalResult(_ stack: Stack<Same, Same>) -> Stack<Maps, Rows> { Stack([]) }

    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes rows, such as Linear, and gets maps; begin with Flatten(), \
            GlobalAveragePool() or Conv
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Rows, Rows>) -> Stack<Maps, K> { Stack([]) }

    @available(
        *, unavailable,
        message: """
            this begins with a layer that takes maps, such as Conv or a pooling, and gets rows; use layers of rows, \
            such as Linear
            """
    )
    public static func buildFinalResult<K: KnownKind>(_ stack: Stack<Maps, K>) -> Stack<Rows, Rows> { Stack([]) }

    @available(
        *, unavailable,
        message: """
            Residual adds what its layers give to what they take, and these turn maps into rows; put \
            GlobalAveragePool() or Flatten() after the Residual
            """
    )
    public static func buildFinalResult(_ stack: Stack<Maps, Rows>) -> KindKeeping<Maps> { KindKeeping(stages: []) }
}
