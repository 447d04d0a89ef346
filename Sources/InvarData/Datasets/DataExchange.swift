/// Several ranks find a data set together: one looks, and tells the others.
extension DataSource {
    /// Carries out its argument on the first rank, and gives all ranks the bytes that this makes there.
    package typealias Exchange = (_ onFirst: () throws -> [UInt8]) throws -> [UInt8]

    /// Finds a data set on the first rank alone, whose `notices` and `progress` are then the only ones. The other ranks look at no
    /// directory and open no file: they are told where each image lies, of pictures in folders as of tar shards. What is small
    /// enough to be in memory, or of equal records, each rank reads by itself, and so it does with a data set that a program brings along.
    ///
    /// - Parameters:
    ///   - exchanging: called once by each rank.
    /// - Throws: on the first rank what `init(_:settings:environment:progress:)` throws, from within `exchanging`; what this throws
    ///   itself; `DataError` where the bytes come from another version of Invar.
    package init(
        _ nameOrPath: String, settings: DataSettings = DataSettings(),
        environment: [String: String] = ProcessEnvironment.variables, progress: IndexProgress? = nil,
        exchanging: Exchange
    ) throws {
        func find() throws -> DataSource {
            try DataSource(nameOrPath, settings: settings, environment: environment, progress: progress)
        }
        var own: DataSource?
        let bytes = try exchanging {
            let found = try find()
            own = found
            return try found.bytes()
        }
        self = try own ?? DataSource(bytes, settings: settings) ?? find()
    }

    /// The version of what is sent. Ranks of different ones stop with a word, and do not train on different images.
    private static let version = 1

    /// Where each image lies, for `init(_:settings:)` on another rank.
    package func bytes() throws -> [UInt8] {
        var writer = ByteWriter()
        writer.add("invar-data")
        writer.add(DataSource.version)
        guard let layout = try SentLayout.bytes(of: layout, name: name.shown) else {
            writer.add(0)
            return writer.bytes
        }
        writer.add(1)
        writer.add(name)
        writer.add(directory)
        writer.add(hint.map { [$0] } ?? [])
        return writer.bytes + layout
    }

    /// What another rank has found.
    /// - Parameter settings: those that it was found with.
    /// - Returns: nothing where each rank had better look itself.
    /// - Throws: `DataError` for bytes of another version, or others that do not fit.
    package init?(_ bytes: [UInt8], settings: DataSettings) throws {
        do {
            var reader = ByteReader(bytes)
            guard try reader.text() == "invar-data", try reader.number() == DataSource.version else {
                throw ByteReader.Damage(words: "another version made them")
            }
            guard try reader.number(upTo: 1) == 1 else {
                try reader.end()
                return nil
            }
            let (name, directory, hint) = (try reader.text(), try reader.text(), try reader.texts().first)
            let layout = try SentLayout(&reader)
            try reader.end()
            self.init(name: name, settings: settings, directory: directory, layout: layout, hint: hint)
        } catch let damage as ByteReader.Damage {
            throw DataError(
                "the data",
                "as another rank describes them cannot be read (\(damage.words)); do all ranks run one Invar?")
        }
    }
}
