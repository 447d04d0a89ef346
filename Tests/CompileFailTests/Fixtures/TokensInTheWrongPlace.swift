import Invar

// expected-error@+1 {{a layer that takes tokens, such as MultiHeadAttention, follows maps; put PatchEmbedding before it}}
let unpatched = Encoder {
    Conv(64, kernel: 3)
    TransformerBlock(heads: 2)
    MeanOverTokens()
}

// expected-error@+1 {{this begins with a layer that takes tokens, such as MultiHeadAttention, and gets maps; begin with PatchEmbedding}}
let begun = Encoder {
    PositionEmbedding(); MeanOverTokens()
}

// expected-error@+1 {{this ends in tokens and must end in rows; end it with MeanOverTokens() or FirstToken()}}
let unpooled = Encoder {
    PatchEmbedding(patch: 4, width: 64); LayerNorm()
}

// expected-error@+1 {{a layer that takes maps, such as Conv or a pooling, follows tokens; put it before PatchEmbedding}}
let pooledAsMaps = Encoder {
    PatchEmbedding(patch: 4, width: 64)
    GlobalAveragePool()
}

// expected-error@+1 {{a layer that takes tokens, such as MultiHeadAttention, follows rows; put it before MeanOverTokens() or FirstToken()}}
let late = Encoder {
    PatchEmbedding(patch: 4, width: 64); MeanOverTokens()
    MultiHeadAttention(heads: 2); MeanOverTokens()
}

struct Head: Layer {
    var body: Stack<Rows, Rows> { Linear(8); ReLU() }
}

// expected-error@+1 {{a layer that takes rows follows tokens; put MeanOverTokens() or FirstToken() before it}}
let early = Encoder {
    PatchEmbedding(patch: 4, width: 64)
    Head()
}

// expected-error@+1 {{this begins with a layer that takes tokens, such as MultiHeadAttention, and gets rows; use layers of rows, such as Linear}}
let expander = Expander {
    MultiHeadAttention(heads: 2); MeanOverTokens()
}

func pooled(now: Bool) -> Encoder {
    Encoder {
        PatchEmbedding(patch: 4, width: 64)
        // expected-error@+2 {{a layer that turns tokens into rows stands under `if` without `else`; what follows needs to know which it gets: add an `else` that also ends in rows}}
        // expected-error@+1 {{a layer that turns tokens into rows stands under `if` without `else`}}
        if now { MeanOverTokens() }
        Linear(64)
    }
}

func mixed(patches: Bool) -> Encoder {
    Encoder {
        if patches {
            PatchEmbedding(patch: 4, width: 64)
            // expected-error@+1 {{the branches of this `if` or `switch` differ in what they take or give (maps, signals, rows or tokens); make them alike}}
        } else {
            Conv(64, kernel: 4, stride: 4)
        }
        MeanOverTokens()
    }
}

let looped = Encoder {
    for patch in [4, 2] {
        PatchEmbedding(patch: patch, width: 64)
        // expected-error@+1 {{a layer that turns maps into tokens stands inside `for`; its second turn would get tokens: put it after the loop}}
    }
    MeanOverTokens()
}
