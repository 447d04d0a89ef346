import Foundation
import InvarBLAS
import InvarCompiler
import InvarGraph
import InvarJIT
import InvarRuntime
import TestSupport
import Testing

/// Compiled kernels on disk: found again, never trusted blindly, and never a reason to fail.
@Suite struct CacheTests {
    /// A pooling: two kernels.
    private static let kernels = 2

    private static func graph(channels: Int = 5) throws -> Graph {
        let builder = GraphBuilder("pooling")
        let x = builder.input("x", TensorType([2, 6, 6, channels], .float32))
        let y = builder.emit(.maxPool(Window(2, stride: 2)), [x])
        builder.output("y", y)
        builder.output("dx", builder.emit(.maxPoolGradient(Window(2, stride: 2)), [y, x]))
        return try builder.finish()
    }

    /// Runs it with this cache, and checks what comes out.
    private static func run(_ cache: KernelCache?, channels: Int = 5) throws {
        let graph = try graph(channels: channels)
        var random = SplitMix(seed: channels)
        let inputs = ["x": random.tensor([2, 6, 6, channels])]
        let want = try TestSupport.run(graph, on: BLASExecutor(), inputs: inputs)
        let got = try TestSupport.run(graph, on: JITExecutor(cache: cache), inputs: inputs)
        #expect(got.complaints(against: want, relative: 0) == [])
        cache?.finishWriting()
    }

    /// What a cache of this folder finds, misses and stores in one run.
    private static func counts(_ folder: CacheTestFolder) throws -> KernelCache.Counts {
        let cache = KernelCache(.folder(folder.path))
        try run(cache)
        return cache.counts
    }

    private static let allMissed = KernelCache.Counts(found: 0, missed: kernels, stored: kernels)
    private static let allFound = KernelCache.Counts(found: kernels, missed: 0, stored: 0)

    @Test func aMissThenAHit() throws {
        let folder = CacheTestFolder()
        #expect(try Self.counts(folder) == Self.allMissed)
        #expect(try Self.counts(folder) == Self.allFound)
        #expect(try folder.mode("") == 0o700)
        for entry in try folder.entries() { #expect(try folder.mode(entry) == 0o600) }
    }

    @Test func otherVectorsAreOtherKernels() throws {
        let folder = CacheTestFolder()
        for bits in [128, 256] {
            let cache = KernelCache(.folder(folder.path))
            _ = try JITExecutor(vectorBits: bits, cache: cache).prepare(compile(Self.graph()), threads: 1)
            cache.finishWriting()
            #expect(cache.counts == Self.allMissed)
        }
    }

    /// Negative: so many bytes from the end.
    @Test(arguments: [0, 10, 55, 56, 57, -300, -1]) func truncated(_ length: Int) throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() {
            try folder.change(entry) { $0.removeSubrange((length < 0 ? $0.count + length : length)...) }
        }
        #expect(try Self.counts(folder) == Self.allMissed)
        #expect(try Self.counts(folder) == Self.allFound)
    }

