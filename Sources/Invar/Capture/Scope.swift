/// A layer's place in an architecture: the path that its parameters' names begin with, and whatever a layer needs beside
/// its input. ``ComputingLayer/apply(to:in:)`` is given one.
///
///     let weight = try scope.parameter("weight", [channels], .ones)
public final class Scope {
    let capture: Capture
    let path: String
    private let numbered: Bool
    private var counts: [String: Int] = [:]

    /// - Parameter numbered: the layers inside are named 0, 1, 2, … whatever they are, as in torch's `nn.Sequential`.
    init(_ capture: Capture, path: String, numbered: Bool) {
        self.capture = capture
        self.path = path
        self.numbered = numbered
    }

    /// Whether the layer is trained, or used as it was trained: with the running statistics, without random numbers.
    public var isTraining: Bool { capture.mode == .training }

    // MARK: Mistakes

    /// The error to throw for a mistake of the user's: it carries the line that put the layer into the model.
    ///
    /// - Parameter message: what was found, and what to do about it.
    public func fail(_ message: String) -> Diagnostic { Diagnostic(message, at: capture.builder.site) }

    /// - Parameter message: what was found, and what to do about it.
    /// - Throws: ``fail(_:)``, where the condition does not hold.
    public func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws {
        if !condition { throw fail(message()) }
    }

    // MARK: Layers inside

    /// What layers inside of this one make of `x`. Their parameters are named after them, within this layer's name:
    ///
    ///     let gate = try scope.apply(to: x.mean([1, 2])) { Linear(16); ReLU(); Linear(channels); Sigmoid() }
    ///
    /// - Throws: a `Diagnostic` with the line of the layer that cannot take what it is given.
    public func apply<Input, Output>(
        to x: Tensor, @StackBuilder _ layers: () -> Stack<Input, Output>
    ) throws -> Tensor {
        try apply(layers().stages, to: x)
    }

    func apply(_ stages: [Stage], to x: Tensor) throws -> Tensor {
        try stages.reduce(x) { x, stage in
            let place = place(of: stage.label)
            return try capture.at(stage.site, place.path) { try stage.apply(to: x, in: place) }
        }
    }

    /// `stem` for the first, `stem2`, `stem3`, … for those that follow.
    func child(_ name: String, numbered: Bool) -> Scope {
        let count = count(name)
        return Scope(capture, path: "\(path).\(name)\(count == 1 ? "" : "\(count)")", numbered: numbered)
    }

    /// The same place, whose layers are numbered from here on.
    func numberingLayers() -> Scope { Scope(capture, path: path, numbered: true) }

    private func place(of label: LayerLabel) -> Scope {
        func inside(_ name: String) -> Scope { Scope(capture, path: "\(path).\(name)", numbered: false) }
        if case .named(let name) = label { return inside(name) }
        if numbered { return inside("\(count("") - 1)") }
        guard case .counted(let name) = label else { return self }
        return inside("\(name)\(count(name))")
    }

    private func count(_ name: String) -> Int {
        counts[name, default: 0] += 1
        return counts[name, default: 1]
    }
}

extension Tensor {
    /// `maps [256, 7, 7, 2048]`, `rows [256, 512]`
    package var described: String {
        switch rank {
        case 4: "maps \(shape)"
        case 3: "tokens \(shape)"
        case 2: "rows \(shape)"
        case 0: "a scalar"
        default: "a tensor \(shape)"
        }
    }
}
