/// A layer's place: the path that its parameters' names begin with.
package final class Scope {
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

    var isTraining: Bool { capture.mode == .training }

    func fail(_ message: String) -> Diagnostic { Diagnostic(message, at: capture.builder.site) }

    func apply(_ stages: [Stage], to x: Tensor) throws -> Tensor {
        try stages.reduce(x) { x, stage in
            let place = place(of: stage.operation.label)
            return try capture.at(stage.site, place.path) { try stage.operation.apply(to: x, in: place) }
        }
    }

    /// `stem` for the first, `stem2`, `stem3`, … for those that follow.
    func child(_ name: String, numbered: Bool) -> Scope {
        let count = count(name)
        return Scope(capture, path: "\(path).\(name)\(count == 1 ? "" : "\(count)")", numbered: numbered)
    }

    /// The same place, whose layers are numbered from here on.
    func numberingLayers() -> Scope { Scope(capture, path: path, numbered: true) }

    private func place(of label: Label) -> Scope {
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

// MARK: State

extension Scope {
    func parameter(
        _ name: String, _ shape: [Int], _ initializer: Initializer, layout: StateSpec.Layout = .plain
    ) throws -> Tensor {
        try capture.declare(spec(name, shape, .parameter, initializer, layout))
    }

    /// The running statistic as the views before have left it.
    func statistic(_ name: String, _ shape: [Int], _ initializer: Initializer) throws -> Tensor {
        try capture.statistic(spec(name, shape, .statistic, initializer, .plain))
    }

    func update(_ statistic: String, _ value: Tensor) { capture.update("\(path).\(statistic)", value) }

    private func spec(
        _ name: String, _ shape: [Int], _ role: StateSpec.Role, _ initializer: Initializer, _ layout: StateSpec.Layout
    ) -> StateSpec {
        func spec(_ role: StateSpec.Role, follows: String? = nil) -> StateSpec {
            StateSpec(
                name: "\(path).\(name)", type: TensorType(shape, capture.element), role: role,
                initializer: initializer, layout: layout, follows: follows, owner: capture.owner)
        }
        let own = spec(role)
        guard role == .parameter, let followed = own.trainedName else { return own }
        return spec(.target, follows: followed)
    }
}

// MARK: What a layer takes

extension Scope {
    /// Throws where `x` is not N×H×W×C.
    func expectMaps(_ x: Tensor, for layer: String) throws {
        guard x.rank == 4 else {
            throw fail("\(layer) takes maps, found \(x.described); put it before GlobalAveragePool() or Flatten()")
        }
    }

    /// Throws where `x` is not N×C.
    func expectRows(_ x: Tensor, for layer: String) throws {
        guard x.rank == 2 else {
            throw fail("\(layer) takes rows, found \(x.described); put GlobalAveragePool() or Flatten() before it")
        }
    }

    func expect(_ condition: Bool, _ message: @autoclosure () -> String) throws {
        if !condition { throw fail(message()) }
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
