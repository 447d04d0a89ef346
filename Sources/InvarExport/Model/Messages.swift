import Foundation
import InvarData
import SwiftProtobuf

// What SwiftProtobuf's messages are made of.

extension ONNXAttributeProto {
    static func int(_ name: String, _ value: Int) -> Self {
        .with {
            ($0.name, $0.type) = (name, .int)
            $0.i = Int64(value)
        }
    }

    static func ints(_ name: String, _ values: [Int]) -> Self {
        .with {
            ($0.name, $0.type) = (name, .ints)
            $0.ints = values.map(Int64.init)
        }
    }

    static func float(_ name: String, _ value: Double) -> Self {
        .with {
            ($0.name, $0.type) = (name, .float)
            $0.f = Float(value)
        }
    }
}

extension ONNXTensorProto {
    /// - Parameter tensor: of float32 or int64: nothing else is written.
    init(_ name: String, _ tensor: StoredTensor) {
        precondition([.float32, .int64].contains(tensor.element), "internal: \(name) is of \(tensor.element)")
        self.init()
        self.name = name
        dims = tensor.shape.map(Int64.init)
        dataType = Int32((tensor.element == .int64 ? DataType.int64 : .float).rawValue)
        rawData = unsafe tensor.withBytes { unsafe Data($0) }
    }
}

extension ONNXValueInfoProto {
    /// A tensor of float32 whose first axis is the batch's.
    /// - Parameter shape: of the axes behind it.
    static func batch(_ name: String, of shape: [Int]) -> Self {
        .with {
            $0.name = name
            $0.type.tensorType.elemType = Int32(ONNXTensorProto.DataType.float.rawValue)
            $0.type.tensorType.shape.dim =
                [.with { $0.dimParam = "batch" }] + shape.map { size in .with { $0.dimValue = Int64(size) } }
        }
    }
}
