import CLLVM
import InvarGraph

/// A value in LLVM's code: a number, an address, or lanes of numbers.
struct IRValue {
    let ref: LLVMValueRef
}

/// What a vector holds. One lane is a plain number.
struct LaneType: Hashable, Sendable {
    var element: ElementType
    var lanes: Int

    func with(lanes: Int) -> LaneType { LaneType(element: element, lanes: lanes) }
    var byteCount: Int { lanes * element.byteCount }
}

/// Writes instructions at the end of the current block. Valid only inside `LLVMModule.write`.
///
/// Addresses are bytes, so that typed pointers (LLVM 14) and opaque ones (15 and later) are written alike.
struct IRBuilder {
    let context: LLVMContextRef
    let module: LLVMModuleRef
    let builder: LLVMBuilderRef
    let target: CodeTarget

    // MARK: Types

    var int1: LLVMTypeRef { LLVMInt1TypeInContext(context) }
    var int64: LLVMTypeRef { LLVMInt64TypeInContext(context) }
    var address: LLVMTypeRef { LLVMPointerType(LLVMInt8TypeInContext(context), 0) }

    func type(_ type: LaneType) -> LLVMTypeRef {
        vector(
            type.element == .float32 ? LLVMFloatTypeInContext(context) : LLVMDoubleTypeInContext(context), type.lanes)
    }

    /// Integers as wide as the elements.
    func integerType(_ type: LaneType) -> LLVMTypeRef {
        vector(
            type.element == .float32 ? LLVMInt32TypeInContext(context) : LLVMInt64TypeInContext(context), type.lanes)
    }

    func maskType(_ lanes: Int) -> LLVMTypeRef { vector(int1, lanes) }

    private func vector(_ element: LLVMTypeRef, _ lanes: Int) -> LLVMTypeRef {
        lanes == 1 ? element : LLVMVectorType(element, UInt32(lanes))
    }

    // MARK: Integers (64 bits: positions, counts, addresses)

    func int(_ value: Int) -> IRValue { IRValue(ref: LLVMConstInt(int64, UInt64(bitPattern: Int64(value)), 1)) }

    /// The value where it is known now.
    func known(_ value: IRValue) -> Int? {
        LLVMIsAConstantInt(value.ref) == nil ? nil : Int(LLVMConstIntGetSExtValue(value.ref))
    }

