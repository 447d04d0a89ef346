import Invar
import InvarCompiler
import InvarGraph
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

/// What ranks cannot share is said before anything runs.
@Suite struct SplitRefusalTests {
    @Test func aBatchThatIsNotDivisible() {
        #expect {
            _ = try TrainingStep.build(SharedModels.gram, optimizer: .sgd(), batch: 10, ranks: 4)
        } throws: {
            "\($0)" == "error: 4 ranks cannot share a batch of 10 images evenly; use a batch of 8 or 12"
        }
        #expect(throws: Diagnostic("4 ranks cannot share a batch of 3 images evenly; use a batch of 4")) {
            _ = try Ranks(4, sharing: 3)
        }
        #expect(throws: Diagnostic("0 ranks; use at least 1")) { _ = try Ranks(0, sharing: 3) }
    }

    /// Exchanges images and rows of pixels.
    struct Turned: ComputingLayer {
        typealias Input = Maps
        func apply(to x: Tensor, in scope: Scope) throws -> Tensor { x.transpose([1, 0, 2, 3]) }
    }

    static let line = #line + 3
    static let turned = JointEmbedding("turned", image: SharedModels.image) {
        Encoder {
            Turned(); Conv(4, kernel: 1); Turned()
            GlobalAveragePool()
        }
        Loss.vicreg()
    }

    @Test func mapsThatAreNotImageByImage() throws {
        #expect {
            _ = try TrainingStep.build(Self.turned, optimizer: .sgd(), batch: 8, ranks: 2)
        } throws: { error in
            let error = error as? Diagnostic
            return error?.site?.line == Self.line && error?.message.hasPrefix("convolution in encoder.conv1") == true
                && error?.message.contains("the images do not lie along the first axis") == true
        }
        #expect(throws: Never.self) {
            _ = try TrainingStep.build(Self.turned, optimizer: .sgd(), batch: 8)
        }
    }

    @Test func aProgramOfOtherRanks() throws {
        let step = try TrainingStep.build(SharedModels.gram, optimizer: .sgd(), batch: 12, ranks: 3)
        for executor in [reference, interpreter, jit] {
            #expect {
                _ = try executor.prepare(step.program, threads: 1)
            } throws: {
                ($0 as? Diagnostic)?.message.contains("one rank's part of 3; it cannot be run by 1") == true
            }
        }
    }
}
