import InvarGraph

extension Program {
    /// Reads the text form back: `Program(parsing: program.description) == program`. So a program can be written by hand, or sent
    /// with a report of an error, and run.
    ///
    /// - Throws: a `ParseError` with the line for text that is no program, or one that reads or writes where it has no memory.
    public init(parsing text: String) throws(ParseError) {
        var scanner = Scanner(text)
        self = try scanner.program()
        guard scanner.atEnd() else { throw scanner.failure("text goes on after the program") }
    }
}

extension Scanner {
    fileprivate mutating func program() throws(ParseError) -> Program {
        try expect("program")
        var program = Program(name: try quotedName(), element: try element())
        try expect("arena")
        program.arenaByteCount = try unsigned()
        try expect("{")
        while !take("}") {
            if take("input ") {
                program.inputs.append(try named(program))
            } else if take("state ") {
                program.states.append(try named(program))
            } else if take("return ") {
                program.outputs.append(try named(program))
            } else if take("b") {
                guard try integer() == program.buffers.count else {
                    throw failure("expected buffer b\(program.buffers.count)")
                }
                program.buffers.append(try buffer())
                try check(program.problem(of: program.buffers[program.buffers.count - 1]))
            } else {
                guard try integer() == program.steps.count else {
                    throw failure("expected step \(program.steps.count)")
                }
                program.steps.append(try step(program))
            }
        }
        try check(program.problemOfExchanges)
        return program
    }

    private mutating func buffer() throws(ParseError) -> Buffer {
        try expect(":")
        let type = try tensorType()
        if take("input") { return Buffer(storage: .input, type: type) }
        if take("state") { return Buffer(storage: .state, type: type) }
        try expect("arena")
        return Buffer(storage: .arena(offset: try unsigned()), type: type)
    }

    private mutating func named(_ program: Program) throws(ParseError) -> Program.NamedView {
        let name = try quotedName()
        try expect("=")
        return Program.NamedView(name: name, view: try view(program))
    }

    private mutating func view(_ program: Program) throws(ParseError) -> View {
        try expect("b")
        let buffer = try unsigned()
        guard program.buffers.indices.contains(buffer) else { throw failure("there is no buffer b\(buffer) above") }
        guard take("+") else { return View(buffer: buffer, shape: program.buffers[buffer].type.shape) }
        let offset = try unsigned()
        let shape = try integers()
        try checkShape(shape)
        let strides = take("by") ? try integers() : contiguousStrides(shape)
        let view = View(buffer: buffer, offset: offset, shape: shape, strides: strides)
        try check(program.problem(of: view))
        return view
    }

    private func checkShape(_ shape: [Int]) throws(ParseError) {
        do {
            try checkSize(TensorType(shape))
        } catch {
            throw failure(error.message)
        }
    }

    private func check(_ problem: String?) throws(ParseError) {
        if let problem { throw failure(problem) }
    }

    /// Comma-separated, up to the end.
    private mutating func several<Value>(
        _ read: (inout Scanner) throws(ParseError) -> Value
    ) throws(ParseError) -> [Value] {
        var values: [Value] = []
        repeat { values.append(try read(&self)) } while take(",")
        return values
    }

    // MARK: Steps

    private mutating func step(_ program: Program) throws(ParseError) -> Step {
        func views(_ scanner: inout Scanner) throws(ParseError) -> View { try scanner.view(program) }
        try expect(":")
        let results = try several(views)
        try expect("=")
        let mnemonic = try word()
        try expect("(")
        var operands: [View] = []
        if !take(")") {
            operands = try several(views)
            try expect(")")
        }
        let head = try head(mnemonic)
        let name = take("in ") ? try quotedName() : ""
        let site = take("at ") ? try site() : nil
        let isBackward = take("backward")
        let kernel = try kernel(head, operands, results)
        try check(program.problem(of: kernel, operands, results))
        return Step(
            kernel, operands, results, of: program.element, name: name, site: site, isBackward: isBackward)
    }

    private enum Head {
        case loop
        case contraction(Contraction.Kind)
        /// A pooling, a factorization or a collective, which has no body.
        case plain(Kernel)
    }

    /// What stands on the step's first line.
    private mutating func head(_ mnemonic: String) throws(ParseError) -> Head {
        let words = mnemonic.split(separator: ".", maxSplits: 1).map(String.init)
        if Collective.mnemonics.contains(words[0]) {
            guard let phase = words.count == 1 ? .whole : CollectivePhase(rawValue: words[1]) else {
                throw failure("“\(mnemonic)” is no kernel")
            }
            return .plain(.collective(try collective(words[0]), phase))
        }
        switch mnemonic {
        case "loop": return .loop
        case "matmul":
            let transposeA = take("transposeA")
            return .contraction(.product(transposeA: transposeA, transposeB: take("transposeB")))
        case "convolution": return .contraction(.convolution(try window()))
        case "convolution.inputGradient": return .contraction(.inputGradient(try window()))
        case "convolution.weightGradient": return .contraction(.weightGradient(try window()))
        case "maxPool": return .plain(.maxPool(try window()))
        case "maxPool.gradient": return .plain(.maxPoolGradient(try window()))
        case "cholesky": return .plain(.cholesky)
        case "triangularSolve": return .plain(.triangularSolve(transposed: take("transposed")))
        default: throw failure("“\(mnemonic)” is no kernel")
        }
    }

