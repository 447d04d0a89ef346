import CLLVM
import InvarGraph

/// Writes instructions at the end of the current block. Valid only inside `LLVMModule.write`.
///
/// What code computes are values that know their builder: `Index`, `Address`, `Vector`, `Bits`, `Condition`. They are written with
/// the usual signs, and a sign is an instruction, unless what it gives is known already.
@safe
final class IRBuilder {
    let context: LLVMContextRef
    let module: LLVMModuleRef
    /// Where the next instruction goes.
    let place: LLVMBuilderRef
    let target: CodeTarget
    /// The functions of the kernel that is written, by name.
    var functions: [String: (ref: LLVMValueRef, type: LLVMTypeRef)] = unsafe [:]

    let byte, int1, int32, int64, address: LLVMTypeRef

    init(context: LLVMContextRef, module: LLVMModuleRef, place: LLVMBuilderRef, target: CodeTarget) {
        unsafe (self.context, self.module, self.place, self.target) = (context, module, place, target)
        unsafe byte = required(LLVMInt8TypeInContext(context))
        unsafe int1 = required(LLVMInt1TypeInContext(context))
        unsafe int32 = required(LLVMInt32TypeInContext(context))
        unsafe int64 = required(LLVMInt64TypeInContext(context))
        unsafe address = required(LLVMPointerType(byte, 0))
    }

    // MARK: Types

    func type(_ type: LaneType) -> LLVMTypeRef {
        unsafe vector(
            type.element == .float32 ? LLVMFloatTypeInContext(context) : LLVMDoubleTypeInContext(context), type.lanes)
    }

    /// Whole numbers as wide as the elements.
    func integerType(_ type: LaneType) -> LLVMTypeRef {
        unsafe vector(type.element == .float32 ? int32 : int64, type.lanes)
    }

    func vector(_ element: LLVMTypeRef, _ lanes: Int) -> LLVMTypeRef {
        unsafe lanes == 1 ? element : LLVMVectorType(element, UInt32(lanes))
    }

    // MARK: Constants

    func int32(_ value: Int) -> LLVMValueRef { unsafe required(LLVMConstInt(int32, UInt64(value), 0)) }

    /// The same constant in every lane.
    func constantVector(_ value: LLVMValueRef, _ lanes: Int) -> LLVMValueRef {
        if lanes == 1 { return unsafe value }
        var all = unsafe [LLVMValueRef?](repeating: value, count: lanes)
        return unsafe required(LLVMConstVector(&all, UInt32(lanes)))
    }

    // MARK: Calls of what the module does not have

    /// An intrinsic that is overloaded over these types.
    @discardableResult
    func callIntrinsic(_ name: String, over types: [LLVMTypeRef], _ arguments: [LLVMValueRef]) -> LLVMValueRef {
        let id = unsafe LLVMLookupIntrinsicID(name, name.utf8.count)
        var types: [LLVMTypeRef?] = unsafe types
        let function = unsafe LLVMGetIntrinsicDeclaration(module, id, &types, types.count)
        return unsafe call(required(function), LLVMIntrinsicGetType(context, id, &types, types.count), arguments)
    }

    /// A function of the C library, from numbers to a number: `tanh`, `pow`
    func callLibrary(_ name: String, _ arguments: [Vector]) -> Vector {
        let type = arguments[0].type
        let one = unsafe self.type(type)
        var parameters = unsafe [LLVMTypeRef?](repeating: one, count: arguments.count)
        let functionType = unsafe LLVMFunctionType(one, &parameters, UInt32(parameters.count), 0)
        let function = unsafe LLVMGetNamedFunction(module, name) ?? LLVMAddFunction(module, name, functionType)
        return unsafe Vector(call(required(function), functionType, arguments.map(unsafe \.ref)), self, type)
    }

    @discardableResult
    func call(_ function: LLVMValueRef, _ type: LLVMTypeRef?, _ arguments: [LLVMValueRef]) -> LLVMValueRef {
        var arguments: [LLVMValueRef?] = unsafe arguments
        return unsafe required(LLVMBuildCall2(place, type, function, &arguments, UInt32(arguments.count), ""))
    }
}

/// What LLVM's interface gives for any input that is right.
func required<T>(_ value: T?) -> T {
    guard let value else { preconditionFailure("internal: LLVM gave nothing") }
    return value
}
