import Foundation
import InvarData
import InvarRuntime

/// A directory of very many small tar shards: PNG pictures made of numbers, in five classes, of uneven size, one shard without
/// anything in it, and one with a picture that cannot be read.
struct ManyShards {
    static let classes = ["ant", "bee", "cat", "dog", "elk"]
    let directory: TemporaryDirectory
    let shards: Int
    var path: String { directory.path }

    /// - Parameter most: images in a shard: it has 1 to so many.
    init(shards: Int = 200, most: Int = 12) throws {
        directory = try TemporaryDirectory()
        self.shards = shards
        for shard in 0..<shards { try write(shard, most) }
    }

    static func name(_ shard: Int) -> String { "set-train-\(String(10_000 + shard).dropFirst()).tar" }

    /// The shard that is empty, and the one with a bad image.
    var empty: Int { shards / 3 }
    var damaged: Int { shards / 2 }

    private func write(_ shard: Int, _ most: Int) throws {
        var random = CounterRandom(seed: 5, item: shard, purpose: .sampling)
        var tar = TarWriter()
        for i in 0..<(shard == empty ? 0 : 1 + random.integer(below: most)) {
            let number = random.integer(below: ManyShards.classes.count)
            var picture = Picture(height: 6 + random.integer(below: 6), width: 8, channels: 3)
            for place in picture.pixels.indices {
                picture.pixels[place] = UInt8(50 * number + random.integer(below: 50))
            }
            var bytes = try picture.png(for: "a test's picture")
            if shard == damaged, i == 0 { bytes.removeLast(bytes.count / 2) }
            tar.add("\(ManyShards.classes[number])/\(shard)-\(i).png", bytes)
        }
        _ = try directory.write(tar.finished, ManyShards.name(shard))
    }
}

/// Which files were opened, and how many were open at once.
final class CountedCalls: FileCalls, @unchecked Sendable {
    private let system = SystemCalls()
    private let lock = NSLock()
    private var paths: [Int32: String] = [:]
    private(set) var opened: [String: Int] = [:]
    private(set) var mostAtOnce = 0

    func open(_ path: String, _ flags: Int32) -> Int32 {
        let descriptor = system.open(path, flags)
        lock.withLock {
            opened[PathParts.name(path), default: 0] += 1
            if descriptor >= 0 { paths[descriptor] = path }
            mostAtOnce = max(mostAtOnce, paths.count)
        }
        return descriptor
    }

    func close(_ descriptor: Int32) -> Int32 {
        // before the system may give the number to another file
        lock.withLock { paths[descriptor] = nil }
        return system.close(descriptor)
    }

    var shards: Set<String> { lock.withLock { Set(opened.keys.filter { $0.hasSuffix(".tar") }) } }

    func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int { system.write(descriptor, bytes) }
    func sync(_ descriptor: Int32) -> Int32 { system.sync(descriptor) }
    func rename(_ from: String, _ to: String) -> Int32 { system.rename(from, to) }
    func remove(_ path: String) -> Int32 { system.remove(path) }
    func makeDirectory(_ path: String) -> Int32 { system.makeDirectory(path) }
}