    /// In the mark, the hash, the length, the checksum, the code and at the end.
    @Test(arguments: [0, 8, 39, 40, 47, 48, 56, -300, -1]) func aFlippedBit(_ place: Int) throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() {
            try folder.change(entry) { $0[place < 0 ? $0.count + place : place] ^= 4 }
        }
        #expect(try Self.counts(folder) == Self.allMissed)
        #expect(try Self.counts(folder) == Self.allFound)
    }

    @Test func anEntryUnderAnothersName() throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        let entries = try folder.entries()
        let first = try folder.bytes(entries[0])
        try folder.change(entries[1]) { $0 = first }
        #expect(try Self.counts(folder) == KernelCache.Counts(found: 1, missed: 1, stored: 1))
    }

    @Test(arguments: [0o777, 0o770, 0o702]) func aFolderThatOthersWriteIsRefused(_ mode: mode_t) throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        #expect(chmod(folder.path, mode) == 0)
        let cache = KernelCache(.folder(folder.path))
        try Self.run(cache)
        #expect(cache.counts == KernelCache.Counts())
        #expect(cache.problem?.contains("can be written by others") == true)
        #expect(JITExecutor(cache: cache).notes.contains { $0.contains(folder.path) })
    }

    @Test(arguments: [0o666, 0o620]) func anEntryThatOthersWriteIsRefused(_ mode: mode_t) throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() { #expect(chmod("\(folder.path)/\(entry)", mode) == 0) }
        #expect(try Self.counts(folder) == Self.allMissed)
    }

    @Test func linksAreNotFollowed() throws {
        let folder = CacheTestFolder(), other = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() {
            try FileManager.default.moveItem(atPath: "\(folder.path)/\(entry)", toPath: "\(folder.path)/x\(entry)")
            #expect(symlink("x\(entry)", "\(folder.path)/\(entry)") == 0)
        }
        #expect(try Self.counts(folder) == Self.allMissed)

        #expect(symlink(folder.path, other.path) == 0)
        let cache = KernelCache(.folder(other.path + "/"))
        try Self.run(cache)
        #expect(cache.counts == KernelCache.Counts())
    }

    /// Only root can give files away.
    @Test(.enabled(if: geteuid() == 0)) func anotherUsersFilesAreRefused() throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() { #expect(chown("\(folder.path)/\(entry)", 12345, 12345) == 0) }
        #expect(try Self.counts(folder) == Self.allMissed)
        #expect(chown(folder.path, 12345, 12345) == 0)
        let cache = KernelCache(.folder(folder.path))
        try Self.run(cache)
        #expect(cache.problem?.contains("another user") == true)
    }

    /// Root may write whatever the mode says.
    @Test(.enabled(if: geteuid() != 0)) func aFolderThatCannotBeWritten() throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        for entry in try folder.entries() { try FileManager.default.removeItem(atPath: "\(folder.path)/\(entry)") }
        #expect(chmod(folder.path, 0o500) == 0)
        let cache = KernelCache(.folder(folder.path))
        try Self.run(cache)
        #expect(cache.counts.stored == 0)
        #expect(cache.problem != nil)
    }

    @Test func aFolderThatCannotBeMade() throws {
        let cache = KernelCache(.folder("/dev/null/kernels"))
        try Self.run(cache)
        #expect(cache.counts == KernelCache.Counts())
        #expect(cache.problem != nil)
    }

    /// The disk is full from the start, or in the middle of an entry.
    @Test(arguments: [0, 100]) func aFullDisk(_ room: Int) throws {
        let folder = CacheTestFolder()
        let cache = KernelCache(.folder(folder.path)) { descriptor, bytes in
            let fits = min(bytes.count, room - Int(lseek(descriptor, 0, SEEK_CUR)))
            if fits > 0 { return CacheWriter.system(descriptor, bytes.prefix(fits)) }
            errno = ENOSPC
            return -1
        }
        try Self.run(cache)
        #expect(cache.counts == KernelCache.Counts(found: 0, missed: Self.kernels, stored: 0))
        #expect(cache.problem?.contains("No space left") == true)
        #expect(try folder.entries() == [])
    }

    @Test func severalWritersAtOnce() async throws {
        let folder = CacheTestFolder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for channels in 1...3 { try Self.run(KernelCache(.folder(folder.path)), channels: channels) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try folder.entries().count == 3 * Self.kernels)
        for channels in 1...3 {
            let cache = KernelCache(.folder(folder.path))
            try Self.run(cache, channels: channels)
            #expect(cache.counts == Self.allFound)
        }
    }

    @Test func theOldestGoWhenItIsFull() throws {
        let folder = CacheTestFolder()
        _ = try Self.counts(folder)
        let old = try folder.entries()
        for entry in old { try folder.age(entry, seconds: 86400) }
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/notes.txt"))
        try Data("left over".utf8).write(to: URL(fileURLWithPath: folder.path + "/.partial-1-2"))
        try folder.age(".partial-1-2", seconds: 86400)
        let sizes = try old.reduce(0) { try $0 + folder.bytes($1).count }
        let cache = KernelCache(.folder(folder.path), limit: sizes * 3 / 2)
        try Self.run(cache, channels: 6)
        let left = try folder.entries()
        #expect(left.contains("notes.txt") && !left.contains(".partial-1-2"))
        #expect(left.filter { old.contains($0) }.count < old.count)
        #expect(left.count { !old.contains($0) } == Self.kernels + 1)
    }

    @Test func whereItIs() {
        #expect(CachePlace(environment: ["INVAR_CACHE": "off", "HOME": "/h"]) == .off)
        #expect(CachePlace(environment: ["INVAR_CACHE": "", "HOME": "/h"]) == .off)
        #expect(CachePlace(environment: ["INVAR_CACHE": "here", "HOME": "/h"]) == .folder("here"))
        #expect(CachePlace(environment: ["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == .folder("/c/invar/kernels"))
        #expect(CachePlace(environment: ["XDG_CACHE_HOME": "", "HOME": "/h"]) == .folder("/h/.cache/invar/kernels"))
        if case .none = CachePlace(environment: [:]) {} else { Issue.record("no home, yet a folder") }
    }

    @Test func offIsNoProblem() throws {
        let cache = KernelCache(.off)
        try Self.run(cache)
        try Self.run(nil)
        #expect(cache.counts == KernelCache.Counts() && cache.problem == nil)
    }

    /// The examples of the standard, and messages around a block's end.
    @Test func knownHashes() {
        #expect(SHA256("").hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256("abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        let around = Set((50...70).map { SHA256(String(repeating: "a", count: $0)).hex })
        #expect(around.count == 21)
    }
}
