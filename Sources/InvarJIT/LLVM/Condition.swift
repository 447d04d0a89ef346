import CLLVM

/// A yes or no: one for all, or one for each lane.
struct Condition {
    @safe
    private enum Value {
        case known(Bool)
        case computed(LLVMValueRef, IRBuilder)
    }

    private let value: Value

    init(_ known: Bool) { value = .known(known) }

    init(_ ref: LLVMValueRef?, _ builder: IRBuilder) { value = unsafe .computed(required(ref), builder) }

    var known: Bool? { if case .known(let answer) = value { answer } else { nil } }

    func ref(_ builder: IRBuilder) -> LLVMValueRef {
        switch value {
        case .known(let answer): unsafe required(LLVMConstInt(builder.int1, answer ? 1 : 0, 0))
        case .computed(let ref, _): unsafe ref
        }
    }

    static func .& (a: Condition, b: Condition) -> Condition {
        switch (a.value, b.value) {
        case (.known(let known), _): known ? b : a
        case (_, .known(let known)): known ? a : b
        case (.computed(let a, let builder), .computed(let b, _)):
            unsafe Condition(LLVMBuildAnd(builder.place, a, b, ""), builder)
        }
    }

    static func .| (a: Condition, b: Condition) -> Condition {
        switch (a.value, b.value) {
        case (.known(let known), _): known ? a : b
        case (_, .known(let known)): known ? b : a
        case (.computed(let a, let builder), .computed(let b, _)):
            unsafe Condition(LLVMBuildOr(builder.place, a, b, ""), builder)
        }
    }

    fileprivate func select<Chosen: Carried>(_ a: Chosen, _ b: Chosen) -> Chosen {
        switch value {
        case .known(let answer): return answer ? a : b
        case .computed(let condition, let builder):
            let chosen = unsafe zip(a.refs(builder), b.refs(builder)).map {
                unsafe required(LLVMBuildSelect(builder.place, condition, $0, $1, ""))
            }
            var rest = unsafe chosen[...]
            return unsafe a.taking(&rest, builder)
        }
    }
}

/// `a` where the condition holds, else `b`.
func select<Chosen: Carried>(_ condition: Condition, _ a: Chosen, _ b: Chosen) -> Chosen { condition.select(a, b) }
func select(_ condition: Condition, _ a: Double, _ b: Vector) -> Vector {
    select(condition, b.builder.number(a, b.type), b)
}
