import InvarCompiler
import InvarGraph

extension Kernel {
    /// What the text form has behind a step's `=`.
    var json: JSON {
        switch self {
        case .loop(let nest): nest.json
        case .contraction(let contraction): contraction.json
        case .maxPool(let window), .maxPoolGradient(let window): .object([("window", window.json)])
        case .cholesky: .object([])
        case .triangularSolve(let transposed): .object([("transposed", .bool(transposed))])
        case .collective(let collective, _):
            .object(collective.attributes.map { ($0.key, JSON(attribute: $0.value)) })
        }
    }
}

extension Contraction {
    fileprivate var json: JSON {
        var fields: [(String, JSON)] = []
        switch kind {
        case .product(let transposeA, let transposeB):
            fields += [("transposeA", .bool(transposeA)), ("transposeB", .bool(transposeB))]
        case .convolution(let window), .inputGradient(let window), .weightGradient(let window):
            fields.append(("window", window.json))
        }
        fields += [("left", left.json), ("right", right.json), ("shape", .ints(shape)), ("result", .int(result))]
        if let epilogue {
            fields.append(("epilogue", epilogue.nest.json))
            fields.append(("epilogueResults", .ints(epilogue.results)))
        }
        return .object(fields)
    }
}

extension Contraction.Operand {
    fileprivate var json: JSON {
        let shape = ("shape", JSON.ints(shape))
        switch origin {
        case .operand(let number): return .object([shape, ("operand", .int(number))])
        case .prologue(let nest): return .object([shape, ("prologue", nest.json)])
        }
    }
}

extension LoopNest {
    fileprivate var json: JSON {
        .object([
            ("axes", .array(axes.map { .object([("size", .int($0.size)), ("reduced", .bool($0.isReduced))]) })),
            ("sources", .array(sources.map(\.json))),
            ("instructions", .array(instructions.map(\.json))),
            ("results", .array(results.map(\.json))),
        ])
    }
}

extension LoopNest.Source {
    fileprivate var json: JSON {
        let strides = ("strides", JSON.ints(strides))
        switch memory {
        case .operand(let number): return .object([("operand", .int(number)), strides])
        case .contraction: return .object([("contraction", .bool(true)), strides])
        case .index: return .object([("index", .bool(true)), strides])
        }
    }
}

extension LoopNest.Instruction {
    fileprivate var json: JSON {
        switch self {
        case .load(let source): .object([("op", .string("load")), ("source", .int(source))])
        case .index(let source): .object([("op", .string("index")), ("source", .int(source))])
        case .constant(let value):
            .object([("op", .string("constant")), ("value", JSON(attribute: "\(value)"))])
        case .unary(let kind, _): .object([("op", .string(kind.rawValue)), ("inputs", .ints(inputs))])
        case .binary(let kind, _, _): .object([("op", .string(kind.rawValue)), ("inputs", .ints(inputs))])
        case .compare(let kind, _, _): .object([("op", .string(kind.rawValue)), ("inputs", .ints(inputs))])
        case .select: .object([("op", .string("select")), ("inputs", .ints(inputs))])
        }
    }
}

extension LoopNest.Result {
    fileprivate var json: JSON {
        switch fate {
        case .store(let strides): .object([("store", .int(value)), ("strides", .ints(strides))])
        case .reduce(let kind): .object([("reduce", .int(value)), ("kind", .string(kind.rawValue))])
        }
    }
}

extension Window {
    fileprivate var json: JSON {
        .object([
            ("kernel", .ints(kernel)), ("strides", .ints(strides)), ("padding", .ints(padding)),
            ("groups", .int(groups)),
        ])
    }
}
