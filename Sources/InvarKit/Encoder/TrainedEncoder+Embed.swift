import Foundation
import Invar
import InvarData
import InvarTraining

extension TrainedEncoder {
    /// The representations of images in memory.
    ///
    /// - Parameter pixels: count × height × width × channels, row-major, of the model's size (`model.image`); values from 0 to 1, not normalized.
    /// - Returns: a row for each image.
    /// - Throws: `DataError` where the number of values is no whole number of images or one is not finite; `EvaluationError` where the weights have diverged.
    public func embed(_ pixels: [Float]) throws -> Representations { try embed(pixels.span) }

    /// The same of pixels that somebody else owns.
    public func embed(_ pixels: Span<Float>) throws -> Representations {
        let (image, preparation) = (model.image, try expectImages())
        let size = preparation.imageSize
        guard pixels.count > 0, pixels.count.isMultiple(of: size) else {
            throw DataError(
                "pixels",
                "are \(pixels.count) numbers; images of \(image.height)×\(image.width)×\(image.channels) have "
                    + "\(size) each")
        }
        for place in 0..<pixels.count where !pixels[place].isFinite {
            throw DataError("pixels", "hold \(pixels[place]) in image \(place / size); make it a number from 0 to 1")
        }
        let count = pixels.count / size
        let values = try withProgram { encoder in
            try encoder.rows(count) { range, target in
                for place in 0..<(range.count * size) { target[place] = pixels[range.lowerBound * size + place] }
                preparation.normalize(&target)
            }
        }
        return Representations(values: values, width: width, names: (0..<count).map { "image \($0)" })
    }

    /// The representation of one picture in memory, of any size.
    ///
    /// - Parameters:
    ///   - pixels: bytes height × width × channels, row-major.
    ///   - height: of the picture, in pixels.
    ///   - width: of the picture, in pixels.
    ///   - channels: 1 (grey) or 3 (red, green, blue).
    /// - Returns: `width` numbers.
    /// - Throws: `DataError` where the numbers do not fit together.
    public func embed(pixels: [UInt8], height: Int, width: Int, channels: Int) throws -> [Float] {
        try embed("picture") { preparation, target in
            try preparation.prepare(
                pixels: pixels.span, height: height, width: width, channels: channels, into: &target)
        }
    }

    /// The representation of one picture as the bytes of a JPEG, PNG, WebP or TIFF file.
    /// - Returns: `width` numbers.
    /// - Throws: `DataError` for anything that is not a whole picture.
    public func embed(encoded bytes: [UInt8]) throws -> [Float] {
        try embed("picture") { try $0.prepare(encoded: bytes.span, into: &$1) }
    }

    private func embed(
        _ name: String, _ prepare: (ImagePreparation, inout MutableSpan<Float>) throws -> Void
    ) throws -> [Float] {
        let preparation = try expectImages()
        return try withProgram { encoder in
            do {
                return try encoder.rows(1) { _, target in try prepare(preparation, &target) }
            } catch let fault as ImageFault { throw DataError(name, fault.description) }
        }
    }

    /// The representations of picture files (JPEG, PNG, WebP, TIFF).
    /// - Parameter files: paths; row i belongs to file i.
    /// - Throws: `DataError` that names the first file that cannot be read.
    public func embed(files: [String]) throws -> Representations {
        let here = FileManager.default.currentDirectoryPath
        let images = EncodedImages(
            root: "", files: PathList(files.map { String(($0.hasPrefix("/") ? $0 : "\(here)/\($0)").dropFirst()) }))
        let dataset = try Dataset(name: "files", unlabeled: .encoded(images))
        var found = try embed(dataset, bad: BadImages(limit: 0))
        found.names = files
        return found
    }

    /// The representations of all pictures in a folder and the folders in it.
    /// - Parameters:
    ///   - folder: a path.
    ///   - progress: called with the number of pictures done and that of all.
    /// - Returns: a row for each picture that can be read, in the order of the paths, with their names seen from the folder; ``Representations/unreadable`` has the others.
    /// - Throws: `DataError` where the folder cannot be read, or no picture in it.
    public func embed(folder: String, progress: (Int, Int) -> Void = { _, _ in }) throws -> Representations {
        let dataset = try Dataset(name: folder, unlabeled: .encoded(EncodedImages(folder: folder)))
        return try embed(dataset, bad: BadImages(limit: .max)) { progress($0, dataset.count) }
    }

    /// The representations of rows, by an encoder that takes them.
    /// - Parameter rows: in the units of those that it was trained on.
    /// - Throws: `EvaluationError` where the encoder takes images, or rows of another width.
    public func embed(rows: FeatureRows) throws -> Representations {
        try embed(Dataset(name: "rows", split: .unlabeled, rows: [rows]))
    }

    /// The representations of the images of a data set.
    /// - Parameters:
    ///   - dataset: images of any size.
    ///   - progress: called with the number of images done.
    /// - Returns: a row for each image that can be read, in the data set's order, with its label; ``Representations/unreadable`` has the others.
    /// - Throws: `DataError` where more than a hundred images cannot be read, or none can; `EvaluationError` where the data set does not have what the encoder takes.
    public func embed(_ dataset: Dataset, progress: (Int) -> Void = { _ in }) throws -> Representations {
        try embed(dataset, bad: BadImages(), progress: progress)
    }

    private func embed(
        _ dataset: Dataset, bad: BadImages, progress: (Int) -> Void = { _ in }
    ) throws -> Representations {
        let features = try features(dataset, bad: bad, progress: progress)
        let present = Set(features.places)
        let missing = (0..<dataset.count).filter { !present.contains($0) }.map {
            Representations.Unreadable(
                name: dataset.images.name(of: $0), reason: bad.reason($0, of: dataset) ?? "cannot be read")
        }
        return Representations(
            values: features.values, width: features.width,
            names: features.places.map { dataset.images.name(of: $0) },
            labels: dataset.split == .unlabeled ? nil : features.labels.map(Int.init), unreadable: missing)
    }

    /// What the commands measure and write.
    package func features(
        _ dataset: Dataset, bad: BadImages? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> Features {
        try withProgram { try $0(dataset, bad: bad, progress: progress) }
    }
}
