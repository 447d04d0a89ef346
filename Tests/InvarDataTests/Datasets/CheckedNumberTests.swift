import CZlib
import Foundation
import InvarData
import InvarRuntime
import Testing

/// Numbers that files give are checked where they are read, and nothing is taken into memory before.
@Suite struct CheckedNumberTests {
    private let picture = Fixture.jpeg(height: 20, width: 30, seed: 7)

    private func shards() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        for i in 0..<4 { shard.add("\(i % 2)/\(i).jpg", picture) }
        _ = try directory.write(shard.finished, "train.tar")
        return directory
    }

    @Test(arguments: [9_400_000_000, 10_382_774_400, -9_400_000_000]) func aShardOfAnotherTime(seconds: Int) throws {
        let directory = try shards()
        var times = [timespec(tv_sec: seconds, tv_nsec: 999_999_999), timespec(tv_sec: seconds, tv_nsec: 999_999_999)]
        #expect(utimensat(AT_FDCWD, "\(directory.path)/train.tar", &times, 0) == 0)
        let first = try Dataset.load(directory.path, split: .train)
        #expect(first.count == 4)
        #expect(try Dataset.load(directory.path, split: .train).rawPixels().values == first.rawPixels().values)
    }

    /// 64 MiB of pixels in 64 kB, and 6 labels: no pixel is unpacked.
    @Test func labelsAreCountedBeforeImagesAreUnpacked() throws {
        let directory = try TemporaryDirectory()
        try directory.writeIdx(labels: [0, 1, 2, 3, 4, 5], split: "train")
        try FileManager.default.removeItem(atPath: "\(directory.path)/train-images-idx3-ubyte")
        let path = "\(directory.path)/train-images-idx3-ubyte.gz"
        let stream = try #require(gzopen(path, "wb9"))
        let header: [UInt8] = [0, 0, 8, 3, 0, 1, 0, 0, 0, 0, 0, 32, 0, 0, 0, 32]
        gzwrite(stream, header, 16)
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<64 { gzwrite(stream, zeros, 1 << 20) }
        gzclose(stream)
        // what stands behind the header is damaged: whoever unpacked it would say so
        var bytes = try directory.bytes("train-images-idx3-ubyte.gz")
        for place in (bytes.count / 2)..<(bytes.count / 2 + 200) { bytes[place] ^= 0x5A }
        _ = try directory.write(bytes, "train-images-idx3-ubyte.gz")
        for body in [
            { try Dataset.load(directory.path, split: .train).count }, { try DataSource(directory.path).line.count },
        ] {
            #expect(words { try body() }.contains("labels do not match images: 6 labels, 65536 images"))
        }
        #expect(words { try IdxFile(path: path, rank: 3).read() }.contains("damaged"))
    }

    /// More than the machine can hold is an error, and not the end of the process.
    @Test func moreThanTheMemory() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write([0, 0, 8, 3, 0, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0xFF, 0], "images")
        let descriptor = open(path, O_WRONLY)
        // a hole: no disk is used
        #expect(ftruncate(descriptor, off_t(0xFF0000 * 0xFF00 * 0xFF00) + 16) == 0 || errno == EFBIG)
        close(descriptor)
        let message = words { try IdxFile(path: path, rank: 3) }
        #expect(message.contains("this machine has") || message.contains("header claims"), "\(message)")
    }

    /// Files of holes whose records are more than 32 bits count.
    @Test func moreRecordsThanASetHas() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write([], "train.bin")
        let descriptor = open(path, O_WRONLY)
        try #require(ftruncate(descriptor, off_t(3074) * (1 << 31)) == 0)
        close(descriptor)
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("is it another file?"))
    }

    @Test(arguments: ["set.tar.gz", "set.tar"]) func compressedShardsAreRefusedUnread(name: String) throws {
        let directory = try TemporaryDirectory()
        let stream = try #require(gzopen("\(directory.path)/\(name)", "wb9"))
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<16 { gzwrite(stream, zeros, 1 << 20) }
        gzclose(stream)
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("is compressed"))
    }

    @Test func aClassBeyondAllClasses() throws {
        let directory = try TemporaryDirectory()
        var shard = TarWriter()
        shard.add("a.jpg", picture)
        shard.add("a.cls", Array("16777215".utf8))
        _ = try directory.write(shard.finished, "train.tar")
        #expect(words { try Dataset.load(directory.path, split: .train) }.contains("a class is a number from 0, below"))
    }
}
