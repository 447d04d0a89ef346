import Foundation
import InvarData

/// A folder that TensorBoard's projector opens: vectors, classes, small pictures, and the file that names them.
package enum ProjectorFolder {
    /// The largest side of a sprite picture that browsers take.
    private static let largestSprite = 8192

    /// - Parameters:
    ///   - features: rows of images of `dataset`.
    ///   - name: how the projector calls the vectors.
    /// - Throws: `DataError` for what cannot be written.
    package static func write(_ features: Features, of dataset: Dataset, name: String, to directory: String) throws {
        try Folder.make(directory)
        try writeVectors(features, to: "\(directory)/tensors.tsv")
        try writeClasses(features, dataset, to: "\(directory)/metadata.tsv")
        let sprite = try sprite(of: dataset, features.places)
        try sprite?.write(png: "\(directory)/sprite.png")
        try AtomicFile.write(
            configuration(name, dataset, hasSprite: sprite != nil), to: "\(directory)/projector_config.pbtxt")
    }

    private static func writeVectors(_ features: Features, to path: String) throws {
        try AtomicFile.write(to: path) { file in
            for row in 0..<features.count {
                let values = features.values[(row * features.width)..<((row + 1) * features.width)]
                try file.append(values.map { "\($0)" }.joined(separator: "\t") + "\n")
            }
        }
    }

    /// Two columns, and so with a line of titles, as the projector expects it.
    private static func writeClasses(_ features: Features, _ dataset: Dataset, to path: String) throws {
        var text = "class\timage\n"
        for (index, label) in zip(features.places, features.labels) {
            let name = dataset.classNames[Int(label)].map { $0 == "\t" || $0.isNewline ? " " : $0 }
            text += String(name) + "\t\(index)\n"
        }
        try AtomicFile.write(text, to: path)
    }

    /// All images in one square picture, row by row, at the size of raw pixels; nothing where it would be too large, or their channels
    /// are no colours.
    static func sprite(of dataset: Dataset, _ places: [Int]) throws -> Picture? {
        let shape = dataset.rawShape
        let columns = Int(Double(places.count).squareRoot().rounded(.up))
        let (width, height) = (columns * shape.width, columns * shape.height)
        guard max(width, height) <= largestSprite, [1, 3].contains(shape.channels) else { return nil }
        let pixels = try dataset.rawPixels().values
        let tiles = places.map { place in
            Picture(
                height: shape.height, width: shape.width, channels: shape.channels,
                pixels: pixels[(place * shape.size)..<((place + 1) * shape.size)].map { UInt8(($0 * 255).rounded()) })
        }
        return Picture(tiles: tiles, columns: columns, rows: columns)
    }

    private static func configuration(_ name: String, _ dataset: Dataset, hasSprite: Bool) -> String {
        let quoted = name.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        var lines = [
            "embeddings {", "  tensor_name: \"\(quoted)\"", "  tensor_path: \"tensors.tsv\"",
            "  metadata_path: \"metadata.tsv\"",
        ]
        if hasSprite {
            lines += [
                "  sprite {", "    image_path: \"sprite.png\"", "    single_image_dim: \(dataset.rawShape.width)",
                "    single_image_dim: \(dataset.rawShape.height)", "  }",
            ]
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }
}
