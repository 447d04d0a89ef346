// What a layer keeps from step to step, and what is drawn for it anew in each.

extension Scope {
    /// A tensor that training changes. Both views, and every other place that shares the layer, have the same.
    ///
    /// - Parameters:
    ///   - name: what checkpoints call it within the layer: `weight`. Letters, digits and `_`.
    ///   - shape: outermost axis first; each size at least 1.
    ///   - initial: what it starts from; the same seed and name give the same numbers.
    /// - Throws: a `Diagnostic` where the layer has the name twice, or it means nothing.
    public func parameter(_ name: String, _ shape: [Int], _ initial: Initializer) throws -> Tensor {
        try parameter(name, shape, initial, layout: .plain)
    }

    /// - Parameter layout: how its axes lie in memory, where that is not as in a checkpoint.
    func parameter(
        _ name: String, _ shape: [Int], _ initial: Initializer, layout: StateSpec.Layout
    ) throws -> Tensor {
        try capture.declare(spec(name, shape, .parameter, initial, layout))
    }

    /// A tensor that follows the data instead of a gradient, such as a running mean: as the steps before, and the views of this
    /// step that came before, have left it. ``update(_:_:)`` moves it.
    ///
    /// - Parameters:
    ///   - name: what checkpoints call it within the layer: `running_mean`. Letters, digits and `_`.
    ///   - shape: outermost axis first; each size at least 1.
    ///   - initial: what it starts from.
    /// - Throws: a `Diagnostic` where the layer has the name twice, or it means nothing.
    public func statistic(_ name: String, _ shape: [Int], _ initial: Initializer) throws -> Tensor {
        try capture.statistic(spec(name, shape, .statistic, initial, .plain))
    }

    /// Numbers that never change, kept with the parameters: whoever uses the encoder has them too.
    func fixed(_ name: String, _ shape: [Int], _ values: [Float], layout: StateSpec.Layout = .plain) throws -> Tensor {
        try capture.statistic(spec(name, shape, .statistic, .values(values), layout))
    }

    /// The mean or the standard deviation of each column of the rows that the branch is trained on. It stays what it is at the
    /// beginning of a run.
    func column(_ name: String, _ moment: StateSpec.ColumnMoment, _ width: Int) throws -> Tensor {
        try capture.statistic(spec(name, [width], .statistic, moment == .mean ? .zeros : .ones, .plain, moment))
    }

    /// Whether a tensor is what the model is given, with nothing done to it.
    func isInput(_ x: Tensor) -> Bool {
        guard let id = x.id, case .input = capture.builder.graph[id].op else { return false }
        return capture.owner?.part == .encoder
    }

    /// Gives a running statistic its new value, which the next view and the next step find. No gradient flows from step to
    /// step. In evaluation, where nothing moves, nothing happens.
    ///
    /// - Parameters:
    ///   - name: of a ``statistic(_:_:_:)`` of this layer.
    ///   - value: of the statistic's shape.
    /// - Throws: a `Diagnostic` where there is no such statistic, or it has another shape.
    public func update(_ name: String, _ value: Tensor) throws {
        guard isTraining else { return }
        let full = "\(path).\(name)"
        guard let spec = capture.states.first(where: { $0.name == full && $0.role == .statistic }) else {
            throw fail("\(full) is moved, and is no statistic; ask for it first, with scope.statistic(…)")
        }
        try expect(
            spec.type == value.type,
            "the statistic \(full) is \(spec.type.shape), and cannot become \(value.shape); give it a value of its own shape"
        )
        capture.update(full, value)
    }

    /// How many steps of training were taken before this one: a scalar, 0 in the first, and in evaluation what training has left. What changes in the course of
    /// a run is a function of it, such as a temperature that rises for its first 3000 steps:
    ///
    ///     let temperature = 0.04 + minimum(try scope.stepsTaken() * (0.03 / 3000), 0.03)
    ///
    /// - Throws: a `Diagnostic` where the layer has a state called `steps` beside it.
    public func stepsTaken() throws -> Tensor {
        let count = try spec("steps", [1], .statistic, .zeros, .plain)
        let before = try capture.declare(count)
        // the same for each view: not what an earlier view has made of it
        if isTraining { capture.update(count.name, before + 1) }
        return before.reshape([])
    }

    /// Numbers uniform in 0..<1, drawn anew for every step, each view and each place that the layer stands in. They depend on
    /// nothing but the run's seed, the step and the name: a run that was stopped and goes on draws what it would have drawn.
    /// No gradient flows into them.
    ///
    ///     guard let uniform = try scope.random(x.shape) else { return x }
    ///     return x * uniform.compare(.greaterOrEqual, 0.5) * 2
    ///
    /// - Parameters:
    ///   - shape: outermost axis first; each size at least 1.
    ///   - name: tells them apart where a layer draws more than once.
    /// - Returns: `nil` in evaluation: what a trained model says of an image is not left to chance.
    /// - Throws: a `Diagnostic` where the layer draws twice under one name.
    public func random(_ shape: [Int], name: String = "random") throws -> Tensor? {
        try check(name, shape)
        return isTraining ? try capture.random("\(path).\(name)", TensorType(shape, capture.element)) : nil
    }

    private func spec(
        _ name: String, _ shape: [Int], _ role: StateSpec.Role, _ initializer: Initializer, _ layout: StateSpec.Layout,
        _ column: StateSpec.ColumnMoment? = nil
    ) throws -> StateSpec {
        try check(name, shape)
        if case .values(let values) = initializer {
            let count = shape.reduce(1, *)
            try expect(
                values.count == count,
                "\(path).\(name) of \(shape) begins with \(values.count) values; give it \(count)")
        }
        func spec(_ role: StateSpec.Role, follows: String? = nil) -> StateSpec {
            StateSpec(
                name: "\(path).\(name)", type: TensorType(shape, capture.element), role: role,
                initializer: initializer, layout: layout, column: column, follows: follows, owner: capture.owner)
        }
        let own = spec(role)
        guard role == .parameter, let followed = own.trainedName else { return own }
        return spec(.target, follows: followed)
    }

    private func check(_ name: String, _ shape: [Int]) throws {
        func isPlain(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == "_"
        }
        try expect(
            !name.isEmpty && name.unicodeScalars.allSatisfy(isPlain),
            "\"\(visible(name))\" in \(path) is no name for a parameter, a statistic or random numbers; use letters, digits "
                + "and _")
        try expect(
            shape.allSatisfy { $0 > 0 },
            "\(path).\(name) has the shape \(shape); each of its sizes must be at least 1")
    }
}
