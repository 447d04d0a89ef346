import CLLVM
import InvarGraph

/// What a vector holds. One lane is a plain number.
struct LaneType: Hashable, Sendable {
    var element: ElementType
    var lanes: Int

    func with(lanes: Int) -> LaneType { LaneType(element: element, lanes: lanes) }
    var byteCount: Int { lanes * element.byteCount }
}

/// Lanes of numbers that are computed together; one lane is a number.
@safe
struct Vector: SingleValue {
    let ref: LLVMValueRef
    let builder: IRBuilder
    let type: LaneType

    init(_ ref: LLVMValueRef?, _ builder: IRBuilder, _ type: LaneType) {
        unsafe (self.ref, self.builder, self.type) = (required(ref), builder, type)
    }

    /// The same number in all lanes, of a vector like this one.
    func like(_ value: Double) -> Vector { builder.number(value, type) }

    func with(_ ref: LLVMValueRef?) -> Vector { unsafe Vector(ref, builder, type) }

    // MARK: Arithmetic

    static func + (a: Vector, b: Vector) -> Vector { unsafe a.with(LLVMBuildFAdd(a.builder.place, a.ref, b.ref, "")) }
    static func - (a: Vector, b: Vector) -> Vector { unsafe a.with(LLVMBuildFSub(a.builder.place, a.ref, b.ref, "")) }
    static func * (a: Vector, b: Vector) -> Vector { unsafe a.with(LLVMBuildFMul(a.builder.place, a.ref, b.ref, "")) }
    static func / (a: Vector, b: Vector) -> Vector { unsafe a.with(LLVMBuildFDiv(a.builder.place, a.ref, b.ref, "")) }
    static prefix func - (a: Vector) -> Vector { unsafe a.with(LLVMBuildFNeg(a.builder.place, a.ref, "")) }
    static func + (a: Vector, b: Double) -> Vector { a + a.like(b) }
    static func - (a: Vector, b: Double) -> Vector { a - a.like(b) }
    static func - (a: Double, b: Vector) -> Vector { b.like(a) - b }
    static func * (a: Double, b: Vector) -> Vector { b.like(a) * b }
    static func / (a: Double, b: Vector) -> Vector { b.like(a) / b }

    private func intrinsic(_ name: String) -> Vector {
        unsafe with(builder.callIntrinsic(name, over: [builder.type(type)], [ref]))
    }

    var squareRoot: Vector { intrinsic("llvm.sqrt") }
    var magnitude: Vector { intrinsic("llvm.fabs") }
    var floor: Vector { intrinsic("llvm.floor") }

    // MARK: Comparisons

    private static func compared(_ a: Vector, _ b: Vector, _ predicate: LLVMRealPredicate) -> Condition {
        unsafe Condition(LLVMBuildFCmp(a.builder.place, predicate, a.ref, b.ref, ""), a.builder)
    }

    // As everywhere, a NaN is unequal to everything, and neither less nor greater.
    static func .== (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealOEQ) }
    static func .!= (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealUNE) }
    static func .< (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealOLT) }
    static func .<= (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealOLE) }
    static func .> (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealOGT) }
    static func .>= (a: Vector, b: Vector) -> Condition { compared(a, b, LLVMRealOGE) }
    static func .== (a: Vector, b: Double) -> Condition { a .== a.like(b) }
    static func .!= (a: Vector, b: Double) -> Condition { a .!= a.like(b) }
    static func .< (a: Vector, b: Double) -> Condition { a .< a.like(b) }
    static func .> (a: Vector, b: Double) -> Condition { a .> a.like(b) }

    /// Not less than that, and not equal to it: greater, or one of the two is a NaN. And not at least as large.
    func isNot(atMost b: Vector) -> Condition { Self.compared(self, b, LLVMRealUGT) }
    func isNot(atLeast b: Double) -> Condition { Self.compared(self, like(b), LLVMRealULT) }
    var isNaN: Condition { isNaN(or: self) }
    var isNumber: Condition { Self.compared(self, self, LLVMRealORD) }
    /// Whether this or the other is a NaN.
    func isNaN(or other: Vector) -> Condition { Self.compared(self, other, LLVMRealUNO) }

    // MARK: Lanes

    /// The one number in every lane.
    func broadcast(_ type: LaneType) -> Vector {
        if type.lanes == 1 { return self }
        if unsafe LLVMIsConstant(ref) != 0 {
            return unsafe Vector(builder.constantVector(ref, type.lanes), builder, type)
        }
        let empty = unsafe LLVMGetUndef(builder.type(type))
        let first = unsafe LLVMBuildInsertElement(builder.place, empty, ref, builder.int32(0), "")
        let zeros = unsafe LLVMConstNull(builder.vector(builder.int32, type.lanes))
        return unsafe Vector(LLVMBuildShuffleVector(builder.place, first, empty, zeros, ""), builder, type)
    }

    func inserting(_ number: Vector, at lane: Int) -> Vector {
        unsafe with(LLVMBuildInsertElement(builder.place, ref, number.ref, builder.int32(lane), ""))
    }

    subscript(lane: Int) -> Vector {
        let number = unsafe LLVMBuildExtractElement(builder.place, ref, builder.int32(lane), "")
        return unsafe Vector(number, builder, type.with(lanes: 1))
    }

    /// The lanes of two vectors, picked by index; the second's begin where the first's end.
    func shuffled(with other: Vector, _ lanes: [Int]) -> Vector {
        var indices: [LLVMValueRef?] = unsafe lanes.map { unsafe builder.int32($0) }
        let picked = unsafe LLVMConstVector(&indices, UInt32(lanes.count))
        let made = unsafe LLVMBuildShuffleVector(builder.place, ref, other.ref, picked, "")
        return unsafe Vector(made, builder, type.with(lanes: lanes.count))
    }

    // MARK: Conversions

    /// Doubles out of floats and back, lane by lane.
    func converted(to element: ElementType) -> Vector {
        let type = LaneType(element: element, lanes: type.lanes)
        return unsafe Vector(LLVMBuildFPCast(builder.place, ref, builder.type(type), ""), builder, type)
    }

    /// The same bits, as whole numbers.
    var bits: Bits { unsafe Bits(LLVMBuildBitCast(builder.place, ref, builder.integerType(type), ""), builder, type) }
}

/// `a·b + c`, rounded once where the processor can do that, twice where it cannot.
func fma(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    let builder = a.builder
    let made = unsafe builder.callIntrinsic("llvm.fmuladd", over: [builder.type(a.type)], [a.ref, b.ref, c.ref])
    return unsafe Vector(made, builder, a.type)
}
func fma(_ a: Vector, _ b: Vector, _ c: Double) -> Vector { fma(a, b, a.like(c)) }
func fma(_ a: Double, _ b: Vector, _ c: Vector) -> Vector { fma(b.like(a), b, c) }
func fma(_ a: Double, _ b: Vector, _ c: Double) -> Vector { fma(b.like(a), b, b.like(c)) }
