import CLLVM

extension IRBuilder {
    /// A kernel: a function of a table of addresses, the tile, and the worker that computes it.
    @inline(never)
    func kernel(_ name: String, _ body: (_ table: Address, _ tile: Index, _ worker: Index) -> Void) {
        // Another kernel's functions may have the same names, and be other ones.
        unsafe functions = [:]
        let (_, _, parameters) = unsafe begin(name, parameters: [address, int64, int64], isPrivate: false)
        unsafe body(
            Address(parameters[0], self, of: .float64), Index(parameters[1], self), Index(parameters[2], self))
        unsafe LLVMBuildRetVoid(place)
    }

    /// Calls a function that only this kernel has, and which is never inlined: its registers are its own. `body` writes it where
    /// it is called first; the name stands for all that it depends on but the arguments.
    @inline(never)
    func call<each Argument: Carried>(
        _ name: String, _ arguments: repeat each Argument, body: (repeat each Argument) -> Void
    ) {
        var values: [LLVMValueRef] = unsafe []
        repeat unsafe values += (each arguments).refs(self)
        if unsafe functions[name] == nil {
            let here = unsafe LLVMGetInsertBlock(place)
            let (function, type, parameters) = unsafe begin(
                name, parameters: values.map { unsafe required(LLVMTypeOf($0)) }, isPrivate: true)
            var rest = unsafe parameters[...]
            body(repeat unsafe (each arguments).taking(&rest, self))
            unsafe LLVMBuildRetVoid(place)
            unsafe LLVMPositionBuilderAtEnd(place, here)
            unsafe functions[name] = (function, type)
        }
        if let function = unsafe functions[name] { _ = unsafe call(function.ref, function.type, values) }
    }

    /// Adds a function, and goes on writing in it.
    private func begin(
        _ name: String, parameters: [LLVMTypeRef], isPrivate: Bool
    ) -> (ref: LLVMValueRef, type: LLVMTypeRef, parameters: [LLVMValueRef]) {
        var types: [LLVMTypeRef?] = unsafe parameters
        let type = unsafe required(LLVMFunctionType(LLVMVoidTypeInContext(context), &types, UInt32(types.count), 0))
        let function = unsafe required(LLVMAddFunction(module, name, type))
        unsafe mark(function, "nounwind")
        unsafe mark(function, "prefer-vector-width", "\(target.vectorBits)")
        if isPrivate {
            unsafe mark(function, "noinline")
            unsafe LLVMSetLinkage(function, LLVMInternalLinkage)
        }
        unsafe LLVMPositionBuilderAtEnd(place, LLVMAppendBasicBlockInContext(context, function, "entry"))
        return unsafe (function, type, parameters.indices.map { unsafe required(LLVMGetParam(function, UInt32($0))) })
    }

    private func mark(_ function: LLVMValueRef, _ attribute: String) {
        let kind = unsafe LLVMGetEnumAttributeKindForName(attribute, attribute.utf8.count)
        unsafe LLVMAddAttributeAtIndex(function, LLVMAttributeIndex.max, LLVMCreateEnumAttribute(context, kind, 0))
    }

    private func mark(_ function: LLVMValueRef, _ attribute: String, _ value: String) {
        let made = unsafe LLVMCreateStringAttribute(
            context, attribute, UInt32(attribute.utf8.count), value, UInt32(value.utf8.count))
        unsafe LLVMAddAttributeAtIndex(function, LLVMAttributeIndex.max, made)
    }
}
