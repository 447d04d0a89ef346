import InvarGraph

/// The text form: buffers with their place and type, then the steps in order. `Program(parsing:)` reads it back as an equal program.
/// What stands behind `//` is for people: what bounds a step.
///
/// ```
/// program "vicreg" f32 arena 65536 {  // 41 steps, 3.1 MiB arena, 12.5 GFLOP, 80.2 MiB
///   b0 : f32[256,784] input
///   b7 : f32[256,1024] arena 0
///   input "view1" = b0
///   0: b7 = matmul(b0, b3) transposeB in "encoder.linear1" at "Models/MLP.swift:9"  // 411.0 MFLOP, 4.8 MiB
///   1: b8 = loop(b7) in "encoder.relu1" {  // 0.3 MFLOP, 2.0 MiB
///     for 262144
///     x0 = $0[1]
///     v0 = load x0
///     v1 = constant 0.0
///     v2 = maximum(v0, v1)
///     store v2[1]
///   }
///   return "loss" = b31
/// }
/// ```
///
/// `$0` is the step's first operand, numbers in brackets are strides along the axes behind `for`; `LoopNest` and `Contraction` say the rest.
extension Program: CustomStringConvertible {
    /// The text form. `Program(parsing:)` makes an equal program of it.
    public var description: String {
        var lines = [
            "program \(quoted(name)) \(element.rawValue) arena \(arenaByteCount) {  // \(steps.count) steps, "
                + "\(mebibytes(arenaByteCount)) arena, \(operations(flops)), \(mebibytes(bytes))"
                + (collectiveCount == 0 ? "" : ", \(mebibytes(sentBytes)) sent in \(collectiveCount) collectives")
        ]
        for (index, buffer) in buffers.enumerated() { lines.append("  b\(index) : \(buffer.type) \(place(buffer))") }
        for input in inputs { lines.append("  input \(quoted(input.name)) = \(text(input.view))") }
        for state in states { lines.append("  state \(quoted(state.name)) = \(text(state.view))") }
        for (index, step) in steps.enumerated() { lines += self.lines(index, step).map { "  " + $0 } }
        for output in outputs { lines.append("  return \(quoted(output.name)) = \(text(output.view))") }
        return (lines + ["}"]).joined(separator: "\n")
    }

    private func place(_ buffer: Buffer) -> String {
        switch buffer.storage {
        case .input: "input"
        case .state: "state"
        case .arena(let offset): "arena \(offset)"
        }
    }

    private func lines(_ index: Int, _ step: Step) -> [String] {
        var text = "\(index): " + step.results.map(self.text).joined(separator: ", ") + " = \(step.kernel.mnemonic)"
        text += "(" + step.operands.map(self.text).joined(separator: ", ") + ")"
        for attribute in step.kernel.attributes { text += " " + attribute }
        if !step.name.isEmpty { text += " in \(quoted(step.name))" }
        if let site = step.site { text += " at \(quoted(site.description))" }
        if step.isBackward { text += " backward" }
        let body = step.kernel.body(step.operands, step.results)
        let exchanged =
            step.kernel.collective == nil || step.kernel.phase == .finish
            ? "" : ", \(sent(step.sentBytes(of: element))) sent"
        let costs = "  // \(operations(step.flops)), \(mebibytes(step.bytes))" + exchanged
        return body.isEmpty ? [text + costs] : [text + " {" + costs] + body.map { "  " + $0 } + ["}"]
    }

    /// A whole buffer by its number alone, a part of one with its place.
    func text(_ view: View) -> String {
        if view == View(buffer: view.buffer, shape: buffers[view.buffer].type.shape) { return "b\(view.buffer)" }
        return "b\(view.buffer)+\(view.offset)\(list(view.shape))"
            + (view.strides == contiguousStrides(view.shape) ? "" : "by\(list(view.strides))")
    }

    /// Most exchanges are small.
    private func sent(_ bytes: Int) -> String { bytes < 1 << 20 ? "\(tenths(bytes, 1024)) KiB" : mebibytes(bytes) }

    private func operations(_ count: Int) -> String {
        count < 1_000_000_000 ? "\(tenths(count, 1_000_000)) MFLOP" : "\(tenths(count, 1_000_000_000)) GFLOP"
    }
}

