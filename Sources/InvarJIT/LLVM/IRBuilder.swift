import CLLVM
import InvarGraph

/// Writes instructions at the end of the current block. Valid only inside `LLVMModule.write`.
///
/// What code computes are values that know their builder: `Index`, `Address`, `Vector`, `Bits`, `Condition`. They are written with
/// the usual signs, and a sign is an instruction, unless what it gives is known already.
final class IRBuilder {
    let context: LLVMContextRef
    let module: LLVMModuleRef
    /// Where the next instruction goes.
    let place: LLVMBuilderRef
    let target: CodeTarget
    /// The module's own functions, by name.
    var functions: [String: (ref: LLVMValueRef, type: LLVMTypeRef)] = [:]

    let byte, int1, int32, int64, address: LLVMTypeRef

    init(context: LLVMContextRef, module: LLVMModuleRef, place: LLVMBuilderRef, target: CodeTarget) {
        (self.context, self.module, self.place, self.target) = (context, module, place, target)
        byte = required(LLVMInt8TypeInContext(context))
        int1 = required(LLVMInt1TypeInContext(context))
        int32 = required(LLVMInt32TypeInContext(context))
        int64 = required(LLVMInt64TypeInContext(context))
        address = required(LLVMPointerType(byte, 0))
    }

    // MARK: Types

    func type(_ type: LaneType) -> LLVMTypeRef {
        vector(
            type.element == .float32 ? LLVMFloatTypeInContext(context) : LLVMDoubleTypeInContext(context), type.lanes)
    }

    /// Whole numbers as wide as the elements.
    func integerType(_ type: LaneType) -> LLVMTypeRef {
        vector(type.element == .float32 ? int32 : int64, type.lanes)
    }

    func vector(_ element: LLVMTypeRef, _ lanes: Int) -> LLVMTypeRef {
        lanes == 1 ? element : LLVMVectorType(element, UInt32(lanes))
    }

    // MARK: Constants

    func int32(_ value: Int) -> LLVMValueRef { required(LLVMConstInt(int32, UInt64(value), 0)) }

    /// The same constant in every lane.
    func constantVector(_ value: LLVMValueRef, _ lanes: Int) -> LLVMValueRef {
        if lanes == 1 { return value }
        var all = [LLVMValueRef?](repeating: value, count: lanes)
        return required(LLVMConstVector(&all, UInt32(lanes)))
    }

    // MARK: Calls of what the module does not have

    /// An intrinsic that is overloaded over these types.
    @discardableResult
    func callIntrinsic(_ name: String, over types: [LLVMTypeRef], _ arguments: [LLVMValueRef]) -> LLVMValueRef {
        let id = LLVMLookupIntrinsicID(name, name.utf8.count)
        var types: [LLVMTypeRef?] = types
        let function = LLVMGetIntrinsicDeclaration(module, id, &types, types.count)
        return call(required(function), LLVMIntrinsicGetType(context, id, &types, types.count), arguments)
    }

    /// A function of the C library, from numbers to a number: `tanh`, `pow`
    func callLibrary(_ name: String, _ arguments: [Vector]) -> Vector {
        let type = arguments[0].type
        let one = self.type(type)
        var parameters = [LLVMTypeRef?](repeating: one, count: arguments.count)
        let functionType = LLVMFunctionType(one, &parameters, UInt32(parameters.count), 0)
        let function = LLVMGetNamedFunction(module, name) ?? LLVMAddFunction(module, name, functionType)
        return Vector(call(required(function), functionType, arguments.map(\.ref)), self, type)
    }

    @discardableResult
    func call(_ function: LLVMValueRef, _ type: LLVMTypeRef?, _ arguments: [LLVMValueRef]) -> LLVMValueRef {
        var arguments: [LLVMValueRef?] = arguments
        return required(LLVMBuildCall2(place, type, function, &arguments, UInt32(arguments.count), ""))
    }
}

/// What LLVM's interface gives for any input that is right.
func required<T>(_ value: T?) -> T {
    guard let value else { preconditionFailure("internal: LLVM gave nothing") }
    return value
}