    func add(_ a: IRValue, _ b: IRValue) -> IRValue {
        if known(a) == 0 { return b }
        if known(b) == 0 { return a }
        return IRValue(ref: LLVMBuildNSWAdd(builder, a.ref, b.ref, ""))
    }
    func subtract(_ a: IRValue, _ b: IRValue) -> IRValue {
        known(b) == 0 ? a : IRValue(ref: LLVMBuildNSWSub(builder, a.ref, b.ref, ""))
    }
    func multiply(_ a: IRValue, _ b: Int) -> IRValue {
        if b == 1 { return a }
        if b == 0 { return int(0) }
        return IRValue(ref: LLVMBuildNSWMul(builder, a.ref, int(b).ref, ""))
    }
    func product(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildNSWMul(builder, a.ref, b.ref, "")) }
    /// Of numbers that are not negative.
    func divide(_ a: IRValue, _ b: Int) -> IRValue {
        b == 1 ? a : IRValue(ref: LLVMBuildUDiv(builder, a.ref, int(b).ref, ""))
    }
    func remainder(_ a: IRValue, _ b: Int) -> IRValue {
        b == 1 ? int(0) : IRValue(ref: LLVMBuildURem(builder, a.ref, int(b).ref, ""))
    }
    func minimum(_ a: IRValue, _ b: IRValue) -> IRValue {
        if let a = known(a), let b = known(b) { return int(min(a, b)) }
        return choose(compare(LLVMIntSLT, a, b), a, b)
    }
    func compare(_ predicate: LLVMIntPredicate, _ a: IRValue, _ b: IRValue) -> IRValue {
        IRValue(ref: LLVMBuildICmp(builder, predicate, a.ref, b.ref, ""))
    }

    /// `a` where the condition (bits, one a lane or one for all) holds, else `b`.
    func choose(_ condition: IRValue, _ a: IRValue, _ b: IRValue) -> IRValue {
        IRValue(ref: LLVMBuildSelect(builder, condition.ref, a.ref, b.ref, ""))
    }

    // MARK: Memory

    /// An address some bytes further.
    func advance(_ pointer: IRValue, bytes: IRValue) -> IRValue {
        if known(bytes) == 0 { return pointer }
        var index: LLVMValueRef? = bytes.ref
        return IRValue(ref: LLVMBuildInBoundsGEP2(builder, LLVMInt8TypeInContext(context), pointer.ref, &index, 1, ""))
    }

    /// The address of an element.
    func advance(_ pointer: IRValue, _ elements: IRValue, of type: LaneType) -> IRValue {
        advance(pointer, bytes: multiply(elements, type.element.byteCount))
    }

    private func typed(_ pointer: IRValue, _ type: LLVMTypeRef) -> LLVMValueRef {
        LLVMBuildBitCast(builder, pointer.ref, LLVMPointerType(type, 0), "")
    }

    func loadAddress(_ pointer: IRValue) -> IRValue {
        IRValue(ref: LLVMBuildLoad2(builder, address, typed(pointer, address), ""))
    }

    func loadInt(_ pointer: IRValue) -> IRValue {
        IRValue(ref: LLVMBuildLoad2(builder, int64, typed(pointer, int64), ""))
    }

    /// Consecutive elements. Where a mask is given, lanes without it are 0 and are not touched in memory.
    func load(_ type: LaneType, _ pointer: IRValue, mask: IRValue? = nil) -> IRValue {
        let lanes = self.type(type)
        if let mask {
            return call(
                "llvm.masked.load", over: [lanes, LLVMPointerType(lanes, 0)],
                [typed(pointer, lanes), int32(type.element.byteCount).ref, mask.ref, LLVMConstNull(lanes)])
        }
        let load = LLVMBuildLoad2(builder, lanes, typed(pointer, lanes), "")
        LLVMSetAlignment(load, UInt32(type.element.byteCount))
        return IRValue(ref: required(load))
    }

    /// Consecutive elements; only those of the mask, where there is one.
    func store(_ value: IRValue, _ type: LaneType, _ pointer: IRValue, mask: IRValue? = nil) {
        let lanes = self.type(type)
        if let mask {
            _ = call(
                "llvm.masked.store", over: [lanes, LLVMPointerType(lanes, 0)],
                [value.ref, typed(pointer, lanes), int32(type.element.byteCount).ref, mask.ref])
            return
        }
        let store = LLVMBuildStore(builder, value.ref, typed(pointer, lanes))
        LLVMSetAlignment(store, UInt32(type.element.byteCount))
    }

    /// Asks for the cache line of this address: it will be read soon.
    func prefetch(_ pointer: IRValue) {
        let id = LLVMLookupIntrinsicID("llvm.prefetch", 13)
        var types: [LLVMTypeRef?] = [address]
        let function = LLVMGetIntrinsicDeclaration(module, id, &types, 1)
        let type = LLVMIntrinsicGetType(context, id, &types, 1)
        // To be read, into the second level, as data.
        var arguments: [LLVMValueRef?] = [pointer.ref, int32(0).ref, int32(2).ref, int32(1).ref]
        LLVMBuildCall2(builder, type, function, &arguments, 4, "")
    }

    /// Elements `stride` apart; lanes at or beyond `count` are 0 and are not touched.
    func gather(_ type: LaneType, _ pointer: IRValue, stride: Int, count: Int) -> IRValue {
        let one = type.with(lanes: 1)
        if type.lanes == 1 { return load(one, pointer) }
        var result = IRValue(ref: LLVMConstNull(self.type(type)))
        for lane in 0..<min(type.lanes, count) {
            result = insert(load(one, advance(pointer, int(lane * stride), of: type)), into: result, lane: lane)
        }
        return result
    }

    /// Writes lanes `stride` elements apart, the first `count` of them.
    func scatter(_ value: IRValue, _ type: LaneType, _ pointer: IRValue, stride: Int, count: Int) {
        let one = type.with(lanes: 1)
        if type.lanes == 1 { return store(value, one, pointer) }
        for lane in 0..<min(type.lanes, count) {
            store(extract(value, lane: lane), one, advance(pointer, int(lane * stride), of: type))
        }
    }

    /// Bits for the first `count` of so many lanes.
    func mask(_ lanes: Int, first count: Int) -> IRValue {
        if lanes == 1 { return IRValue(ref: LLVMConstInt(int1, count > 0 ? 1 : 0, 0)) }
        var bits: [LLVMValueRef?] = (0..<lanes).map { LLVMConstInt(int1, $0 < count ? 1 : 0, 0) }
        return IRValue(ref: required(LLVMConstVector(&bits, UInt32(lanes))))
    }

    /// Memory of the function, zeroed by nobody. Written at the function's beginning, so that a loop does not add to it.
    func stackSpace(bytes: Int, alignment: Int = 64) -> IRValue {
        let here = LLVMGetInsertBlock(builder)
        let entry = LLVMGetEntryBasicBlock(LLVMGetBasicBlockParent(here))
        if let first = LLVMGetFirstInstruction(entry) {
            LLVMPositionBuilderBefore(builder, first)
        } else {
            LLVMPositionBuilderAtEnd(builder, entry)
        }
        let type = LLVMArrayType(LLVMInt8TypeInContext(context), UInt32(bytes))
        let space = LLVMBuildAlloca(builder, type, "")
        LLVMSetAlignment(space, UInt32(alignment))
        let result = LLVMBuildBitCast(builder, space, address, "")
        LLVMPositionBuilderAtEnd(builder, here)
        return IRValue(ref: required(result))
    }

    /// A table of constants in the module: 64-bit integers.
    func table(_ values: [Int]) -> IRValue {
        var entries: [LLVMValueRef?] = values.map { int($0).ref }
        let type = LLVMArrayType(int64, UInt32(values.count))
        let global = required(LLVMAddGlobal(module, type, "table"))
        LLVMSetInitializer(global, LLVMConstArray(int64, &entries, UInt32(values.count)))
        LLVMSetGlobalConstant(global, 1)
        LLVMSetLinkage(global, LLVMInternalLinkage)
        return IRValue(ref: required(LLVMConstBitCast(global, address)))
    }

    func entry(_ index: IRValue, of table: IRValue) -> IRValue { loadInt(advance(table, bytes: multiply(index, 8))) }

    // MARK: Lanes

    func number(_ value: Double, _ type: LaneType) -> IRValue {
        broadcast(IRValue(ref: required(LLVMConstReal(self.type(type.with(lanes: 1)), value))), type)
    }

    /// The bits of an element in every lane, as an integer.
    func bits(_ value: Int64, _ type: LaneType) -> IRValue {
        let element = integerType(type.with(lanes: 1))
        return broadcast(IRValue(ref: required(LLVMConstInt(element, UInt64(bitPattern: value), 1))), type)
    }

    /// One number in every lane.
    func broadcast(_ value: IRValue, _ type: LaneType) -> IRValue {
        if type.lanes == 1 { return value }
        if LLVMIsConstant(value.ref) != 0 {
            var all = [LLVMValueRef?](repeating: value.ref, count: type.lanes)
            return IRValue(ref: required(LLVMConstVector(&all, UInt32(type.lanes))))
        }
        let one = LLVMTypeOf(value.ref)
        let empty = LLVMGetUndef(vector(required(one), type.lanes))
        let first = LLVMBuildInsertElement(builder, empty, value.ref, int32(0).ref, "")
        let zeros = LLVMConstNull(vector(LLVMInt32TypeInContext(context), type.lanes))
        return IRValue(ref: LLVMBuildShuffleVector(builder, first, empty, zeros, ""))
    }

    func insert(_ value: IRValue, into lanes: IRValue, lane: Int) -> IRValue {
        IRValue(ref: LLVMBuildInsertElement(builder, lanes.ref, value.ref, int32(lane).ref, ""))
    }

    func extract(_ lanes: IRValue, lane: Int) -> IRValue {
        IRValue(ref: LLVMBuildExtractElement(builder, lanes.ref, int32(lane).ref, ""))
    }

    /// The lanes of two vectors, picked by index; the second's begin where the first's end.
    func shuffle(_ a: IRValue, _ b: IRValue, _ lanes: [Int]) -> IRValue {
        var indices: [LLVMValueRef?] = lanes.map { int32($0).ref }
        return IRValue(
            ref: LLVMBuildShuffleVector(builder, a.ref, b.ref, LLVMConstVector(&indices, UInt32(lanes.count)), ""))
    }

    func fadd(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildFAdd(builder, a.ref, b.ref, "")) }
    func fsub(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildFSub(builder, a.ref, b.ref, "")) }
    func fmul(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildFMul(builder, a.ref, b.ref, "")) }
    func fdiv(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildFDiv(builder, a.ref, b.ref, "")) }
    func fneg(_ a: IRValue) -> IRValue { IRValue(ref: LLVMBuildFNeg(builder, a.ref, "")) }
    func compare(_ predicate: LLVMRealPredicate, _ a: IRValue, _ b: IRValue) -> IRValue {
        IRValue(ref: LLVMBuildFCmp(builder, predicate, a.ref, b.ref, ""))
    }

    /// `a·b + c`, rounded once where the processor can do that, twice where it cannot.
    func fma(_ a: IRValue, _ b: IRValue, _ c: IRValue, _ type: LaneType) -> IRValue {
        call("llvm.fmuladd", over: [self.type(type)], [a.ref, b.ref, c.ref])
    }

    /// An intrinsic of one argument: `llvm.sqrt`, `llvm.fabs`
    func unary(_ intrinsic: String, _ a: IRValue, _ type: LaneType) -> IRValue {
        call(intrinsic, over: [self.type(type)], [a.ref])
    }

    /// The same bits, as integers and back.
    func asInteger(_ a: IRValue, _ type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildBitCast(builder, a.ref, integerType(type), ""))
    }
    func asFloat(_ a: IRValue, _ type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildBitCast(builder, a.ref, self.type(type), ""))
    }
    /// Rounded to an integer towards zero, as wide as the element; and an integer's value as a number.
    func toInteger(_ a: IRValue, _ type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildFPToSI(builder, a.ref, integerType(type), ""))
    }
    func toFloat(_ a: IRValue, _ type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildSIToFP(builder, a.ref, self.type(type), ""))
    }
    /// Lanes of bits as 0 and 1.
    func toFloat(bits a: IRValue, _ type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildUIToFP(builder, a.ref, self.type(type), ""))
    }
    func and(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildAnd(builder, a.ref, b.ref, "")) }
    func or(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildOr(builder, a.ref, b.ref, "")) }
    func xor(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildXor(builder, a.ref, b.ref, "")) }
    /// Of integers of any width, lane by lane.
    func iadd(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildAdd(builder, a.ref, b.ref, "")) }
    func isub(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildSub(builder, a.ref, b.ref, "")) }
    func shiftLeft(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildShl(builder, a.ref, b.ref, "")) }
    func shiftRight(_ a: IRValue, _ b: IRValue) -> IRValue { IRValue(ref: LLVMBuildLShr(builder, a.ref, b.ref, "")) }

    /// Doubles out of floats and back, lane by lane.
    func convert(_ a: IRValue, to type: LaneType) -> IRValue {
        IRValue(ref: LLVMBuildFPCast(builder, a.ref, self.type(type), ""))
    }

    // MARK: Calls

    /// An intrinsic that is overloaded over these types.
    func call(_ intrinsic: String, over types: [LLVMTypeRef], _ arguments: [LLVMValueRef]) -> IRValue {
        let id = LLVMLookupIntrinsicID(intrinsic, intrinsic.utf8.count)
        var types: [LLVMTypeRef?] = types
        var arguments: [LLVMValueRef?] = arguments
        let function = LLVMGetIntrinsicDeclaration(module, id, &types, types.count)
        let type = LLVMIntrinsicGetType(context, id, &types, types.count)
        return IRValue(ref: LLVMBuildCall2(builder, type, function, &arguments, UInt32(arguments.count), ""))
    }

    /// A function of the C library, from numbers to a number: `tanh`, `pow`
    func callLibrary(_ name: String, _ arguments: [IRValue], _ element: ElementType) -> IRValue {
        let one = type(LaneType(element: element, lanes: 1))
        var parameters = [LLVMTypeRef?](repeating: one, count: arguments.count)
        let type = LLVMFunctionType(one, &parameters, UInt32(parameters.count), 0)
        let function = LLVMGetNamedFunction(module, name) ?? LLVMAddFunction(module, name, type)
        var arguments: [LLVMValueRef?] = arguments.map(\.ref)
        return IRValue(ref: LLVMBuildCall2(builder, type, function, &arguments, UInt32(arguments.count), ""))
    }

    private func int32(_ value: Int) -> IRValue {
        IRValue(ref: LLVMConstInt(LLVMInt32TypeInContext(context), UInt64(value), 0))
    }

    private func required<T>(_ value: T?) -> T {
        guard let value else { preconditionFailure("internal: LLVM gave nothing") }
        return value
    }
}

extension IRValue {
    fileprivate init(ref: LLVMValueRef?) {
        guard let ref else { preconditionFailure("internal: LLVM gave nothing") }
        self.ref = ref
    }
}
