import CLLVM

/// Lanes of whole numbers as wide as the elements of a vector: its bits.
@safe
struct Bits: SingleValue {
    let ref: LLVMValueRef
    let builder: IRBuilder
    /// Of the vector.
    let type: LaneType

    init(_ ref: LLVMValueRef?, _ builder: IRBuilder, _ type: LaneType) {
        unsafe (self.ref, self.builder, self.type) = (required(ref), builder, type)
    }

    /// The same in every lane.
    init(_ value: Int, _ type: LaneType, _ builder: IRBuilder) {
        let one = unsafe LLVMConstInt(builder.integerType(type.with(lanes: 1)), UInt64(bitPattern: Int64(value)), 1)
        unsafe self.init(builder.constantVector(required(one), type.lanes), builder, type)
    }

    func with(_ ref: LLVMValueRef?) -> Bits { unsafe Bits(ref, builder, type) }
    private func like(_ value: Int) -> Bits { Bits(value, type, builder) }

    static func + (a: Bits, b: Bits) -> Bits { unsafe a.with(LLVMBuildAdd(a.builder.place, a.ref, b.ref, "")) }
    static func - (a: Bits, b: Bits) -> Bits { unsafe a.with(LLVMBuildSub(a.builder.place, a.ref, b.ref, "")) }
    static func + (a: Bits, b: Int) -> Bits { a + a.like(b) }
    static func - (a: Bits, b: Int) -> Bits { a - a.like(b) }
    static func << (a: Bits, b: Int) -> Bits { unsafe a.with(LLVMBuildShl(a.builder.place, a.ref, a.like(b).ref, "")) }
    /// Zeros come in, whatever the sign.
    static func >> (a: Bits, b: Int) -> Bits { unsafe a.with(LLVMBuildLShr(a.builder.place, a.ref, a.like(b).ref, "")) }
    static func & (a: Bits, b: Int) -> Bits { unsafe a.with(LLVMBuildAnd(a.builder.place, a.ref, a.like(b).ref, "")) }
    static func | (a: Bits, b: Bits) -> Bits { unsafe a.with(LLVMBuildOr(a.builder.place, a.ref, b.ref, "")) }

    static func .== (a: Bits, b: Bits) -> Condition {
        unsafe Condition(LLVMBuildICmp(a.builder.place, LLVMIntEQ, a.ref, b.ref, ""), a.builder)
    }
    var isNegative: Condition {
        unsafe Condition(LLVMBuildICmp(builder.place, LLVMIntSLT, ref, like(0).ref, ""), builder)
    }

    /// The numbers with these bits.
    var numbers: Vector { unsafe Vector(LLVMBuildBitCast(builder.place, ref, builder.type(type), ""), builder, type) }
    /// The whole numbers as numbers.
    var converted: Vector { unsafe Vector(LLVMBuildSIToFP(builder.place, ref, builder.type(type), ""), builder, type) }
}
