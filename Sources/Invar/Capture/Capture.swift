/// An architecture on its way into a graph: what has been declared so far, and under which names.
package final class Capture {
    package enum Mode { case training, evaluation }

    package let builder: GraphBuilder
    package let mode: Mode
    package let element: ElementType
    /// In the order of the lines.
    package private(set) var states: [StateSpec] = []
    /// What is drawn anew for each step, in the order of the lines.
    package private(set) var randomInputs: [RandomInput] = []

    /// Innermost first, in the order in which they were walked through.
    package private(set) var layers: [AppliedLayer] = []

    private var indices: [String: Int] = [:]
    /// Running statistics as the views so far have moved them.
    private var statistics: [String: Tensor] = [:]
    /// What has been declared since the present walk through the layers began.
    private var declaredInWalk: Set<String> = []
    /// Whose layers the walk is through.
    private(set) var owner: StateSpec.Owner?
    /// The input that the walk began with, `view1`: each view draws random numbers of its own.
    private var view: String?

    package init(_ name: String, mode: Mode, element: ElementType) {
        builder = GraphBuilder(name)
        self.mode = mode
        self.element = element
    }

    /// Walks once through the layers of a part, such as the encoder. A second walk with the same path shares its state.
    /// - Parameter view: the input that the walk began with.
    package func walk(
        _ stages: [Stage], path: String, site: Site?, from x: Tensor, of owner: StateSpec.Owner? = nil,
        view: String? = nil
    ) throws -> Tensor {
        (declaredInWalk, self.owner, self.view) = ([], owner, view)
        return try at(site, path) { try Scope(self, path: path, numbered: false).apply(stages, to: x) }
    }

    /// Runs `body` with the line and path that its nodes get, and throws the first mistake it reports.
    package func at<Result>(_ site: Site?, _ path: String, _ body: () throws -> Result) throws -> Result {
        let outer = (builder.site, builder.name)
        builder.site = site ?? outer.0
        builder.name = path
        defer { (builder.site, builder.name) = outer }
        let result = try body()
        if let mistake = builder.diagnostics.first { throw mistake }
        return result
    }

    func declare(_ spec: StateSpec) throws -> Tensor {
        guard declaredInWalk.insert(spec.name).inserted else {
            throw Diagnostic(
                "\(spec.name) belongs to two layers; give one another name with .named(…)", at: builder.site)
        }
        if let index = indices[spec.name] {
            guard states[index] == spec else {
                throw Diagnostic(
                    "\(spec.name) is shared, but is \(states[index].type) for one view and \(spec.type) for another",
                    at: builder.site)
            }
        } else {
            indices[spec.name] = states.count
            states.append(spec)
        }
        return builder.state(spec.name, spec.type)
    }

    func statistic(_ spec: StateSpec) throws -> Tensor {
        let before = try declare(spec)
        return statistics[spec.name] ?? before
    }

    /// An input that is filled before each step. The same layer in the other view has another.
    func random(_ name: String, _ type: TensorType) throws -> Tensor {
        let input = RandomInput(name: (view.map { "\($0)." } ?? "") + name, type: type)
        guard !randomInputs.contains(where: { $0.name == input.name }) else {
            throw Diagnostic(
                "\(name) is drawn twice; give one another name, or the layer with .named(…)", at: builder.site)
        }
        randomInputs.append(input)
        let outer = builder.name
        builder.name = name
        defer { builder.name = outer }
        return builder.input(input.name, type)
    }

    /// The place of a term of the loss, which all views share.
    func lossScope(_ path: String) -> Scope {
        (declaredInWalk, owner, view) = ([], nil, nil)
        return Scope(self, path: path, numbered: false)
    }

    func update(_ name: String, _ value: Tensor) { statistics[name] = value }

    /// Keeps which layer made `y` of `x`.
    func note(_ layer: any ComputingLayer, from x: Tensor, to y: Tensor, path: String) {
        guard let input = x.id, let output = y.id, input != output else { return }
        layers.append(AppliedLayer(layer: layer, path: path, site: builder.site, input: input, output: output))
    }

    /// Statistics keep what the views of this step made of them.
    package func assignStatistics() {
        for state in states { statistics[state.name].map { builder.assign(state.name, $0) } }
    }
}
