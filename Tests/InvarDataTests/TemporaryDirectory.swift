import Foundation
import InvarRuntime

/// A directory that goes with the value.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("invar-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let file = "\(path)/\(name)"
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

/// The bytes with something changed, as a bad disk, a bad transfer or a bad person would.
func mutated(_ bytes: [UInt8], number: Int) -> [UInt8] {
    var random = CounterRandom(seed: 99, item: number, purpose: .sampling)
    var result = bytes
    for _ in 0...random.integer(below: 3) {
        guard !result.isEmpty else { return [UInt8(truncatingIfNeeded: random.bits())] }
        // most of what can go wrong is in the header
        let reach = random.chance(0.7) ? min(result.count, 200) : result.count
        let place = random.integer(below: reach)
        switch random.integer(below: 7) {
        case 0: result[place] ^= 1 << UInt8(random.integer(below: 8))
        case 1: result[place] = UInt8(truncatingIfNeeded: random.bits())
        case 2:
            result[place] =
                [0, 0xFF, 0x7F, 0x80, UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "{")][random.integer(below: 7)]
        case 3: result.removeSubrange(place...)
        case 4: result.remove(at: place)
        case 5: result.insert(UInt8(truncatingIfNeeded: random.bits()), at: place)
        default: result.insert(contentsOf: result[place..<min(place + 8, result.count)], at: place)
        }
    }
    return result
}

extension TemporaryDirectory {
    /// The two idx files of a split, with pictures of 2 × 3.
    func writeIdx(labels: [UInt8], split: String, images: Int? = nil, dotted: Bool = false) throws {
        let count = images ?? labels.count
        func sizes(_ sizes: [Int]) -> [UInt8] {
            [0, 0, 8, UInt8(sizes.count)]
                + sizes.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
        }
        let between = dotted ? "." : "-"
        _ = try write(
            sizes([count, 2, 3]) + [UInt8](repeating: 7, count: count * 6), "\(split)-images\(between)idx3-ubyte")
        _ = try write(sizes([labels.count]) + labels, "\(split)-labels\(between)idx1-ubyte")
    }
}
