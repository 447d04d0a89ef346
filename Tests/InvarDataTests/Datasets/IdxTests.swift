import CZlib
import Foundation
import InvarData
import Testing

@Suite struct IdxTests {
    private func idx(_ shape: [Int], type: UInt8 = 8, rank: UInt8? = nil, values: Int? = nil) -> [UInt8] {
        let sizes = shape.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } }
        let count = values ?? shape.reduce(1, *)
        return [0, 0, type, rank ?? UInt8(shape.count)] + sizes + (0..<count).map { UInt8($0 % 10) }
    }

    private func gzip(_ bytes: [UInt8], to path: String) {
        guard let stream = gzopen(path, "wb6") else { return }
        gzwrite(stream, bytes, UInt32(bytes.count))
        gzclose(stream)
    }

    private func message(_ bytes: [UInt8], rank: Int = 3, gzipped: Bool = false) throws -> String {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/file"
        if gzipped { gzip(bytes, to: path) } else { _ = try directory.write(bytes, "file") }
        do {
            _ = try IdxFile(path: path, rank: rank).read()
            return "no error"
        } catch let error as DataError {
            #expect(error.subject == path)
            return error.message
        }
    }

    @Test(arguments: [[1, 1, 1], [3, 5, 7], [10, 28, 28], [0, 28, 28]]) func readsPlainAndCompressed(shape: [Int])
        throws
    {
        let directory = try TemporaryDirectory()
        let bytes = idx(shape)
        let plain = try directory.write(bytes, "plain")
        gzip(bytes, to: "\(directory.path)/packed.gz")
        let first = try IdxFile(path: plain, rank: 3)
        let second = try IdxFile(path: "\(directory.path)/packed.gz", rank: 3)
        #expect(first.shape == shape && second.shape == shape)
        #expect(try first.read() == Array(bytes[16...]) && second.read() == first.read())
    }

    @Test(arguments: [false, true]) func faultsAreNamed(gzipped: Bool) throws {
        func check(_ bytes: [UInt8], _ words: String) throws {
            let found = try message(bytes, gzipped: gzipped)
            #expect(found.contains(words), "\(found)")
        }
        try check(idx([3, 5, 7], values: 104), "cut short")
        try check(idx([3, 5, 7], values: 106), "too long")
        try check([], "not an idx file")
        try check([0, 0, 8], "not an idx file")
        try check([1] + idx([3, 5, 7]), "not an idx file")
        try check(idx([3, 5, 7], type: 0x0D), "element type 13")
        try check(idx([105, 1, 1], rank: 1), "rank 1")
        try check(idx([0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], values: 10), "header claims")
        try check(idx([0xFFFF_FFFF, 28, 28], values: 10), "header claims")
    }

    @Test func aCutArchiveIsAnError() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a.gz"
        gzip(idx([30, 28, 28]), to: path)
        let whole = try directory.bytes("a.gz")
        for kept in stride(from: 0, to: whole.count, by: 7) {
            let cut = try directory.write(Array(whole[..<kept]), "cut.gz")
            #expect(throws: DataError.self) { try IdxFile(path: cut, rank: 3).read() }
        }
    }

    @Test func missingFilesAndDirectories() {
        #expect(throws: DataError.self) { try IdxFile(path: "/nowhere/at/all", rank: 3) }
        #expect(throws: DataError.self) { try IdxFile(path: "/", rank: 3) }
    }

    @Test(arguments: [false, true]) func mutatedFilesNeverCrash(gzipped: Bool) throws {
        let directory = try TemporaryDirectory()
        gzip(idx([4, 9, 11]), to: "\(directory.path)/seed")
        let seed = gzipped ? try directory.bytes("seed") : idx([4, 9, 11])
        var failures = 0
        for number in 0..<3000 {
            let path = try directory.write(mutated(seed, number: number), "mutated")
            do {
                let file = try IdxFile(path: path, rank: 3)
                #expect(try file.read().count == file.shape.reduce(1, *))
            } catch is DataError {
                failures += 1
            }
        }
        #expect(failures > 500)
    }
}
