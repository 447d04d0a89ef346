import CLLVM

/// What a loop hands from turn to turn, a branch gives, and a function takes: values of the code, or several of them.
protocol Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef]
    /// The same kind of thing, made of the first of these.
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Self
}

extension Index: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { [ref(builder)] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Index {
        Index(refs.removeFirst(), builder)
    }
}

extension Address: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { [ref] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Address {
        Address(refs.removeFirst(), builder, of: element)
    }
}

extension Table: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { address.refs(builder) }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Table {
        Table(address.taking(&refs, builder))
    }
}

extension Vector: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { [ref] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Vector {
        Vector(refs.removeFirst(), builder, type)
    }
}

extension Bits: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { [ref] }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Bits {
        Bits(refs.removeFirst(), builder, type)
    }
}

extension Array: Carried where Element: Carried {
    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { flatMap { $0.refs(builder) } }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> [Element] {
        map { $0.taking(&refs, builder) }
    }
}

/// Two things that are handed on together.
struct Pair<First: Carried, Second: Carried>: Carried {
    let first: First
    let second: Second

    init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

    func refs(_ builder: IRBuilder) -> [LLVMValueRef] { first.refs(builder) + second.refs(builder) }
    func taking(_ refs: inout ArraySlice<LLVMValueRef>, _ builder: IRBuilder) -> Pair {
        Pair(first.taking(&refs, builder), second.taking(&refs, builder))
    }
}
