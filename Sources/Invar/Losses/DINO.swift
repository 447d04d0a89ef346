/// DINO's (Caron et al., ICCV 2021): the student's distribution over the outputs is to be the teacher's of the other view, which is sharper and
/// from which a running centre is taken: the cross-entropy −softmax((t − c)/τₜ) · log softmax(s/τₛ), the mean over the batch and both
/// directions. The teacher is a ``Target``; the centre, c ← m·c + (1 − m)·mean t, is kept from step to step. Sharpening keeps outputs from
/// becoming alike, centring keeps one of them from winning always.
///
/// The expander ends with ``Prototypes``. (The published teacher temperature rises from 0.04 to 0.07 in the first epochs for large models; here
/// it stays.)
public struct DINO: LossTerm {
    let studentTemperature: Double
    let teacherTemperature: Double
    let centreMomentum: Double

    /// In logs.
    public var name: String { "dino" }

    /// - Parameters:
    ///   - studentTemperature: above 0.
    ///   - teacherTemperature: above 0; lower than the student's.
    ///   - centreMomentum: how much of the centre stays from step to step.
    public init(
        studentTemperature: Double = 0.1, teacherTemperature: Double = 0.04, centreMomentum: Double = 0.9
    ) {
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
        let centre = try scope.statistic("centre", [embeddings.targets.first.shape[1]], .zeros)
        let targets = concatenate([embeddings.targets.first, embeddings.targets.second], axis: 0).stopGradient()
        try scope.update("centre", centre * centreMomentum + targets.mean([0]) * (1 - centreMomentum))
        return value(of: embeddings.directions, centre)
    }

    package func value(of directions: [(prediction: Tensor, target: Tensor)], _ centre: Tensor) -> Tensor {
        let parts = directions.map { direction in
            let teacher = softmax((direction.target.stopGradient() - centre) * (1 / teacherTemperature), axis: 1)
            let student = direction.prediction * (1 / studentTemperature)
            return (logSumExp(student, axis: 1) - (teacher * student).sum([1])).mean()
        }
        return (parts[0] + parts[1]) * 0.5
    }
}
