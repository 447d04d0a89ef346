import CLLVM

extension IRBuilder {
    // MARK: Functions

    /// A kernel: a function of a table of addresses, the tile, and the worker that computes it.
    func kernel(_ name: String, _ body: (_ table: IRValue, _ tile: IRValue, _ worker: IRValue) -> Void) {
        _ = function(name, parameters: [address, int64, int64], isPrivate: false) { body($0[0], $0[1], $0[2]) }
    }

    /// A function of addresses that only this module calls, never inlined: registers are its own.
    func privateFunction(_ name: String, addresses: Int, _ body: ([IRValue]) -> Void) -> IRFunction {
        function(name, parameters: [LLVMTypeRef](repeating: address, count: addresses), isPrivate: true, body)
    }

    /// A function of addresses, then of integers, that only this module calls.
    func privateFunction(_ name: String, addresses: Int, integers: Int, _ body: ([IRValue]) -> Void) -> IRFunction {
        let parameters =
            [LLVMTypeRef](repeating: address, count: addresses) + [LLVMTypeRef](repeating: int64, count: integers)
        return function(name, parameters: parameters, isPrivate: true, body)
    }

    private func function(
        _ name: String, parameters: [LLVMTypeRef], isPrivate: Bool, _ body: ([IRValue]) -> Void
    ) -> IRFunction {
        let here = LLVMGetInsertBlock(builder)
        var types: [LLVMTypeRef?] = parameters
        let type = LLVMFunctionType(LLVMVoidTypeInContext(context), &types, UInt32(types.count), 0)
        guard let type, let function = LLVMAddFunction(module, name, type) else {
            preconditionFailure("internal: LLVM gave nothing")
        }
        mark(function, "nounwind")
        mark(function, "prefer-vector-width", "\(target.vectorBits)")
        if isPrivate {
            mark(function, "noinline")
            LLVMSetLinkage(function, LLVMInternalLinkage)
        }
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"))
        body(
            parameters.indices.map { index in
                guard let parameter = LLVMGetParam(function, UInt32(index)) else {
                    preconditionFailure("internal: LLVM gave nothing")
                }
                return IRValue(ref: parameter)
            })
        LLVMBuildRetVoid(builder)
        if let here { LLVMPositionBuilderAtEnd(builder, here) }
        return IRFunction(ref: function, type: type)
    }

