import CLLVM

/// Loops and branches. What a loop is carrying, each turn hands to the next; the loop gives what the last one made.
extension IRBuilder {
    /// `for i in 0..<count`. Once or never is no loop.
    @discardableResult
    func loop<each State: Carried>(
        _ count: Int, carrying first: repeat each State, body: (Index, repeat each State) -> (repeat each State)
    ) -> (repeat each State) {
        loop(to: Index(count), carrying: repeat each first, body: body)
    }

    /// `for i in stride(from:to:by:)`, where the bounds may be known only when the kernel runs. May be empty.
    @discardableResult
    func loop<each State: Carried>(
        from start: Index = .zero, to end: Index, step: Int = 1, carrying first: repeat each State,
        body: (Index, repeat each State) -> (repeat each State)
    ) -> (repeat each State) {
        if let start = start.known, let end = end.known {
            if start >= end { return (repeat each first) }
            if start + step >= end { return body(Index(start), repeat each first) }
        }
        var begun: [LLVMValueRef] = []
        repeat begun += (each first).refs(self)
        let loop = IRLoop(self, from: start, to: end, begun)
        var carried = loop.carried[...]
        let next = body(loop.index, repeat (each first).taking(&carried, self))
        var made: [LLVMValueRef] = []
        repeat made += (each next).refs(self)
        var last = loop.finished(step: step, made)[...]
        return (repeat (each first).taking(&last, self))
    }

    /// Does one thing or the other; gives what the branch taken made.
    func branch<Made: Carried>(_ condition: Condition, then: () -> Made, else other: () -> Made) -> Made {
        if let known = condition.known { return known ? then() : other() }
        let (yes, no, after) = (addBlock("then"), addBlock("else"), addBlock("joined"))
        LLVMBuildCondBr(place, condition.ref(self), yes, no)
        LLVMPositionBuilderAtEnd(place, yes)
        let a = then()
        let fromA = leave(to: after)
        LLVMPositionBuilderAtEnd(place, no)
        let b = other()
        let fromB = leave(to: after)
        LLVMPositionBuilderAtEnd(place, after)
        var merged = zip(a.refs(self), b.refs(self)).map { merge($0, from: fromA, $1, from: fromB) }[...]
        return a.taking(&merged, self)
    }

    func branch(_ condition: Condition, then: () -> Void, else other: () -> Void = {}) {
        func nothing(_ body: () -> Void) -> [Index] {
            body()
            return []
        }
        _ = branch(condition) {
            nothing(then)
        } else: {
            nothing(other)
        }
    }

    /// Code of its own for the last of the parts of `size` that `total` things are cut into, where it is smaller.
    func part(_ index: Index, of total: Int, by size: Int, _ body: (_ count: Int) -> Void) {
        let parts = total.parts(of: size)
        let last = total - (parts - 1) * size
        if last == size { return body(size) }
        if parts == 1 { return body(last) }
        branch(index .== parts - 1) {
            body(last)
        } else: {
            body(size)
        }
    }

    // MARK: Blocks

    fileprivate func addBlock(_ name: String) -> LLVMBasicBlockRef {
        required(LLVMAppendBasicBlockInContext(context, LLVMGetBasicBlockParent(LLVMGetInsertBlock(place)), name))
    }

    /// Ends a block by going on in another; gives the one that was ended.
    fileprivate func leave(to block: LLVMBasicBlockRef) -> LLVMBasicBlockRef {
        defer { LLVMBuildBr(place, block) }
        return required(LLVMGetInsertBlock(place))
    }

    fileprivate func merge(
        _ a: LLVMValueRef, from blockA: LLVMBasicBlockRef, _ b: LLVMValueRef, from blockB: LLVMBasicBlockRef
    ) -> LLVMValueRef {
        let phi = phi(a, from: blockA)
        addIncoming(phi, b, from: blockB)
        return phi
    }

    fileprivate func phi(_ value: LLVMValueRef, from block: LLVMBasicBlockRef) -> LLVMValueRef {
        let phi = required(LLVMBuildPhi(place, LLVMTypeOf(value), ""))
        addIncoming(phi, value, from: block)
        return phi
    }

    fileprivate func addIncoming(_ phi: LLVMValueRef, _ value: LLVMValueRef, from block: LLVMBasicBlockRef) {
        var values: [LLVMValueRef?] = [value]
        var blocks: [LLVMBasicBlockRef?] = [block]
        LLVMAddIncoming(phi, &values, &blocks, 1)
    }
}

/// A loop whose turns are being written: turns until the end is reached, and around them, where the bounds are not known, a test
/// whether there is anything to do.
private struct IRLoop {
    let index: Index
    let carried: [LLVMValueRef]

    private let builder: IRBuilder
    private let end: Index
    private let begun: [LLVMValueRef]
    private let turn: LLVMBasicBlockRef
    /// Where it is gone on from when there is nothing to do, and to.
    private var around: (before: LLVMBasicBlockRef, after: LLVMBasicBlockRef)?

    init(_ builder: IRBuilder, from start: Index, to end: Index, _ begun: [LLVMValueRef]) {
        (self.builder, self.end, self.begun) = (builder, end, begun)
        if start.known == nil || end.known == nil {
            let before = required(LLVMGetInsertBlock(builder.place))
            let inside = builder.addBlock("loop.begin")
            let after = builder.addBlock("loop.after")
            LLVMBuildCondBr(builder.place, (start .< end).ref(builder), inside, after)
            LLVMPositionBuilderAtEnd(builder.place, inside)
            around = (before, after)
        }
        turn = builder.addBlock("turn")
        let before = builder.leave(to: turn)
        LLVMPositionBuilderAtEnd(builder.place, turn)
        index = Index(builder.phi(start.ref(builder), from: before), builder)
        carried = begun.map { builder.phi($0, from: before) }
    }

    /// Ends a turn that made these; gives what the last turn made.
    func finished(step: Int, _ made: [LLVMValueRef]) -> [LLVMValueRef] {
        precondition(made.count == begun.count, "internal: a loop hands on \(made.count) of \(begun.count) values")
        let following = index + step
        let last = required(LLVMGetInsertBlock(builder.place))
        let done = builder.addBlock("done")
        LLVMBuildCondBr(builder.place, (following .< end).ref(builder), turn, done)
        builder.addIncoming(index.ref(builder), following.ref(builder), from: last)
        for (phi, value) in zip(carried, made) { builder.addIncoming(phi, value, from: last) }
        LLVMPositionBuilderAtEnd(builder.place, done)
        guard let around else { return made }
        let block = builder.leave(to: around.after)
        LLVMPositionBuilderAtEnd(builder.place, around.after)
        return zip(begun, made).map { builder.merge($0, from: around.before, $1, from: block) }
    }
}
