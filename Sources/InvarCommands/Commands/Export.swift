import ArgumentParser
import InvarDump
import InvarExport
import InvarKit

struct Export: ParsableCommand {
    /// What an encoder can be written as for other programs.
    enum FileFormat: String, CaseIterable {
        case onnx
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the trained encoder as an ONNX model, for ONNX Runtime and others.",
        usage: "\(programName) export [<run>] [<options>]",
        discussion: """
            Writes the encoder as it is used after training: BatchNorm with its running
            statistics, no dropout. The model takes any number of images at a time. Its input is
            "image", float32 [batch, channels, height, width] in the size that the architecture
            says, or "features" [batch, n] for an encoder of rows; its output is
            "representation" [batch, width]. Weights have torchvision's names, operators are
            those of opset 17. A layer that ONNX cannot hold is an error with its line.

            Images go in normalized, (pixel / 255 - mean) / std for each channel, as into
            torchvision's models; mean and std are in the model's metadata. With --normalize the
            model does that itself, and pixels from 0 to 1 go in.

            Examples:

              \(programName) export runs/first
              \(programName) export runs/first --normalize --output first.onnx
              \(programName) export --architecture vicreg-resnet50 --encoder resnet50.safetensors
            """.flowing)

    @OptionGroup var source: EncoderChoice
    @Option(help: "onnx.", completion: .list(FileFormat.allCases.map(\.rawValue)))
    var format = FileFormat.onnx.rawValue
    @Flag(help: "The model takes pixels from 0 to 1, and normalizes them itself.")
    var normalize = false
    @Option(
        help: "The file; encoder.onnx in the run's directory, or beside the encoder's file, unless given.",
        completion: .file(extensions: ["onnx"]), transform: PathOption.parse)
    var output: String?

    func run() throws {
        let format = try FileFormat("format", named: format)
        // nothing is computed: any executor will do
        let chosen = try source.read(ExecutorKind.blas.executor(), threads: 1)
        let path = output ?? chosen.path(ending: ".\(format.rawValue)")
        try Choices.makeDirectory(of: path)
        switch format {
        case .onnx:
            let written = try chosen.encoder.export(onnx: path, normalizing: normalize)
            let shape = written.inputShape.map { ", \($0)" }.joined()
            Output.line(
                "\(path): \(written.input) [batch\(shape)] to representation [batch, \(written.width)]; "
                    + "\(Format.count(written.nodes, "node")), \(Format.bytes(written.bytes)), opset 17")
        }
    }
}
