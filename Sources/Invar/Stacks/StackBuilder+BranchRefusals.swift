// What must not compile, as in StackBuilder+Refusals.swift: layers under `if`, `switch` and `for`.

extension StackBuilder {
    /// Refused: maps or rows, who knows.
    @available(
        *, unavailable,
        message: """
            a layer that turns maps into rows stands under `if` without `else`; what follows needs to know which it \
            gets: add an `else` that also ends in rows
            """
    )
    public static func buildOptional(_ stack: Stack<Maps, Rows>?) -> Stack<Maps, Rows> { Stack([]) }

    /// Refused: maps or tokens, who knows.
    @available(
        *, unavailable,
        message: """
            a layer that turns maps into tokens stands under `if` without `else`; what follows needs to know which it \
            gets: add an `else` that also ends in tokens
            """
    )
    public static func buildOptional(_ stack: Stack<Maps, Tokens>?) -> Stack<Maps, Tokens> { Stack([]) }

    /// Refused: tokens or rows, who knows.
    @available(
        *, unavailable,
        message: """
            a layer that turns tokens into rows stands under `if` without `else`; what follows needs to know which it \
            gets: add an `else` that also ends in rows
            """
    )
    public static func buildOptional(_ stack: Stack<Tokens, Rows>?) -> Stack<Tokens, Rows> { Stack([]) }

    /// Refused: a second turn of maps to rows.
    @available(
        *, unavailable,
        message: """
            a layer that turns maps into rows stands inside `for`; its second turn would get rows: put it after the loop
            """
    )
    public static func buildArray(_ stacks: [Stack<Maps, Rows>]) -> Stack<Maps, Rows> { Stack([]) }

    /// Refused: a second turn of maps to tokens.
    @available(
        *, unavailable,
        message: """
            a layer that turns maps into tokens stands inside `for`; its second turn would get tokens: put it after the loop
            """
    )
    public static func buildArray(_ stacks: [Stack<Maps, Tokens>]) -> Stack<Maps, Tokens> { Stack([]) }

    /// Refused: a second turn of tokens to rows.
    @available(
        *, unavailable,
        message: """
            a layer that turns tokens into rows stands inside `for`; its second turn would get rows: put it after the loop
            """
    )
    public static func buildArray(_ stacks: [Stack<Tokens, Rows>]) -> Stack<Tokens, Rows> { Stack([]) }
}

// Branches that do not end alike: the first says what the `if` gives, each other one must give the same. (The same
// refusal for `first:` would leave the compiler two ways to fail, and it would only say "ambiguous".)
extension StackBuilder {
    /// Refused: branches that do not end alike.
    @available(
        *, unavailable,
        message: """
            the branches of this `if` or `switch` differ in what they take or give (maps, signals, rows or tokens); make them alike
            """
    )
    public static func buildEither<I, O, K, L>(second: Stack<I, O>) -> Stack<K, L> { Stack([]) }
}
