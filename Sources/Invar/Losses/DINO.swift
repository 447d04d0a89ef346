/// DINO's (Caron et al., ICCV 2021): the student's distribution over the outputs is to be the teacher's of another view, a whole one, which is sharper and
/// from which a running centre is taken: the cross-entropy −softmax((t − c)/τₜ) · log softmax(s/τₛ), the mean over the batch and all
/// directions. The teacher is a ``Target``; the centre, c ← m·c + (1 − m)·mean t, is kept from step to step. Sharpening keeps outputs from
/// becoming alike, centring keeps one of them from winning always.
///
/// The expander ends with ``Prototypes``.
public struct DINO: LossTerm {
    let studentTemperature: Double
    let teacherTemperature: Double
    let centreMomentum: Double
    let warmUp: (from: Double, steps: Int)?

    /// In logs.
    public var name: String { "dino" }

    /// True.
    public var takesAllViews: Bool { true }

    /// - Parameters:
    ///   - studentTemperature: above 0.
    ///   - teacherTemperature: above 0; lower than the student's.
    ///   - centreMomentum: how much of the centre stays from step to step.
    ///   - warmUp: what the teacher's temperature is at the first step, and in how many steps it comes from there to `teacherTemperature`. Published for
    ///     large models: from 0.04 to 0.07 in 30 epochs.
    public init(
        studentTemperature: Double = 0.1, teacherTemperature: Double = 0.04, centreMomentum: Double = 0.9,
        warmUp: (from: Double, steps: Int)? = nil
    ) {
        self.warmUp = warmUp
        (self.studentTemperature, self.teacherTemperature) = (studentTemperature, teacherTemperature)
        self.centreMomentum = centreMomentum
    }

    /// - Throws: a `Diagnostic` where predictions and targets differ in width, or a setting is out of range.
    public func value(of embeddings: Embeddings) throws -> Tensor {
        try embeddings.expectComparable(for: "DINO()")
        try embeddings.expectAbove0(studentTemperature, "studentTemperature", of: "DINO")
        try embeddings.expectAbove0(teacherTemperature, "teacherTemperature", of: "DINO")
        let scope = embeddings.scope
        try scope.expect(
            (0...1).contains(centreMomentum),
            "DINO has centreMomentum \(centreMomentum); give a number from 0 to 1")
        if let warmUp {
            try embeddings.expectAbove0(warmUp.from, "a first teacherTemperature of", of: "DINO")
            try scope.expect(warmUp.steps > 0, "DINO has a warm-up of \(warmUp.steps) steps; give 1 or more")
        }
        let centre = try scope.statistic("centre", [embeddings.targets[0].shape[1]], .zeros)
        let targets = concatenate(embeddings.targets, axis: 0).stopGradient()
        try scope.update("centre", centre * centreMomentum + targets.mean([0]) * (1 - centreMomentum))
        return value(of: embeddings.directions, centre, sharpness: try sharpness(scope))
    }

    /// One over the teacher's temperature while it changes.
    private func sharpness(_ scope: Scope) throws -> Tensor? {
        guard let warmUp else { return nil }
        let part = minimum(try scope.stepsTaken() * (1 / Double(warmUp.steps)), 1)
        return reciprocal(warmUp.from + part * (teacherTemperature - warmUp.from))
    }

    package func value(
        of directions: [(prediction: Tensor, target: Tensor)], _ centre: Tensor, sharpness: Tensor? = nil
    ) -> Tensor {
        directions.map { direction in
            let centred = direction.target.stopGradient() - centre
            let teacher = softmax(sharpness.map { centred * $0 } ?? centred * (1 / teacherTemperature), axis: 1)
            let student = direction.prediction * (1 / studentTemperature)
            return (logSumExp(student, axis: 1) - (teacher * student).sum([1])).mean()
        }.mean
    }
}
