import Foundation
import InvarData

/// A folder that TensorBoard's projector opens: vectors, classes, small pictures, and the file that names them.
package enum ProjectorFolder {
    /// The largest side of a sprite picture that browsers take.
    private static let largestSprite = 8192

    /// - Parameters:
    ///   - features: one row for each image of `dataset`.
    ///   - name: how the projector calls the vectors.
    /// - Throws: `DataError` for what cannot be written.
    package static func write(_ features: Features, of dataset: Dataset, name: String, to directory: String) throws {
        precondition(features.count == dataset.count, "internal: \(features.count) vectors of \(dataset.count) images")
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw DataError(directory, "cannot be made: \(error.localizedDescription)")
        }
        try writeVectors(features, to: "\(directory)/tensors.tsv")
        try writeClasses(dataset, to: "\(directory)/metadata.tsv")
        let sprite = sprite(of: dataset)
        try sprite?.write(png: "\(directory)/sprite.png")
        try AtomicFile.write(
            configuration(name, dataset, hasSprite: sprite != nil), to: "\(directory)/projector_config.pbtxt")
    }

    private static func writeVectors(_ features: Features, to path: String) throws {
        try AtomicFile.write(to: path) { file in
            for row in 0..<features.count {
                let values = features.values[(row * features.width)..<((row + 1) * features.width)]
                let line = values.map { "\($0)" }.joined(separator: "\t") + "\n"
                try Array(line.utf8).withUnsafeBytes { try file.append($0) }
            }
        }
    }

    /// Two columns, and so with a line of titles, as the projector expects it.
    private static func writeClasses(_ dataset: Dataset, to path: String) throws {
        var text = "class\timage\n"
        for (index, label) in dataset.labels.enumerated() {
            let name = dataset.classNames[Int(label)].map { $0 == "\t" || $0.isNewline ? " " : $0 }
            text += String(name) + "\t\(index)\n"
        }
        try AtomicFile.write(text, to: path)
    }

    /// All images in one square picture, row by row; nothing where it would be too large.
    static func sprite(of dataset: Dataset) -> Picture? {
        let columns = Int(Double(dataset.count).squareRoot().rounded(.up))
        let (width, height) = (columns * dataset.width, columns * dataset.height)
        guard max(width, height) <= largestSprite else { return nil }
        let channels = dataset.channels
        var picture = Picture(height: height, width: width, channels: channels)
        for index in 0..<dataset.count {
            let (left, top) = (index % columns * dataset.width, index / columns * dataset.height)
            for y in 0..<dataset.height {
                let from = index * dataset.imageSize + y * dataset.width * channels
                let to = ((top + y) * width + left) * channels
                for i in 0..<(dataset.width * channels) { picture.pixels[to + i] = dataset.pixels[from + i] }
            }
        }
        return picture
    }

    private static func configuration(_ name: String, _ dataset: Dataset, hasSprite: Bool) -> String {
        let quoted = name.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        var lines = [
            "embeddings {", "  tensor_name: \"\(quoted)\"", "  tensor_path: \"tensors.tsv\"",
            "  metadata_path: \"metadata.tsv\"",
        ]
        if hasSprite {
            lines += [
                "  sprite {", "    image_path: \"sprite.png\"", "    single_image_dim: \(dataset.width)",
                "    single_image_dim: \(dataset.height)", "  }",
            ]
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }
}