    func call(_ function: IRFunction, _ arguments: [IRValue]) {
        var arguments: [LLVMValueRef?] = arguments.map(\.ref)
        LLVMBuildCall2(builder, function.type, function.ref, &arguments, UInt32(arguments.count), "")
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

    // MARK: Loops and branches

    /// `for i in 0..<count`, `count` known. Once or never is no loop.
    func loop(_ count: Int, _ body: (_ index: IRValue) -> Void) {
        _ = loop(count, carrying: []) { index, _ in
            body(index)
            return []
        }
    }

    /// The same, with values that each turn hands to the next; gives what the last one made.
    func loop(
        _ count: Int, carrying first: [IRValue], _ body: (_ index: IRValue, _ carried: [IRValue]) -> [IRValue]
    ) -> [IRValue] {
        if count <= 0 { return first }
        if count == 1 { return body(int(0), first) }
        return turns(from: int(0), to: int(count), step: 1, first, body)
    }

    /// `for i in stride(from:to:by:)`, where the bounds may be known only when the kernel runs. May be empty.
    func loop(
        from start: IRValue, to end: IRValue, step: Int = 1, carrying first: [IRValue] = [],
        _ body: (_ index: IRValue, _ carried: [IRValue]) -> [IRValue]
    ) -> [IRValue] {
        if let start = known(start), let end = known(end) {
            if start >= end { return first }
            if start + step >= end { return body(int(start), first) }
            return turns(from: int(start), to: int(end), step: step, first, body)
        }
        // Around it a test whether there is anything to do.
        let before = LLVMGetInsertBlock(builder)
        let function = LLVMGetBasicBlockParent(before)
        let inside = LLVMAppendBasicBlockInContext(context, function, "loop.begin")
        let after = LLVMAppendBasicBlockInContext(context, function, "loop.after")
        LLVMBuildCondBr(builder, compare(LLVMIntSLT, start, end).ref, inside, after)
        LLVMPositionBuilderAtEnd(builder, inside)
        let last = turns(from: start, to: end, step: step, first, body)
        let done = LLVMGetInsertBlock(builder)
        LLVMBuildBr(builder, after)
        LLVMPositionBuilderAtEnd(builder, after)
        return zip(first, last).map { merge($0.0, from: before, $0.1, from: done) }
    }

    /// Turns until the end is reached, one at least.
    private func turns(
        from start: IRValue, to end: IRValue, step: Int, _ first: [IRValue],
        _ body: (IRValue, [IRValue]) -> [IRValue]
    ) -> [IRValue] {
        let before = LLVMGetInsertBlock(builder)
        let function = LLVMGetBasicBlockParent(before)
        let turn = LLVMAppendBasicBlockInContext(context, function, "turn")
        LLVMBuildBr(builder, turn)
        LLVMPositionBuilderAtEnd(builder, turn)
        let index = phi(int64, start, from: before)
        let carried = first.map { phi(LLVMTypeOf($0.ref), $0, from: before) }
        let next = body(IRValue(ref: index), carried.map { IRValue(ref: $0) })
        precondition(next.count == first.count, "internal: a loop hands on \(next.count) of \(first.count) values")
        let following = add(IRValue(ref: index), int(step))
        let last = LLVMGetInsertBlock(builder)
        let after = LLVMAppendBasicBlockInContext(context, function, "done")
        LLVMBuildCondBr(builder, compare(LLVMIntSLT, following, end).ref, turn, after)
        incoming(index, following, from: last)
        for (phi, value) in zip(carried, next) { incoming(phi, value, from: last) }
        LLVMPositionBuilderAtEnd(builder, after)
        return next
    }

    /// Does one thing or the other, by a condition (one bit); gives the values that the branch taken made.
    func branch(_ condition: IRValue, then: () -> [IRValue], else other: () -> [IRValue]) -> [IRValue] {
        let function = LLVMGetBasicBlockParent(LLVMGetInsertBlock(builder))
        let yes = LLVMAppendBasicBlockInContext(context, function, "then")
        let no = LLVMAppendBasicBlockInContext(context, function, "else")
        let after = LLVMAppendBasicBlockInContext(context, function, "joined")
        LLVMBuildCondBr(builder, condition.ref, yes, no)
        func write(_ block: LLVMBasicBlockRef?, _ body: () -> [IRValue]) -> ([IRValue], LLVMBasicBlockRef?) {
            LLVMPositionBuilderAtEnd(builder, block)
            let values = body()
            let end = LLVMGetInsertBlock(builder)
            LLVMBuildBr(builder, after)
            return (values, end)
        }
        let (a, fromA) = write(yes, then)
        let (b, fromB) = write(no, other)
        LLVMPositionBuilderAtEnd(builder, after)
        return zip(a, b).map { merge($0.0, from: fromA, $0.1, from: fromB) }
    }

    private func merge(
        _ a: IRValue, from blockA: LLVMBasicBlockRef?, _ b: IRValue, from blockB: LLVMBasicBlockRef?
    ) -> IRValue {
        let phi = phi(LLVMTypeOf(a.ref), a, from: blockA)
        incoming(phi, b, from: blockB)
        return IRValue(ref: phi)
    }

    private func phi(_ type: LLVMTypeRef?, _ value: IRValue, from block: LLVMBasicBlockRef?) -> LLVMValueRef {
        guard let phi = LLVMBuildPhi(builder, type, "") else { preconditionFailure("internal: LLVM gave nothing") }
        incoming(phi, value, from: block)
        return phi
    }

    private func incoming(_ phi: LLVMValueRef, _ value: IRValue, from block: LLVMBasicBlockRef?) {
        var values: [LLVMValueRef?] = [value.ref]
        var blocks: [LLVMBasicBlockRef?] = [block]
        LLVMAddIncoming(phi, &values, &blocks, 1)
    }
}

/// A function of the module, to be called from others.
struct IRFunction {
    let ref: LLVMValueRef
    let type: LLVMTypeRef
}

extension IRBuilder {
    /// How two integers compare.
    enum Relation { case equal, notEqual, less, lessUnsigned }

    func compare(_ relation: Relation, _ a: IRValue, _ b: IRValue) -> IRValue {
        switch relation {
        case .equal: compare(LLVMIntEQ, a, b)
        case .less: compare(LLVMIntSLT, a, b)
        case .notEqual: compare(LLVMIntNE, a, b)
        case .lessUnsigned: compare(LLVMIntULT, a, b)
        }
    }
}
