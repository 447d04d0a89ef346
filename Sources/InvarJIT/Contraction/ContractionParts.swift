import InvarCompiler
import InvarGraph

/// A contraction with its prologue and its epilogue, as phases: pack the right side, compute the tiles, fold the partial sums.
///
/// A prologue or an epilogue that does not fit the tiles runs as a loop of its own, before or after.
struct ContractionParts {
    /// Something that the contraction reads: an operand of the step, or what the prologue computes.
    struct Source: Equatable {
        var shape: [Int]
        var operand: Int?
        var prologue: LoopForm?
    }

    let kind: Contraction.Kind
    let element: ElementType
    var sources: [Source]
    let result: [Int]
    /// Which of the step's results the contraction itself is written to.
    let place: Int
    /// What follows, and which of the step's results its roots are.
    let epilogue: LoopForm?
    let epilogueResults: [Int]
    /// How many operands the step has; in the epilogue, one more is the contraction's own result.
    let operandCount: Int
    let isSquare: Bool
    let title: String
    /// Operands of the step that only the caller changes, between runs.
    let constants: Set<Int>

    init(_ contraction: Contraction, _ step: Step, constants: Set<Int>, _ element: ElementType) {
        kind = contraction.kind
        (self.element, self.constants) = (element, constants)
        sources = contraction.operands.map { operand in
            switch operand.origin {
            case .operand(let number): Source(shape: operand.shape, operand: number)
            case .prologue(let nest):
                Source(shape: operand.shape, prologue: LoopForm(nest, element: element, keepsColumns: true))
            }
        }
        result = contraction.shape
        place = contraction.result
        operandCount = step.operands.count
        isSquare = contraction.left == contraction.right
        title = Self.title(kind, sources.map(\.shape), result, element)
        epilogueResults = contraction.epilogue?.results ?? []
        epilogue = contraction.epilogue.map {
            LoopForm($0.nest, element: element, contraction: step.operands.count, keepsColumns: true)
        }
    }

    /// Of a step that contracts; nothing where it does not.
    init?(of step: Step, constants: Set<Int>, _ element: ElementType) {
        guard let contraction = step.kernel.contraction else { return nil }
        self.init(contraction, step, constants: constants, element)
    }

    private static func title(_ kind: Contraction.Kind, _ shapes: [[Int]], _ result: [Int], _ element: ElementType)
        -> String
    {
        let sizes = (shapes + [result]).map { $0.map(String.init).joined(separator: "x") }
        return "\(kind.mnemonic).\(element.rawValue).\(sizes.joined(separator: "_"))"
    }

    /// Carries out a schedule that is possible here.
    func lowered(_ schedule: ContractionSchedule, for target: CodeTarget) -> StepCode {
        let (isWinograd, isDepthwise) = (schedule.method == .winograd, schedule.method == .depthwise)
        switch kind {
        case .product(let transposeA, let transposeB):
            if schedule.method == .symmetric { return symmetric(transposeA, schedule, target) }
            return assembled(matrix(transposeA, transposeB, schedule, target))
        case .convolution(let window):
            if isWinograd { return winograd(window, isTurned: false, schedule, target) }
            if isDepthwise { return depthwise(window, schedule) }
            return assembled(forward(window, schedule, target))
        case .inputGradient(let window):
            if isWinograd { return winograd(window, isTurned: true, schedule, target) }
            if isDepthwise { return depthwiseInputGradient(window, schedule) }
            return assembled(inputGradient(window, schedule, target))
        case .weightGradient(let window):
            if isWinograd { return winogradWeightGradient(window, schedule, target) }
            if isDepthwise { return depthwiseWeightGradient(window, schedule) }
            return weightGradient(window, schedule, target)
        }
    }
}