extension Kernel {
    /// What it is set to, beside its body: `transposeB`, `kernel=[3,3]`.
    public var attributes: [String] {
        switch self {
        case .loop: []
        case .contraction(let contraction): contraction.kind.attributes
        case .maxPool(let window), .maxPoolGradient(let window): window.attributes
        case .cholesky: []
        case .triangularSolve(let transposed): transposed ? ["transposed"] : []
        case .collective(let collective, _): collective.attributes.map { "\($0.key)=\($0.value)" }
        }
    }

    /// Its nests, line by line, and whatever does not go without saying.
    public func body(_ operands: [View], _ results: [View]) -> [String] {
        switch self {
        case .loop(let nest): nest.lines
        case .contraction(let contraction): contraction.lines(operands, results)
        case .maxPool, .maxPoolGradient, .cholesky, .triangularSolve, .collective: []
        }
    }
}

extension LoopNest {
    /// One line for the axes, each source, each instruction, each result.
    public var lines: [String] {
        let space = axes.map { "\($0.size)" + ($0.isReduced ? " reduced" : "") }.joined(separator: ", ")
        var lines = [axes.isEmpty ? "once" : "for " + space]
        for (index, source) in sources.enumerated() {
            lines.append("x\(index) = \(source.memory.text)\(list(source.strides))")
        }
        for (index, instruction) in instructions.enumerated() { lines.append("v\(index) = \(instruction.text)") }
        for result in results {
            switch result.fate {
            case .store(let strides): lines.append("store v\(result.value)\(list(strides))")
            case .reduce(let kind): lines.append("\(kind.rawValue) v\(result.value)")
            }
        }
        return lines
    }
}

extension LoopNest.Source.Memory {
    fileprivate var text: String {
        switch self {
        case .operand(let number): "$\(number)"
        case .contraction: "contraction"
        case .index: "index"
        }
    }
}

extension LoopNest.Instruction {
    fileprivate var text: String {
        switch self {
        case .load(let source): "load x\(source)"
        case .index(let source): "index x\(source)"
        case .constant(let value): "constant \(value)"
        case .unary(let kind, let a): "\(kind.rawValue)(v\(a))"
        case .binary(let kind, let a, let b): "\(kind.rawValue)(v\(a), v\(b))"
        case .compare(let kind, let a, let b): "\(kind.rawValue)(v\(a), v\(b))"
        case .select(let a, let b, let c): "select(v\(a), v\(b), v\(c))"
        }
    }
}

extension Contraction {
    /// Nothing for one by itself, of whole operands.
    fileprivate func lines(_ operands: [View], _ results: [View]) -> [String] {
        if self == .plain(kind, operands, results) { return [] }
        var lines = side("left", left) + side("right", right) + ["result \(result)\(list(shape))"]
        if let epilogue {
            lines += block("epilogue " + epilogue.results.map(String.init).joined(separator: ", "), epilogue.nest)
        }
        return lines
    }

    private func side(_ name: String, _ operand: Operand) -> [String] {
        switch operand.origin {
        case .operand(let number): ["\(name) = $\(number)\(list(operand.shape))"]
        case .prologue(let nest): block("\(name) = prologue\(list(operand.shape))", nest)
        }
    }

    private func block(_ title: String, _ nest: LoopNest) -> [String] {
        [title + " {"] + nest.lines.map { "  " + $0 } + ["}"]
    }

    /// One whose operands and result are the step's, whole; nothing where there are not as many.
    static func plain(_ kind: Kind, _ operands: [View], _ results: [View]) -> Contraction? {
        guard (1...2).contains(operands.count), results.count == 1, let right = operands.last else { return nil }
        return Contraction(
            kind, Operand(operands[0].shape, .operand(0)), Operand(right.shape, .operand(operands.count - 1)),
            shape: results[0].shape)
    }
}

extension Contraction.Kind {
    fileprivate var attributes: [String] {
        switch self {
        case .product(let transposeA, let transposeB):
            (transposeA ? ["transposeA"] : []) + (transposeB ? ["transposeB"] : [])
        case .convolution(let window), .inputGradient(let window), .weightGradient(let window): window.attributes
        }
    }
}

extension Window {
    fileprivate var attributes: [String] {
        ["kernel=\(list(kernel))", "strides=\(list(strides))", "padding=\(list(padding))"]
            + (groups == 1 ? [] : ["groups=\(groups)"])
    }
}
