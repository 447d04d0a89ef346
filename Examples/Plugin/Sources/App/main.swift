// Embeds a picture that it draws itself, with weights that `Models pretrain` wrote:
//
//     swift run -c release App runs/small/encoder.safetensors
import Small

guard let weights = CommandLine.arguments.dropFirst().first else {
    print("usage: App encoder.safetensors")
    throw Small.Failure.argument("no file with weights was named")
}
let encoder = try Small(weights: weights)
let picture = (0..<40 * 60).map { UInt8($0 % 60 * 4) }
let representation = try encoder(pixels: picture, width: 60, height: 40, channels: 1)
print("\(representation.count) numbers, computed by code for \(Small.target ?? ""): \(representation.prefix(3))")
