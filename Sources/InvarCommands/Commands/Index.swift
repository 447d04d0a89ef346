import ArgumentParser
import InvarData
import InvarDump
import InvarTraining

struct Index: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Note what tar shards hold, so that no run reads through them first.",
        usage: "\(programName) index <directory> [<options>]",
        discussion: """
            Reads the headers of all shards of a directory once, and writes one file: of each
            shard its size and time of change, of each image its path, its place and its class.
            Runs that find it open no shard before they need an image of it. They hold sizes and
            times of all shards against it; shards that are others now are read through again,
            which is said. A run without an index makes one at its first start: this command is
            for doing that ahead, before many runs or ranks begin, and for directories that runs
            may not write to.

            The index lies among the shards (.invar-index), where every command that takes --data
            looks for it. Written elsewhere, it is named by --index. It serves all --image-key and
            --split-folders. Copies of shards fit it as long as they keep their times (rsync -t).
            A damaged index, and one of a later version, is an error that names the file.

            Examples:

              \(programName) index photos
              \(programName) index /mnt/photos --output photos.index
              \(programName) pretrain vicreg-resnet18 --data /mnt/photos --index photos.index
            """.flowing)

    @Argument(
        help: "The directory that the tar shards lie in, or folders of them.", completion: .directory,
        transform: PathOption.parse)
    var directory: String
    @Option(
        help: "The file to write. (default: .invar-index, in the directory)", completion: .file(),
        transform: PathOption.parse)
    var output: String?

    func run() throws {
        let stop = StopRequest()
        let interrupts = Interrupts(stop, notice: "\nstopping: no index is written; again: at once\n")
        let display = IndexDisplay(directory)
        if let output { try Choices.makeDirectory(of: output) }
        let made: MadeIndex
        do {
            made = try withExtendedLifetime(interrupts) {
                try MadeIndex(of: directory, to: output, progress: display.progress { stop.isRequested })
            }
        } catch is IndexStopped {
            display.finish()
            throw ExitCode(130)
        }
        display.finish()
        Output.line(
            "\(made.path): \(Format.count(made.images, "image")) in \(Format.count(made.shards, "shard")), "
                + "\(Format.grouped(made.bytes)) bytes")
        sayWhatRunsTake()
    }

    /// The line that runs begin with. An index is of use also where a run will have to be told more.
    private func sayWhatRunsTake() {
        do {
            Output.note(try DataSource(directory, settings: DataSettings(index: output)).line)
        } catch {
            Output.note("a run needs more than that: \(explanation(of: error))")
        }
    }
}
