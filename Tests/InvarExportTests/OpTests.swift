import Invar
import InvarExport
import InvarGraph
import InvarKit
import TestSupport
import Testing

/// Ops outside of layers that ONNX has: what a user's own layers are made of.
@Suite struct OpTests {
    @Test(arguments: Unary.allCases) func unary(function: Unary) throws {
        try expectAgreement { $0.magnitude(plus: 0.1).emit(.unary(function)) }
        // near 0 the last bits of what goes in decide about 1 / x
        if ![.log, .sqrt, .rsqrt, .reciprocal].contains(function) { try expectAgreement { $0.emit(.unary(function)) } }
    }

    @Test(arguments: Binary.allCases) func binary(function: Binary) throws {
        try expectAgreement { Tensor.binary(function, $0.magnitude(plus: 0.1), $0 * $0 + 0.5) }
        try expectAgreement {
            Tensor.binary(function, $0.magnitude(plus: 0.1), $0.mean([1, 2], keepingAxes: true) + 2)
        }
    }

    @Test(arguments: InvarGraph.Comparison.allCases) func comparison(comparison: InvarGraph.Comparison) throws {
        // some are equal
        try expectAgreement { $0 + 2 * (sign($0) * 0.25).compare(comparison, 0.25) }
        try expectAgreement { Invar.select($0.compare(comparison, relu($0)), $0, $0.mean([3], keepingAxes: true)) }
    }

    static let reductions: [@Sendable (Tensor) -> Tensor] = [
        { $0 - $0.max([1, 2], keepingAxes: true) },
        { $0 * $0.variance([3], keepingAxes: true) },
        { $0 * $0.variance([1, 3]).reshape([$0.shape[0], 1, $0.shape[2], 1]) },
        { x in x + x.filled(2).sum([1], keepingAxes: true) },
        { x in x * x.filled(2).max([2], keepingAxes: true) },
        { x in x.sum([2], keepingAxes: true).sum([2], keepingAxes: true).variance([2], keepingAxes: true) + x },
        { $0 + logSumExp($0, axis: 3, keepingAxes: true) },
        { $0 * softmax($0, axis: 1) + softmax($0 * 2, axis: 3) },
        { $0.standardized([1, 2]) * $0 },
    ]

    @Test(arguments: reductions.indices) func reduction(place: Int) throws {
        try expectAgreement(Self.reductions[place])
    }

    static let movements: [@Sendable (Tensor) -> Tensor] = [
        { $0.transpose([0, 2, 1, 3]) },
        { $0.transpose([0, 3, 1, 2]).reshape([$0.shape[0], 2, 4, 24]).transpose([0, 2, 3, 1]) },
        { $0.slice(axis: 3, 1..<3).pad(low: [0, 1, 0, 0], high: [0, 0, 2, 1]) },
        { $0.slice(axis: 1, 2..<3) + $0 },
        { concatenate([$0, $0.slice(axis: 2, 0..<2)], axis: 2) },
        { concatenate([$0, $0.transpose([0, 2, 1, 3]), $0.filled(0.5)], axis: 3) },
        { concatenate([$0, $0 * 2], axis: 0).slice(axis: 3, 0..<2).reshape([$0.shape[0], 2, 64, 2]) },
        { x in x.mean([1, 2]).reshape([x.shape[0], 1, 1, 3]).broadcast(to: x.shape).slice(axis: 1, 1..<5) },
        { x in x.positions(along: 1) * x + x.positions(along: 3) },
        { x in x.positions(along: 2).transpose([0, 2, 1, 3]).pad(low: [0, 0, 0, 1], high: [0, 0, 0, 0]) },
        { x in x.reshape([x.shape[0] * 64, 3]).reshape([x.shape[0], 8, 24, 1]) },
        { x in x.sum([1, 2], keepingAxes: true).reshape([x.shape[0], 3]).reshape([x.shape[0], 1, 3, 1]) },
        { x in averagePool(x, Window(2, stride: 1)) + maxPool(x, Window(2)).slice(axis: 1, 0..<1).slice(axis: 2, 0..<1)
        },
    ]

    @Test(arguments: movements.indices) func movement(place: Int) throws {
        try expectAgreement(Self.movements[place])
    }

    static let products: [@Sendable (Tensor) -> Tensor] = [
        { matmul($0, $0, transposeB: true) },
        { matmul($0, $0, transposeA: true) },
        { matmul($0.transpose([0, 1, 3, 2]), $0.transpose([0, 1, 3, 2]), transposeB: true) },
    ]

    @Test(arguments: products.indices) func product(place: Int) throws {
        try expectAgreement(Self.products[place])
    }

    /// All rows of a batch in one product, and the batch in two of the axes of another.
    @Test func theBatchMayBeAnywhere() throws {
        let mixing = Computed(Rows.self, Rows.self) { x in
            let gram = matmul(x, x, transposeB: true)
            return matmul(softmax(gram.reshape([x.shape[0], x.shape[0]]), axis: 1), x)
        }
        let transposed = Computed(Rows.self, Rows.self) { x in
            (x.reshape([1, x.shape[0], x.shape[1]]).broadcast(to: [2, x.shape[0], x.shape[1]]) * 2).sum([0])
        }
        let exported = try Exported(
            Encoder {
                GlobalAveragePool(); mixing; transposed
            })
        for images in [1, 3, 5] { #expect(try exported.complaint(images: images) == nil) }
    }

    private func expectAgreement(_ compute: @escaping @Sendable (Tensor) -> Tensor) throws {
        let layer = Computed(Maps.self, Maps.self, compute)
        // once on what lies channels first in the file, and once on what does not
        let encoders = [
            Encoder {
                Conv(3, kernel: 1); layer; Flatten()
            },
            Encoder {
                Computed(Maps.self, Maps.self) { $0.transpose([0, 2, 1, 3]) * 0.7 }
                layer
                GlobalAveragePool()
            },
        ]
        for encoder in encoders {
            let exported = try Exported(encoder)
            for images in [1, 3] {
                let complaint = try exported.complaint(images: images)
                #expect(complaint == nil, "\(exported.operators)")
            }
        }
    }
}

extension Tensor {
    /// |x| + this number.
    fileprivate func magnitude(plus number: Double) -> Tensor { Invar.abs(self) + number }
}