    private mutating func window() throws(ParseError) -> Window {
        func setting(_ key: String, _ scanner: inout Scanner) throws(ParseError) -> [Int] {
            try scanner.expect("\(key)=")
            return try scanner.integers()
        }
        var window = Window(
            kernel: try setting("kernel", &self), strides: try setting("strides", &self),
            padding: try setting("padding", &self))
        if take("groups=") { window.groups = try integer() }
        return window
    }

    private mutating func kernel(_ head: Head, _ operands: [View], _ results: [View]) throws(ParseError) -> Kernel {
        switch head {
        case .plain(let kernel): return kernel
        case .loop: return .loop(try nest())
        case .contraction(let kind):
            guard take("{") else {
                guard let plain = Contraction.plain(kind, operands, results) else {
                    throw failure("a contraction of \(operands.count) operands says which are its two sides")
                }
                return .contraction(plain)
            }
            let (left, right) = (try side("left"), try side("right"))
            try expect("result")
            let (result, shape) = (try unsigned(), try integers())
            var contraction = Contraction(kind, left, right, shape: shape, result: result)
            if take("epilogue") {
                let places = try several { scanner throws(ParseError) in try scanner.unsigned() }
                contraction.epilogue = Contraction.Epilogue(try nest(), results: places)
            }
            try expect("}")
            return .contraction(contraction)
        }
    }

    private mutating func side(_ name: String) throws(ParseError) -> Contraction.Operand {
        try expect(name)
        try expect("=")
        if take("$") {
            let number = try unsigned()
            return Contraction.Operand(try integers(), .operand(number))
        }
        try expect("prologue")
        let shape = try integers()
        return Contraction.Operand(shape, .prologue(try nest()))
    }

    // MARK: Nests

    private mutating func nest() throws(ParseError) -> LoopNest {
        try expect("{")
        var nest = LoopNest(axes: [], sources: [], instructions: [], results: [])
        if !take("once") {
            try expect("for")
            nest.axes = try several { scanner throws(ParseError) in
                LoopNest.Axis(try scanner.unsigned(), isReduced: scanner.take("reduced"))
            }
        }
        while !take("}") {
            if take("x") {
                guard try unsigned() == nest.sources.count else {
                    throw failure("expected source x\(nest.sources.count)")
                }
                try expect("=")
                let memory = try memory()
                nest.sources.append(LoopNest.Source(memory, strides: try integers()))
            } else if take("v") {
                guard try unsigned() == nest.instructions.count else {
                    throw failure("expected value v\(nest.instructions.count)")
                }
                try expect("=")
                nest.instructions.append(try instruction())
            } else {
                nest.results.append(try result())
            }
        }
        return nest
    }

    private mutating func memory() throws(ParseError) -> LoopNest.Source.Memory {
        if take("$") { return .operand(try unsigned()) }
        if take("contraction") { return .contraction }
        try expect("index")
        return .index
    }

    private mutating func value() throws(ParseError) -> Int {
        try expect("v")
        return try unsigned()
    }

    private mutating func instruction() throws(ParseError) -> LoopNest.Instruction {
        let mnemonic = try word()
        switch mnemonic {
        case "load", "index":
            try expect("x")
            let source = try unsigned()
            return mnemonic == "load" ? .load(source) : .index(source)
        case "constant":
            let text = try word()
            guard let value = Double(text), !value.isNaN else { throw failure("“\(text)” is no number") }
            return .constant(value)
        default: break
        }
        try expect("(")
        let inputs = try several { scanner throws(ParseError) in try scanner.value() }
        try expect(")")
        if let kind = Unary(rawValue: mnemonic), inputs.count == 1 { return .unary(kind, inputs[0]) }
        if let kind = Binary(rawValue: mnemonic), inputs.count == 2 { return .binary(kind, inputs[0], inputs[1]) }
        if let kind = Comparison(rawValue: mnemonic), inputs.count == 2 { return .compare(kind, inputs[0], inputs[1]) }
        if mnemonic == "select", inputs.count == 3 { return .select(inputs[0], inputs[1], inputs[2]) }
        throw failure("“\(mnemonic)” of \(inputs.count) values is no instruction")
    }

    private mutating func result() throws(ParseError) -> LoopNest.Result {
        let mnemonic = try word()
        let value = try value()
        if mnemonic == "store" { return LoopNest.Result(value, .store(try integers())) }
        guard let kind = Reduction(rawValue: mnemonic) else { throw failure("“\(mnemonic)” is no result of a nest") }
        return LoopNest.Result(value, .reduce(kind))
    }
}
