import CLLVM

/// Loops and branches. What a loop is carrying, each turn hands to the next; the loop gives what the last one made.
///
/// What takes a closure here, and `load` and `store`, are never inlined: Swift's optimizer would write each of them once more for each of the hundreds of closures, which took a
/// third of the time that this target takes to compile.
extension IRBuilder {
    /// `for i in 0..<count`. Once or never is no loop.
    @discardableResult
    @inline(never)
    func loop<each State: Carried>(
        _ count: Int, carrying first: repeat each State, body: (Index, repeat each State) -> (repeat each State)
    ) -> (repeat each State) {
        loop(to: Index(count), carrying: repeat each first, body: body)
    }

    /// `for i in stride(from:to:by:)`, where the bounds may be known only when the kernel runs. May be empty.
    @discardableResult
    @inline(never)
    func loop<each State: Carried>(
        from start: Index = .zero, to end: Index, step: Int = 1, carrying first: repeat each State,
        body: (Index, repeat each State) -> (repeat each State)
    ) -> (repeat each State) {
        if let start = start.known, let end = end.known {
            if start >= end { return (repeat each first) }
            if start + step >= end { return body(Index(start), repeat each first) }
        }
        var begun: [LLVMValueRef] = unsafe []
        repeat unsafe begun += (each first).refs(self)
        let loop = unsafe IRLoop(self, from: start, to: end, begun)
        var carried = unsafe loop.carried[...]
        let next = body(loop.index, repeat unsafe (each first).taking(&carried, self))
        var made: [LLVMValueRef] = unsafe []
        repeat unsafe made += (each next).refs(self)
        var last = unsafe loop.finished(step: step, made)[...]
        return (repeat unsafe (each first).taking(&last, self))
    }

    /// Does one thing or the other; gives what the branch taken made.
    @inline(never)
    func branch<Made: Carried>(_ condition: Condition, then: () -> Made, else other: () -> Made) -> Made {
        if let known = condition.known { return known ? then() : other() }
        let (yes, no, after) = unsafe (addBlock("then"), addBlock("else"), addBlock("joined"))
        unsafe LLVMBuildCondBr(place, condition.ref(self), yes, no)
        unsafe LLVMPositionBuilderAtEnd(place, yes)
        let a = then()
        let fromA = unsafe leave(to: after)
        unsafe LLVMPositionBuilderAtEnd(place, no)
        let b = other()
        let fromB = unsafe leave(to: after)
        unsafe LLVMPositionBuilderAtEnd(place, after)
        var merged = unsafe zip(a.refs(self), b.refs(self)).map { unsafe merge($0, from: fromA, $1, from: fromB) }[...]
        return unsafe a.taking(&merged, self)
    }

    @inline(never)
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
    @inline(never)
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
        let function = unsafe LLVMGetBasicBlockParent(LLVMGetInsertBlock(place))
        return unsafe required(LLVMAppendBasicBlockInContext(context, function, name))
    }

    /// Ends a block by going on in another; gives the one that was ended.
    fileprivate func leave(to block: LLVMBasicBlockRef) -> LLVMBasicBlockRef {
        defer { unsafe LLVMBuildBr(place, block) }
        return unsafe required(LLVMGetInsertBlock(place))
    }

    fileprivate func merge(
        _ a: LLVMValueRef, from blockA: LLVMBasicBlockRef, _ b: LLVMValueRef, from blockB: LLVMBasicBlockRef
    ) -> LLVMValueRef {
        let phi = unsafe phi(a, from: blockA)
        unsafe addIncoming(phi, b, from: blockB)
        return unsafe phi
    }

    fileprivate func phi(_ value: LLVMValueRef, from block: LLVMBasicBlockRef) -> LLVMValueRef {
        let phi = unsafe required(LLVMBuildPhi(place, LLVMTypeOf(value), ""))
        unsafe addIncoming(phi, value, from: block)
        return unsafe phi
    }

    fileprivate func addIncoming(_ phi: LLVMValueRef, _ value: LLVMValueRef, from block: LLVMBasicBlockRef) {
        var values: [LLVMValueRef?] = unsafe [value]
        var blocks: [LLVMBasicBlockRef?] = unsafe [block]
        unsafe LLVMAddIncoming(phi, &values, &blocks, 1)
    }
}

/// A loop whose turns are being written: turns until the end is reached, and around them, where the bounds are not known, a test
/// whether there is anything to do.
@safe
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
        unsafe (self.builder, self.end, self.begun) = (builder, end, begun)
        if start.known == nil || end.known == nil {
            let before = unsafe required(LLVMGetInsertBlock(builder.place))
            let inside = unsafe builder.addBlock("loop.begin")
            let after = unsafe builder.addBlock("loop.after")
            unsafe LLVMBuildCondBr(builder.place, (start .< end).ref(builder), inside, after)
            unsafe LLVMPositionBuilderAtEnd(builder.place, inside)
            unsafe around = (before, after)
        }
        unsafe turn = builder.addBlock("turn")
        let before = unsafe builder.leave(to: turn)
        unsafe LLVMPositionBuilderAtEnd(builder.place, turn)
        index = unsafe Index(builder.phi(start.ref(builder), from: before), builder)
        unsafe carried = begun.map { unsafe builder.phi($0, from: before) }
    }

    /// Ends a turn that made these; gives what the last turn made.
    func finished(step: Int, _ made: [LLVMValueRef]) -> [LLVMValueRef] {
        precondition(
            unsafe made.count == begun.count,
            unsafe "internal: a loop hands on \(made.count) of \(begun.count) values")
        let following = index + step
        let last = unsafe required(LLVMGetInsertBlock(builder.place))
        let done = unsafe builder.addBlock("done")
        unsafe LLVMBuildCondBr(builder.place, (following .< end).ref(builder), turn, done)
        unsafe builder.addIncoming(index.ref(builder), following.ref(builder), from: last)
        unsafe zip(carried, made).forEach { unsafe builder.addIncoming($0, $1, from: last) }
        unsafe LLVMPositionBuilderAtEnd(builder.place, done)
        guard let around = unsafe around else { return unsafe made }
        let block = unsafe builder.leave(to: around.after)
        unsafe LLVMPositionBuilderAtEnd(builder.place, around.after)
        return unsafe zip(begun, made).map { unsafe builder.merge($0, from: around.before, $1, from: block) }
    }
}
