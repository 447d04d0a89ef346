// Compiles: Linear, norms and activations go with tokens as with rows.
import Invar

func transformer(learned: Bool, depth: Int) -> Encoder {
    Encoder {
        Conv(16, kernel: 3, stride: 2); BatchNorm(); ReLU()
        PatchEmbedding(patch: 4, width: 64)
        if learned { ClassToken() }
        PositionEmbedding()
        for _ in 0..<depth { TransformerBlock(heads: 2) }
        Linear(32); LayerNorm(); GELU()
        Residual { Linear(32) }
        if learned { Linear(16) } else { ReLU() }
        Linear(32)
        Residual {
            LayerNorm(); Linear(8); GELU(); Linear(32)
        } shortcut: {
            MultiHeadAttention(heads: 1)
        }
        if learned { FirstToken() } else { MeanOverTokens() }
        Residual { FeedForward() }
        Linear(8)
    }
}

let stack: Stack<Maps, Rows> = vit(patch: 4, width: 192, depth: 6, heads: 3)

let expander = Expander { Linear(64) }
let normed = Expander {
    BatchNorm(); ReLU(); Linear(64); BatchNorm()
}

struct Head: Layer {
    let width: Int
    var body: Stack<Rows, Rows> { Linear(width); GELU() }
}

func heads(deep: Bool) -> Expander {
    Expander {
        if deep { Head(width: 8) } else { Linear(8) }
        Head(width: 8)
        if deep { Linear(8) } else { Head(width: 8) }
    }
}
