/// Layers one after another. Only the kinds at its two ends are in the type, so that a long stack type-checks as fast
/// as a short one.
public struct Stack<Input: Kind, Output: Kind>: Sendable {
    package let stages: [Stage]

    package init(_ stages: [Stage]) { self.stages = stages }

    /// The same layers between other kinds, where the builder knows that they fit.
    func between<I, O>(_: I.Type = I.self, _: O.Type = O.self) -> Stack<I, O> { Stack<I, O>(stages) }

    /// What a builder folds with.
    func then<M, O>(_ next: Stack<M, O>) -> [Stage] { stages + next.stages }
}

/// One layer in a stack, and the line that put it there.
package struct Stage: Sendable {
    private enum Content: Sendable {
        case computing(any ComputingLayer)
        /// The layers of a body.
        case layers([Stage])
    }

    /// What its parameters are named after.
    let label: LayerLabel
    private let content: Content
    let site: Site?

    /// A layer that computes stands for itself; another one for the layers of its body, under its name.
    init(_ layer: some Layer, at site: Site?) {
        self.site = site
        if let computing = layer as? any ComputingLayer {
            (label, content) = (computing.label, .computing(computing))
        } else {
            (label, content) = (.counted(typeName(of: layer).lowercased()), .layers(layer.body.stages))
        }
    }

    /// What comes out of the layer for `x`. `scope` is its own place, the line is set.
    func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        switch content {
        case .computing(let layer): try computed(layer, x, scope)
        case .layers(let stages): try scope.apply(stages, to: x)
        }
    }

    /// With a look at what goes in and what comes out: the layer may index the axes that its kinds promise.
    private func computed<Computing: ComputingLayer>(
        _ layer: Computing, _ x: Tensor, _ scope: Scope
    ) throws -> Tensor {
        if let problem = Axes(of: Computing.Input.self).problem(x) { throw scope.fail("\(layer.title) \(problem)") }
        let y = try layer.apply(to: x, in: scope)
        // After a mistake in a formula there is no tensor, and the mistake is what is thrown.
        if y.id == nil { return y }
        let promised = Axes(of: Computing.Output.self)
        try scope.expect(
            promised.fit(y, after: x),
            "\(layer.title) gives \(y.described) for \(x.described), and its Output is \(Computing.Output.self)")
        scope.capture.note(layer, from: x, to: y, path: scope.path)
        return y
    }
}
