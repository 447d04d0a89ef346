/// Layers one after another. Only the kinds at its two ends are in the type, so that a long stack type-checks as fast
/// as a short one.
public struct Stack<Input: Kind, Output: Kind>: Sendable {
    package let stages: [Stage]

    package init(_ stages: [Stage]) { self.stages = stages }

    /// The body of a layer that computes by itself.
    package init(_ operation: any Operation) { self.init([Stage(operation, at: nil)]) }

    /// The same layers between other kinds, where the builder knows that they fit.
    func between<I, O>(_: I.Type = I.self, _: O.Type = O.self) -> Stack<I, O> { Stack<I, O>(stages) }

    /// What a builder folds with.
    func then<M, O>(_ next: Stack<M, O>) -> [Stage] { stages + next.stages }
}

/// One layer in a stack, and the line that put it there.
package struct Stage: Sendable {
    package let operation: any Operation
    package let site: Site?

    package init(_ operation: any Operation, at site: Site?) {
        self.operation = operation
        self.site = site
    }

    /// A layer that computes by itself stands for itself; another one for the layers of its body, under its name.
    init(_ layer: some Layer, at site: Site?) {
        if let operation = layer as? any Operation {
            self.init(operation, at: site)
        } else {
            let name = "\(type(of: layer))".prefix { $0 != "<" }.lowercased()
            self.init(Composite(label: .counted(name), stages: layer.body.stages), at: site)
        }
    }
}

/// What a layer computes, written down once for each view.
package protocol Operation: Sendable {
    /// What its parameters are named after; nothing of its own, where nothing else is said.
    var label: Label { get }
    /// Adds the layer to the graph. `scope` is the layer's own place, the line is set.
    /// Throws a `Diagnostic` for what the layer cannot take.
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor
}

extension Operation {
    package var label: Label { .transparent }
}

/// How a layer gets its name in the scope around it.
package enum Label: Sendable, Hashable {
    /// `conv` becomes `conv1`, `conv2`, … in the order of the lines.
    case counted(String)
    case named(String)
    /// What is inside takes its names in the scope around.
    case transparent
}

/// The layers of a user's `Layer`.
struct Composite: Operation {
    let label: Label
    let stages: [Stage]

    func apply(to x: Tensor, in scope: Scope) throws -> Tensor { try scope.apply(stages, to: x) }
}
