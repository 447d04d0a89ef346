import Invar
import InvarData
import SwiftProtobuf

/// The nodes and constants of an ONNX graph, in the order in which they were written. Every name in it is given once.
struct ModelWriter {
    private(set) var nodes: [ONNXNodeProto] = []
    private(set) var initializers: [ONNXTensorProto] = []
    private var taken: Set<String> = []

    /// Where in a model a node belongs: what names and documents it.
    struct Place {
        /// Within the encoder: `layer1.0.conv1`. Empty for what stands directly in it and has no name of its own.
        let path: String
        /// The line of the user's program.
        let site: Site?
    }

    /// - Parameter names: of the model's input and output, that nothing else may have.
    init(keeping names: Set<String>) { taken = names }

    /// Adds a node with one output.
    /// - Returns: the output's name.
    mutating func node(
        _ type: String, _ inputs: [String], _ attributes: [ONNXAttributeProto] = [], at place: Place
    ) -> String {
        let name = unused((place.path.isEmpty ? "" : place.path + "/") + type)
        nodes.append(
            .with {
                $0.opType = type
                $0.name = name
                $0.input = inputs
                $0.output = [name]
                $0.attribute = attributes
                if let site = place.site { $0.docString = "\(site)" }
            })
        return name
    }

    /// Gives the output of the last node another name, which nothing has read by now.
    mutating func nameLastOutput(_ name: String) { nodes[nodes.count - 1].output = [name] }

    /// A tensor of the file: once for each name.
    mutating func tensor(_ name: String, _ tensor: StoredTensor) -> String {
        if taken.insert(name).inserted { initializers.append(ONNXTensorProto(name, tensor)) }
        return name
    }

    /// A number without axes.
    mutating func number(_ value: Double) -> String {
        let value = Float(value)
        return tensor("number_\(value)", StoredTensor(shape: [], [value]))
    }

    /// Whole numbers, in one axis: axes, sizes, places.
    mutating func integers(_ values: [Int]) -> String {
        let name = "integers_" + values.map(String.init).joined(separator: "_")
        return tensor(name, StoredTensor(shape: [values.count], .int64(values.map(Int64.init))))
    }

    private mutating func unused(_ name: String) -> String {
        var (found, count) = (name, 0)
        while !taken.insert(found).inserted {
            count += 1
            found = "\(name)_\(count)"
        }
        return found
    }
}
