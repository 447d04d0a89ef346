import CLLVM

extension IRBuilder {
    /// A kernel: a function of a table of addresses, the tile, and the worker that computes it.
    func kernel(_ name: String, _ body: (_ table: Address, _ tile: Index, _ worker: Index) -> Void) {
        let (_, _, parameters) = begin(name, parameters: [address, int64, int64], isPrivate: false)
        body(
            Address(parameters[0], self, of: .float64), Index(parameters[1], self), Index(parameters[2], self))
        LLVMBuildRetVoid(place)
    }

    /// Calls a function that only this module has, and which is never inlined: its registers are its own. `body` writes it where
    /// it is called first; the name stands for all that it depends on but the arguments.
    func call<each Argument: Carried>(
        _ name: String, _ arguments: repeat each Argument, body: (repeat each Argument) -> Void
    ) {
        var values: [LLVMValueRef] = []
        repeat values += (each arguments).refs(self)
        if functions[name] == nil {
            let here = LLVMGetInsertBlock(place)
            let (function, type, parameters) = begin(
                name, parameters: values.map { required(LLVMTypeOf($0)) }, isPrivate: true)
            var rest = parameters[...]
            body(repeat (each arguments).taking(&rest, self))
            LLVMBuildRetVoid(place)
            LLVMPositionBuilderAtEnd(place, here)
            functions[name] = (function, type)
        }
        if let function = functions[name] { _ = call(function.ref, function.type, values) }
    }

    /// Adds a function, and goes on writing in it.
    private func begin(
        _ name: String, parameters: [LLVMTypeRef], isPrivate: Bool
    ) -> (ref: LLVMValueRef, type: LLVMTypeRef, parameters: [LLVMValueRef]) {
        var types: [LLVMTypeRef?] = parameters
        let type = required(LLVMFunctionType(LLVMVoidTypeInContext(context), &types, UInt32(types.count), 0))
        let function = required(LLVMAddFunction(module, name, type))
        mark(function, "nounwind")
        mark(function, "prefer-vector-width", "\(target.vectorBits)")
        if isPrivate {
            mark(function, "noinline")
            LLVMSetLinkage(function, LLVMInternalLinkage)
        }
        LLVMPositionBuilderAtEnd(place, LLVMAppendBasicBlockInContext(context, function, "entry"))
        return (function, type, parameters.indices.map { required(LLVMGetParam(function, UInt32($0))) })
    }

    private func mark(_ function: LLVMValueRef, _ attribute: String) {
        let kind = LLVMGetEnumAttributeKindForName(attribute, attribute.utf8.count)
        LLVMAddAttributeAtIndex(function, LLVMAttributeIndex.max, LLVMCreateEnumAttribute(context, kind, 0))
    }

    private func mark(_ function: LLVMValueRef, _ attribute: String, _ value: String) {
        let made = LLVMCreateStringAttribute(
            context, attribute, UInt32(attribute.utf8.count), value, UInt32(value.utf8.count))
        LLVMAddAttributeAtIndex(function, LLVMAttributeIndex.max, made)
    }
}
