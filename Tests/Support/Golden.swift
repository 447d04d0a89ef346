import Foundation
import InvarData

/// The reference values under `Tests/Golden`: cases with inputs, outputs, gradients and how near is near enough.
package struct Golden {
    package let cases: [GoldenCase]

    /// - Throws: where the files are not there or not what they should be.
    package init() throws { cases = try Self.stored.get() }

    /// Read once for all tests of a process, since that takes longer than most of them. Nobody changes it.
    private nonisolated(unsafe) static let stored = Result { try read() }

    private static func read() throws -> [GoldenCase] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden")
        let index = try JSONDecoder().decode(
            Index.self, from: Data(contentsOf: folder.appendingPathComponent("index.json")))
        var files: [String: SafetensorsFile] = [:]
        return try index.cases.map { record in
            let file = try files[record.file] ?? SafetensorsFile(path: folder.appendingPathComponent(record.file).path)
            files[record.file] = file
            return GoldenCase(record: record, file: file)
        }
    }

    /// Cases of one kind, such as `op/conv2d` or `train`.
    package func cases(_ kind: String) -> [GoldenCase] { cases.filter { $0.kind == kind } }

    /// - Throws: where there is no such case.
    package func named(_ name: String) throws -> GoldenCase {
        guard let found = cases.first(where: { $0.name == name }) else { throw GoldenError("no golden case \(name)") }
        return found
    }

    private struct Index: Decodable { let cases: [GoldenCase.Record] }
}

package struct GoldenError: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

/// One case: a function's inputs and what comes out of it.
package struct GoldenCase {
    struct Record: Decodable {
        let name, kind, file: String
        let inputs, outputs, gradients: [String: String]
        let attributes: [String: Attribute]
        let float64: [String]
        let tolerance: [String: Tolerance]
        let skip: [String]
    }

    struct Tolerance: Decodable {
        let relative, absolute: Double
        let by_tensor: [String: Double]?
    }

    let record: Record
    let file: SafetensorsFile

    package var name: String { record.name }
    package var kind: String { record.kind }
    package var inputs: [String] { record.inputs.keys.sorted() }
    package var outputs: [String] { record.outputs.keys.sorted() }
    /// `grad_x` for the gradient with respect to the input `x`; in training cases they are among the outputs.
    package var gradients: [String] { record.gradients.keys.sorted() }
    /// Tensors without a tolerance: what is right there is rounding noise.
    package var skip: Set<String> { Set(record.skip) }

    package func number(_ attribute: String) throws -> Double {
        guard case .number(let value)? = record.attributes[attribute] else {
            throw GoldenError("\(name) has no number \(attribute)")
        }
        return value
    }

    package func integers(_ attribute: String) throws -> [Int] {
        guard case .numbers(let values)? = record.attributes[attribute] else {
            throw GoldenError("\(name) has no list \(attribute)")
        }
        return values.map { Int($0) }
    }

    package func text(_ attribute: String) throws -> String {
        guard case .text(let value)? = record.attributes[attribute] else {
            throw GoldenError("\(name) has no text \(attribute)")
        }
        return value
    }

    /// An input, output or gradient as stored: images N×C×H×W, convolution weights O×I×H×W. In double precision where
    /// it was stored so.
    package func tensor(_ name: String) throws -> HostTensor {
        guard let key = record.inputs[name] ?? record.outputs[name] ?? record.gradients[name] else {
            throw GoldenError("\(self.name) has no tensor \(name)")
        }
        let stored = try file.tensor(record.float64.contains(name) ? key + ".f64" : key)
        return HostTensor(shape: stored.shape, stored.doubles)
    }

    /// What is wrong with `got` for this tensor; nothing where it is within the tolerance
    /// max|got − want| ≤ relative · max|want| + absolute, over the whole tensor.
    ///
    /// - Parameter element: `float32` or `float64`. What is stored in single precision alone is compared as such.
    package func complaint(_ name: String, _ got: HostTensor, _ element: String = "float32") throws -> String? {
        if skip.contains(name) { return nil }
        let stored = record.float64.contains(name) ? element : "float32"
        guard let tolerance = record.tolerance[stored] else {
            throw GoldenError("\(self.name) has no \(stored) tolerance")
        }
        let relative = tolerance.by_tensor?[name] ?? tolerance.relative
        let difference = try got.complaint(
            against: tensor(name), relative: relative, absolute: tolerance.absolute)
        return difference.map { "\(self.name)/\(name): \($0)" }
    }

    enum Attribute: Decodable {
        case number(Double), numbers([Double]), text(String), other

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else if let numbers = try? value.decode([Double].self) {
                self = .numbers(numbers)
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else {
                self = .other
            }
        }
    }
}

extension StoredTensor {
    fileprivate var doubles: [Double] {
        switch values {
        case .float64(let values): values
        case .int64(let values): values.map { Double($0) }
        default: floats.map { Double($0) }
        }
    }
}
