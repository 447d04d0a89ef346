import Invar
import InvarTraining
import Testing

/// How many images an encoder takes at a time.
@Suite struct EncoderBatchTests {
    /// Not more than a second's work is done for one picture, and small encoders are as fast as ever for many.
    @Test(arguments: [("vicreg-small", 500...500), ("vicreg-resnet18", 5...60), ("vicreg-resnet50", 2...20)])
    func largeEncodersTakeFew(name: String, wanted: ClosedRange<Int>) throws {
        guard let model = (Zoo.all + Zoo.ablations).first(where: { $0.name == name }) else {
            Issue.record("there is no \(name)")
            return
        }
        let batch = try EncoderFeatures.usualBatch(model, branch: 0)
        #expect(wanted.contains(batch), "\(name): \(batch)")
    }
}
