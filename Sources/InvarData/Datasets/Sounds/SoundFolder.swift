import func InvarGraph.counted

/// A folder of WAV files by class, as `ImageFolder` has images: `root/train/CLASS/*.wav` and `root/test/CLASS/*.wav`, or `root/CLASS/*.wav`.
///
/// All sounds are read at once, and stay in memory. Files that cannot be read are left out, and named beside the data.
struct SoundFolder: DataLayout {
    let kind = "sounds in folders"
    let splits: [Dataset.Split: String]
    let classNames: [String]
    let leftOut: LeftOut
    let notes: [String]

    private let root: String
    private let parts: [Dataset.Split: Result<Part, DataError>]

    private struct Part: Sendable {
        let rows: FeatureRows
        let files: PathList
        let labels: [Int32]
    }

    static func isOne(_ root: String) -> Bool {
        ImageFolder.hasFolders(of: .sounds, root) || (try? FolderListing(root))?.items(.sounds).isEmpty == false
    }

    /// - Throws: `DataError` as `ImageFolder`; for files of different sampling rates, for too many that cannot be read, and for more samples than fit.
    init(_ root: String, settings: DataSettings) throws {
        let folder = try ImageFolder(root, .sounds, settings: settings)
        var reading = Reading()
        var found: [Dataset.Split: Result<Sounds, DataError>] = [:]
        for split in Dataset.Split.allCases {
            do throws(DataError) {
                found[split] = .success(try SoundFolder.sounds(folder, split, &reading))
            } catch {
                guard folder.splits[split] == nil else { throw error }
                found[split] = .failure(error)
            }
        }
        var left = folder.leftOut
        left.add(reading.bad.count == 1 ? "the sound" : "sounds that cannot be read:", reading.bad)
        (self.root, leftOut, splits, classNames) = (root, left, folder.splits, folder.classNames)
        let channels = reading.channels.count == 1 ? reading.channels.first ?? 1 : 1
        notes =
            folder.notes + (reading.rate.map { ["\($0.rate) samples a second"] } ?? [])
            + (reading.channels.count > 1
                ? [
                    "mixed down to one channel: files have \(reading.channels.sorted().map(String.init).joined(separator: ", "))"
                ]
                : channels > 1 ? [counted(channels, "channel")] : [])
        let rate = reading.rate?.rate
        parts = found.mapValues { $0.map { $0.part(channels: channels, rate: rate) } }
    }

    func dataset(_ split: Dataset.Split, name: String) throws -> Dataset {
        guard let part = try parts[split]?.get() else { throw DataError(root, "has no \(split.rawValue) sounds") }
        guard split != .unlabeled else {
            return try Dataset(
                name: name, split: split, rows: [part.rows], files: part.files, labels: nil, classNames: [])
        }
        return try Dataset(
            name: name, split: split, rows: [part.rows], files: part.files, labels: part.labels, classNames: classNames)
    }

    /// What is known of all files that were read so far.
    private struct Reading {
        /// Of the first file.
        var rate: (rate: Int, file: String)?
        var channels: Set<Int> = []
        var samples = 0
        /// With the reasons.
        var bad: [String] = []
    }

    /// Of one split, as the files have them.
    private struct Sounds {
        var values: [Float] = []
        var channels: [Int] = []
        var starts = [0]
        var files = PathList()
        var labels: [Int32] = []

        func part(channels wanted: Int, rate: Int?) -> Part {
            func rows(_ values: [Float], _ starts: [Int]) -> FeatureRows {
                let width = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
                return FeatureRows(
                    count: starts.count - 1, width: width, values: values,
                    signals: SignalRows(channels: wanted, rate: rate, starts: starts))
            }
            guard channels.contains(where: { $0 != wanted }) else {
                return Part(rows: rows(values, starts), files: files, labels: labels)
            }
            var (mixed, ends): ([Float], [Int]) = ([], [0])
            for (place, count) in channels.enumerated() {
                let (start, samples) = (starts[place], (starts[place + 1] - starts[place]) / count)
                for sample in 0..<samples {
                    var sum: Float = 0
                    for channel in 0..<count { sum += values[start + channel * samples + sample] }
                    mixed.append(sum / Float(count))
                }
                ends.append(mixed.count)
            }
            return Part(rows: rows(mixed, ends), files: files, labels: labels)
        }
    }

    /// More numbers, 4 bytes each, are no data set for memory.
    private static let mostSamples = 1 << 32

    private static func sounds(
        _ folder: ImageFolder, _ split: Dataset.Split, _ reading: inout Reading
    ) throws(DataError) -> Sounds {
        let found: (files: EncodedImages, labels: [Int32])
        do { found = try folder.files(of: split) } catch {
            throw error as? DataError ?? DataError("the sounds", "\(error)")
        }
        let (images, labels) = found
        var sounds = Sounds()
        for place in 0..<images.count {
            let name = images.paths[place]
            let path = "\(images.root)/\(name)"
            let sound: WavFile
            do { sound = try WavFile(ByteFile(path).readAll()) } catch {
                let reason = (error as? ImageFault)?.description ?? (error as? DataError)?.message ?? "\(error)"
                reading.bad.append("\(name) \(reason)")
                guard reading.bad.count <= BadImages.usualLimit else {
                    throw DataError(
                        images.root,
                        "has more than \(BadImages.usualLimit) sounds that cannot be read. The last: \(name) \(reason). Repair or "
                            + "delete them")
                }
                continue
            }
            if let known = reading.rate, known.rate != sound.rate {
                throw DataError(
                    path,
                    "has \(sound.rate) samples a second, and \(known.file) has \(known.rate); a data set has one rate: convert "
                        + "them, with sox or ffmpeg")
            }
            reading.rate = reading.rate ?? (sound.rate, name)
            reading.channels.insert(sound.channels)
            reading.samples += sound.values.count
            guard reading.samples <= mostSamples else {
                throw DataError(
                    images.root, "has sounds of more than 2^32 samples, which are to be in memory; use fewer")
            }
            sounds.values += sound.values
            sounds.channels.append(sound.channels)
            sounds.starts.append(sounds.values.count)
            sounds.files.append(name)
            if split != .unlabeled { sounds.labels.append(labels[place]) }
        }
        guard sounds.files.count > 0 else {
            throw DataError(
                images.root,
                "has no \(split.rawValue) sounds that can be read"
                    + (reading.bad.last.map { ". The last: \($0)" } ?? ""))
        }
        return sounds
    }
}
