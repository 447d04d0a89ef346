import Invar
import TestSupport
import Testing

/// What comes out of a layer, for sizes that are awkward.
@Suite struct LayerShapeTests {
    func shape(
        _ input: [Int], @StackBuilder _ layers: () -> Stack<Maps, Maps>
    ) throws -> [Int] {
        let capture = Capture("test", mode: .evaluation, element: .float32)
        let x = capture.builder.input("x", TensorType(input))
        return try capture.walk(layers().stages, path: "test", site: nil, from: x).shape
    }

    @Test func convolutions() throws {
        #expect(try shape([2, 7, 5, 3]) { Conv(4, kernel: 3) } == [2, 7, 5, 4])
        #expect(try shape([2, 7, 5, 3]) { Conv(4, kernel: 3, stride: 2) } == [2, 4, 3, 4])
        #expect(try shape([1, 1, 1, 1]) { Conv(1, kernel: 1) } == [1, 1, 1, 1])
        #expect(try shape([2, 7, 5, 3]) { Conv(4, kernel: 3, padding: 0) } == [2, 5, 3, 4])
        #expect(try shape([2, 7, 5, 3]) { Conv(4, kernel: 3, padding: .init(top: 1, right: 2)) } == [2, 6, 5, 4])
        #expect(try shape([2, 7, 5, 6]) { Conv(9, kernel: 3, groups: 3) } == [2, 7, 5, 9])
    }

    @Test func poolings() throws {
        #expect(try shape([2, 7, 5, 3]) { MaxPool(2) } == [2, 3, 2, 3])
        #expect(try shape([2, 7, 5, 3]) { MaxPool(3, stride: 2, padding: 1) } == [2, 4, 3, 3])
        #expect(try shape([2, 7, 5, 3]) { AveragePool(2) } == [2, 3, 2, 3])
    }

    @Test func elementwise() throws {
        #expect(
            try shape([2, 7, 5, 3]) {
                ReLU(); GELU(); GELU(approximate: .tanh); LayerNorm(affine: false); BatchNorm()
                SiLU(); Sigmoid(); Softmax(); Identity(); Dropout()
            }
                == [2, 7, 5, 3])
    }

    @Test func theImageItselfCanBeTheRepresentation() throws {
        #expect(try model(Encoder { Flatten() }, height: 3, width: 5, channels: 1).captureEncoder(batch: 1).width == 15)
        #expect(try model(Encoder { GlobalAveragePool() }).captureEncoder(batch: 1).width == 3)
    }

    @Test func elementTypeGoesThrough() throws {
        let training = try tiny.captureTraining(batch: 2, element: .float64)
        #expect(training.builder.graph.nodes.allSatisfy { $0.type.element == .float64 })
        #expect(training.states.allSatisfy { $0.type.element == .float64 })
    }
}
