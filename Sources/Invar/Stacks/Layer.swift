/// A layer. Yours is a value whose `body` says what it consists of; one that computes by itself is a ``ComputingLayer``:
///
///     struct BasicBlock: Layer {
///         let width: Int, stride: Int
///         var body: Stack<Maps, Maps> {
///             Residual {
///                 Conv(width, kernel: 3, stride: stride); BatchNorm(); ReLU()
///                 Conv(width, kernel: 3); BatchNorm(zeroInitialized: true)
///             } shortcut: {
///                 if stride > 1 { Conv(width, kernel: 1, stride: stride); BatchNorm() }
///             }
///             ReLU()
///         }
///     }
///
/// Its parameters are named after the type and its place among the others: `encoder.basicblock1.conv1.weight`.
/// ``named(_:)`` gives another name, ``Sequential`` numbers its layers instead.
public protocol Layer<Input, Output>: Sendable {
    /// What it takes.
    associatedtype Input: Kind
    /// What it gives.
    associatedtype Output: Kind

    /// The layers that it consists of.
    @StackBuilder var body: Stack<Input, Output> { get }
}

extension Layer {
    /// This layer with `name` in the names of its parameters: `Conv(64, kernel: 7).named("stem")` has `stem.weight`.
    public func named(_ name: String) -> some Layer<Input, Output> { Named(name, self) }
}

struct Named<Base: Layer>: ComputingLayer {
    typealias Input = Base.Input
    typealias Output = Base.Output

    let label: LayerLabel
    let title: String
    private let stage: Stage

    init(_ name: String, _ base: Base) {
        label = .named(name)
        title = (base as? any ComputingLayer)?.title ?? typeName(of: base)
        stage = Stage(base, at: nil)
    }

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor { try stage.apply(to: x, in: scope) }
}
