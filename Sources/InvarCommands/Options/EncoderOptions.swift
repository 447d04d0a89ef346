import ArgumentParser
import InvarData
import InvarRuntime

/// What every command takes that looks at what a trained encoder makes of images.
struct EncoderOptions: ParsableArguments {
    @OptionGroup var source: EncoderChoice
    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup var compute: ExecutorOptions
    @OptionGroup var bad: BadImagesOption

    struct Chosen {
        let trained: ChosenEncoder
        let images: ChosenImages
        let executor: any Executor
        let threads: Int
        private let bad: BadImagesOption

        fileprivate init(_ options: EncoderOptions, _ table: TableFiles) throws {
            (executor, threads) = try options.compute.chosen()
            trained = try options.source.read(executor, threads: threads)
            images = try trained.images(options.data, table)
            bad = options.bad
        }

        /// Counts the images that cannot be read, beside those that were found earlier.
        func badImages() throws -> BadImages { try bad.count(in: trained.badImages) }

        /// Says how many were left out.
        func sayLeftOut(_ parts: [(kind: String, read: Int, count: Int)]) {
            BadImagesOption.say(parts, log: trained.badImages)
        }
    }

    /// - Parameter table: the files of rows, for an encoder of a model that sees no images.
    func chosen(_ table: TableFiles = TableFiles(training: TableFiles.Part())) throws -> Chosen {
        try Chosen(self, table)
    }
}
