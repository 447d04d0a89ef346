/// What a kind says of a tensor's axes, where the graph is built: `Residual` and ``Scope/apply(to:_:)`` put layers behind
/// each other that the compiler does not see together.
enum Axes {
    case maps, tokens, rows
    /// Maps of one row.
    case signals
    /// Rows or tokens.
    case vectors
    /// Any, and after a layer as many as before it.
    case same
    /// Those of a kind that a user has thought of: only the layers that give and take it know them.
    case unknown

    init(of kind: any Kind.Type) {
        let known: [ObjectIdentifier: Axes] = [
            ObjectIdentifier(Maps.self): .maps, ObjectIdentifier(Tokens.self): .tokens,
            ObjectIdentifier(Rows.self): .rows, ObjectIdentifier(Vectors.self): .vectors,
            ObjectIdentifier(Same.self): .same, ObjectIdentifier(Signals.self): .signals,
        ]
        self = known[ObjectIdentifier(kind)] ?? .unknown
    }

    private func holds(_ x: Tensor) -> Bool {
        switch self {
        case .maps: x.rank == 4
        case .signals: x.rank == 4 && x.shape[1] == 1
        case .tokens: x.rank == 3
        case .rows: x.rank == 2
        case .vectors: x.rank == 2 || x.rank == 3
        case .same, .unknown: true
        }
    }

    /// Whether a layer that gives this kind may make `y` of `x`.
    func fit(_ y: Tensor, after x: Tensor) -> Bool {
        switch self {
        case .maps, .signals, .tokens, .rows, .unknown: holds(y)
        case .vectors, .same: y.rank == x.rank
        }
    }

    /// Why a layer that takes this kind cannot take `x`, and what to do about it; nothing where it can.
    func problem(_ x: Tensor) -> String? {
        if holds(x) { return nil }
        return switch self {
        case .maps: "takes maps, found \(x.described); put it before GlobalAveragePool() or Flatten()"
        case .signals:
            "takes signals, found \(x.described); it stands in Encoder(signal:), before GlobalAveragePool1D()"
        case .tokens: "takes tokens, found \(x.described); put PatchEmbedding before it"
        case .rows, .vectors: "takes rows, found \(x.described); put GlobalAveragePool() or Flatten() before it"
        case .same, .unknown: nil
        }
    }
}
