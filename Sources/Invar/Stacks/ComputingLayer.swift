/// A layer that computes by itself, with tensors, where a `body` of other layers is not enough. Yours is one function:
///
///     /// A learned factor for each channel.
///     struct Scale: ComputingLayer {
///         func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
///             x * (try scope.parameter("weight", [x.shape[x.rank - 1]], .ones))
///         }
///     }
///
/// It keeps the kind that it is given, unless `Input` and `Output` say otherwise:
///
///     struct MaxOverTokens: ComputingLayer {
///         typealias Input = Tokens
///         typealias Output = Rows
///         func apply(to x: Tensor, in scope: Scope) -> Tensor { x.max([1]) }
///     }
///
/// The gradient is derived and the kernels are made from what `apply` writes down, as they are for the layers that Invar has:
/// each of them is such a layer too. Parameters, running statistics, random numbers and other layers inside are the ``Scope``'s.
public protocol ComputingLayer<Input, Output>: Layer {
    /// What it takes: ``Same``, which is any kind, where nothing else is said.
    associatedtype Input = Same
    /// What it gives: what it takes, where nothing else is said.
    associatedtype Output = Input

    /// What its parameters are named after: its type's name, counted, where nothing else is said.
    var label: LayerLabel { get }

    /// What error messages call it: `Linear(10)`. Its type's name, where nothing else is said.
    var title: String { get }

    /// Writes down what the layer computes, once for each view.
    ///
    /// - Parameters:
    ///   - x: N×H×W×C for ``Maps``, N×1×S×C for ``Signals``, N×T×C for ``Tokens``, N×C for ``Rows``; that it is of the kind `Input` was looked at.
    ///   - scope: the layer's own place among the others, and whatever it needs beside `x`.
    /// - Returns: a tensor of the kind `Output`. Where that is ``Same`` or ``Vectors`` it has as many axes as `x`.
    /// - Throws: what ``Scope/fail(_:)`` makes, for values that the layer cannot work with.
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor
}

extension ComputingLayer {
    /// The layer itself: nobody has to write it.
    public var body: Stack<Input, Output> { return Stack([Stage(self, at: nil)]) }

    /// `scale1`, `scale2`, … for a type named `Scale`.
    public var label: LayerLabel { .counted(typeName(of: self).lowercased()) }
    /// `Scale`
    public var title: String { typeName(of: self) }
}

/// How a layer gets its name in the place where it stands.
public enum LayerLabel: Sendable, Hashable {
    /// `conv` becomes `conv1`, `conv2`, … in the order of the lines.
    case counted(String)
    /// This name as it is: what ``Layer/named(_:)`` gives. Two of the same in one place are an error if they have parameters.
    case named(String)
    /// None of its own: what is inside takes its names in the place around.
    case transparent
}

/// `SqueezeExcitation`, without what it is generic over.
func typeName(of layer: some Layer) -> String { String("\(type(of: layer))".prefix { $0 != "<" }) }
