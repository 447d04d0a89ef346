import CLLVM

/// What a loop hands from turn to turn, a branch gives, and a function takes: values of the code, or several of them.
protocol Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef]
    /// The same kind of thing, made of the first of these.
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Self
}

extension Index: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { unsafe [ref(builder)] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Index {
        unsafe Index(refs.removeFirst(), builder)
    }
}

/// What one value of LLVM stands for.
protocol SingleValue: Carried {
    var ref: LLVMValueRef { get }
    /// The same kind of thing.
    func with(_ ref: LLVMValueRef?) -> Self
}

extension SingleValue {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { unsafe [ref] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Self {
        unsafe with(refs.removeFirst())
    }
}

extension Optional: Carried where Wrapped: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { unsafe self?.refs(builder) ?? [] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Wrapped? {
        map { unsafe $0.taking(&refs, builder) }
    }
}

extension Array: Carried where Element: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { unsafe flatMap { unsafe $0.refs(builder) } }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> [Element] {
        map { unsafe $0.taking(&refs, builder) }
    }
}

/// Two things that are handed on together.
struct Pair<First: Carried, Second: Carried>: Carried {
    let first: First
    let second: Second

    init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { unsafe first.refs(builder) + second.refs(builder) }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Pair {
        unsafe Pair(first.taking(&refs, builder), second.taking(&refs, builder))
    }
}
