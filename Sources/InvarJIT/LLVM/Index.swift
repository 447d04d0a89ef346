import CLLVM

/// A whole number of 64 bits, a position or a count. Some are known while the code is written, and take no instruction; the others
/// only when it runs.
struct Index {
    @safe
    private enum Value {
        case known(Int)
        case computed(LLVMValueRef, IRBuilder)
    }

    private let value: Value

    static var zero: Index { Index(0) }

    init(_ known: Int) { value = .known(known) }

    init(_ ref: LLVMValueRef?, _ builder: IRBuilder) { value = unsafe .computed(required(ref), builder) }

    /// The number where it is known now.
    var known: Int? { if case .known(let number) = value { number } else { nil } }

    func ref(_ builder: IRBuilder) -> LLVMValueRef {
        switch value {
        case .known(let number): unsafe required(LLVMConstInt(builder.int64, UInt64(bitPattern: Int64(number)), 1))
        case .computed(let ref, _): unsafe ref
        }
    }

    /// An instruction, or what `fold` gives where both numbers are known.
    private static func made<Result>(
        _ a: Index, _ b: Index, fold: (Int, Int) -> Result,
        _ make: (IRBuilder, LLVMValueRef, LLVMValueRef) -> Result
    ) -> Result {
        switch (a.value, b.value) {
        case (.known(let a), .known(let b)): fold(a, b)
        case (.computed(_, let builder), _), (_, .computed(_, let builder)):
            unsafe make(builder, a.ref(builder), b.ref(builder))
        }
    }

    // MARK: Arithmetic

    static func + (a: Index, b: Index) -> Index {
        if a.known == 0 { return b }
        if b.known == 0 { return a }
        return unsafe made(a, b, fold: { Index($0 + $1) }) {
            unsafe Index(LLVMBuildNSWAdd($0.place, $1, $2, ""), $0)
        }
    }

    static func - (a: Index, b: Index) -> Index {
        if b.known == 0 { return a }
        return unsafe made(a, b, fold: { Index($0 - $1) }) {
            unsafe Index(LLVMBuildNSWSub($0.place, $1, $2, ""), $0)
        }
    }

    static func * (a: Index, b: Index) -> Index {
        if a.known == 0 || b.known == 1 { return a }
        if b.known == 0 || a.known == 1 { return b }
        return unsafe made(a, b, fold: { Index($0 * $1) }) {
            unsafe Index(LLVMBuildNSWMul($0.place, $1, $2, ""), $0)
        }
    }

    /// Of a number that is not negative.
    static func / (a: Index, b: Int) -> Index {
        if b == 1 { return a }
        return unsafe made(a, Index(b), fold: { Index($0 / $1) }) {
            unsafe Index(LLVMBuildUDiv($0.place, $1, $2, ""), $0)
        }
    }

    /// Of a number that is not negative.
    static func % (a: Index, b: Int) -> Index {
        if b == 1 { return .zero }
        return unsafe made(a, Index(b), fold: { Index($0 % $1) }) {
            unsafe Index(LLVMBuildURem($0.place, $1, $2, ""), $0)
        }
    }

    static func + (a: Index, b: Int) -> Index { a + Index(b) }
    static func + (a: Int, b: Index) -> Index { Index(a) + b }
    static func - (a: Index, b: Int) -> Index { a - Index(b) }
    static func - (a: Int, b: Index) -> Index { Index(a) - b }
    static func * (a: Index, b: Int) -> Index { a * Index(b) }

    // MARK: Comparisons

    private static func compared(
        _ a: Index, _ b: Index, _ predicate: LLVMIntPredicate, _ fold: (Int, Int) -> Bool
    ) -> Condition {
        unsafe made(a, b, fold: { Condition(fold($0, $1)) }) {
            unsafe Condition(LLVMBuildICmp($0.place, predicate, $1, $2, ""), $0)
        }
    }

    static func .== (a: Index, b: Index) -> Condition { compared(a, b, LLVMIntEQ, ==) }
    static func .!= (a: Index, b: Index) -> Condition { compared(a, b, LLVMIntNE, !=) }
    static func .< (a: Index, b: Index) -> Condition { compared(a, b, LLVMIntSLT, <) }
    static func .> (a: Index, b: Index) -> Condition { compared(a, b, LLVMIntSGT, >) }
    static func .>= (a: Index, b: Index) -> Condition { compared(a, b, LLVMIntSGE, >=) }
    static func .== (a: Index, b: Int) -> Condition { a .== Index(b) }
    static func .!= (a: Index, b: Int) -> Condition { a .!= Index(b) }

    /// Not negative and less than that: one comparison, for a negative number is a huge one without its sign.
    func lies(below size: Int) -> Condition {
        Self.compared(self, Index(size), LLVMIntULT) { 0 <= $0 && $0 < $1 }
    }
}

func min(_ a: Index, _ b: Index) -> Index { select(a .< b, a, b) }
func min(_ a: Index, _ b: Int) -> Index { min(a, Index(b)) }
func max(_ a: Index, _ b: Int) -> Index { select(a .> Index(b), a, Index(b)) }
