import Foundation
import InvarData
import TestSupport
import Testing

/// A file is the old one or the new one, and only where it was asked for.
@Suite struct AtomicFileTests {
    @Test func replacesTheOldFile() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write([1, 2, 3], "run.json")
        try AtomicFile.write("new", to: path)
        #expect(try directory.bytes("run.json") == Array("new".utf8))
        #expect(try directory.names == ["run.json"])
    }

    @Test func anErrorLeavesTheOldFile() throws {
        struct Stop: Error {}
        let directory = try TemporaryDirectory()
        let path = try directory.write([1, 2, 3], "old")
        #expect(throws: Stop.self) {
            try AtomicFile.write(to: path) { file in
                try [UInt8](repeating: 9, count: 100).withUnsafeBytes { try file.append($0) }
                throw Stop()
            }
        }
        #expect(try directory.bytes("old") == [1, 2, 3])
        #expect(try directory.names == ["old"])
    }

    /// What is renamed is on the disk, and then the name is.
    @Test func theOrderIsWriteSyncRenameSync() throws {
        let directory = try TemporaryDirectory()
        let calls = RecordedCalls(directory.path, mostBytes: 2)
        try FileSystem.$calls.withValue(calls) {
            try Folder.make("\(directory.path)/x/y")
            try AtomicFile.write([1, 2, 3, 4, 5], to: "\(directory.path)/x/y/a")
        }
        #expect(
            calls.calls == [
                "make x", "open .", "sync .", "make x/y", "open x", "sync x",
                "open x/y/.a.partial", "write x/y/.a.partial", "sync x/y/.a.partial",
                "rename x/y/.a.partial x/y/a", "open x/y", "sync x/y",
            ])
        #expect(try directory.bytes("x/y/a") == [1, 2, 3, 4, 5])
    }

    @Test(arguments: [EIO, ENOSPC, EDQUOT]) func afterAnyFailureOneOfThemIsWhole(code: Int32) throws {
        let directory = try TemporaryDirectory()
        let old: [UInt8] = [1, 2, 3]
        let new = [UInt8](repeating: 7, count: 1000)
        var failures = 0
        for number in 0... {
            let path = try directory.write(old, "a")
            let calls = RecordedCalls(directory.path, failing: number, code: code, mostBytes: 300)
            do {
                try FileSystem.$calls.withValue(calls) { try AtomicFile.write(new, to: path) }
                #expect(calls.count == number, "the call \(calls.calls.last ?? "-") failed without an error")
                break
            } catch let error as DataError {
                failures += 1
                #expect(error.subject == path && error.message.contains(String(cString: strerror(code))), "\(error)")
                let isRenamed = calls.calls.contains("rename .a.partial a") && calls.calls.last != "rename .a.partial a"
                #expect(try directory.bytes("a") == (isRenamed ? new : old), "\(calls.calls)")
                #expect(try directory.names == ["a"], "\(calls.calls)")
            }
        }
        // open, four writes, sync, rename, and open and sync of the directory
        #expect(failures == 9)
    }

    @Test func leftoversOfAKilledWriterGo() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a"
        _ = try directory.write([UInt8](repeating: 7, count: 1000), ".a.partial")
        try AtomicFile.write([5], to: path)
        #expect(try directory.bytes("a") == [5])
        #expect(try directory.names == ["a"])
    }

    enum Planted: CaseIterable { case link, hardLink, pipe, linkToNothing, directory }

    /// Nothing that lies where the new file is to be made is written to.
    @Test(arguments: Planted.allCases) func whatWasPlantedIsNotFollowed(_ planted: Planted) throws {
        let directory = try TemporaryDirectory()
        let victim = try directory.write([1, 2, 3], "victim")
        let place = "\(directory.path)/.a.partial"
        switch planted {
        case .link: #expect(symlink(victim, place) == 0)
        case .hardLink: #expect(link(victim, place) == 0)
        case .pipe: #expect(mkfifo(place, 0o600) == 0)
        case .linkToNothing: #expect(symlink("made", place) == 0)
        case .directory: #expect(mkdir(place, 0o700) == 0)
        }
        try AtomicFile.write([5], to: "\(directory.path)/a")
        var status = stat()
        #expect(lstat("\(directory.path)/a", &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
        #expect(try directory.bytes("a") == [5])
        #expect(try directory.bytes("victim") == [1, 2, 3])
        // a directory can hold something, and stays
        #expect(try directory.names.filter { $0 != ".a.partial" } == ["a", "victim"])
        #expect(try directory.names.contains(".a.partial") == (planted == .directory))
    }

    @Test func twoWritersAtOnceDoNotMix() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a"
        try AtomicFile.write(to: path) { outer in
            try [UInt8](repeating: 1, count: 50).withUnsafeBytes { try outer.append($0) }
            try AtomicFile.write([UInt8](repeating: 2, count: 70), to: path)
            #expect(try directory.bytes("a") == [UInt8](repeating: 2, count: 70))
            try [UInt8](repeating: 1, count: 50).withUnsafeBytes { try outer.append($0) }
        }
        #expect(try directory.bytes("a") == [UInt8](repeating: 1, count: 100))
        DispatchQueue.concurrentPerform(iterations: 200) { number in
            let bytes = [UInt8](repeating: UInt8(number), count: 10_000 + number)
            #expect(throws: Never.self) { try AtomicFile.write(bytes, to: path) }
        }
        let last = try directory.bytes("a")
        #expect(Set(last).count == 1 && last.count == 10_000 + Int(last[0]))
        #expect(try directory.names == ["a"])
    }
}

/// What stands at the path that is asked for decides what becomes of it.
@Suite struct DestinationTests {
    private func kind(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    @Test func aLinkStaysAndItsFileIsReplaced() throws {
        let directory = try TemporaryDirectory()
        let target = try directory.write([1], "far/target")
        #expect(symlink("far/target", "\(directory.path)/near") == 0)
        #expect(symlink("near", "\(directory.path)/nearer") == 0)
        try AtomicFile.write([2], to: "\(directory.path)/nearer")
        #expect(try directory.bytes("far/target") == [2] && kind(target) == S_IFREG)
        #expect(kind("\(directory.path)/near") == S_IFLNK && kind("\(directory.path)/nearer") == S_IFLNK)
        // a link to what is not there yet makes it, as writing through it does
        #expect(symlink("far/new", "\(directory.path)/future") == 0)
        try AtomicFile.write([3], to: "\(directory.path)/future")
        #expect(try directory.bytes("far/new") == [3])
        #expect(symlink("b", "\(directory.path)/a") == 0 && symlink("a", "\(directory.path)/b") == 0)
        #expect(words { try AtomicFile.write([4], to: "\(directory.path)/a") }.contains("/a: error: cannot be written"))
        #expect(try directory.names == ["a", "b", "far", "future", "near", "nearer"])
    }

    @Test func aDeviceIsWrittenToAndStays() throws {
        let directory = try TemporaryDirectory()
        let (null, full) = ("\(directory.path)/null", "\(directory.path)/full")
        #expect(symlink("/dev/null", null) == 0 && symlink("/dev/full", full) == 0)
        try AtomicFile.write([1, 2], to: null)
        #expect(words { try AtomicFile.write([1, 2], to: full) }.contains("No space left on device"))
        #expect(kind(null) == S_IFLNK && kind(full) == S_IFLNK && kind("/dev/null") == S_IFCHR)
        #expect(try directory.names == ["full", "null"])
        if geteuid() == 0, mknod("\(directory.path)/own", S_IFCHR | 0o600, dev_t(1 << 8 | 3)) == 0 {
            try AtomicFile.write([1, 2], to: "\(directory.path)/own")
            #expect(kind("\(directory.path)/own") == S_IFCHR)
        }
    }

    @Test func aPipeIsWrittenToAndStays() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // open for both, so that neither end waits for the other
        let descriptor = open(path, O_RDWR)
        defer { close(descriptor) }
        try AtomicFile.write([1, 2, 3], to: path)
        var got = [UInt8](repeating: 0, count: 8)
        #expect(read(descriptor, &got, 8) == 3 && Array(got[..<3]) == [1, 2, 3])
        #expect(kind(path) == S_IFIFO)
    }

    @Test func whatIsNoFileIsNamed() throws {
        let directory = try TemporaryDirectory()
        #expect(words { try AtomicFile.write("x", to: "") }.contains("is no path"))
        #expect(words { try AtomicFile.write("x", to: directory.path) }.contains("is a directory"))
        #expect(words { try AtomicFile.write("x", to: directory.path + "/new/") }.contains("ends in /"))
        #expect(
            words { try AtomicFile.write("x", to: "/nowhere/at/all.json") }
                .hasPrefix("/nowhere/at/all.json: error: cannot be written: No such file"))
        #expect(try directory.names == [])
    }
}

@Suite struct PathTests {
    @Test(arguments: [
        ("a", ".", "a"), ("/a", "/", "a"), ("a/b", "a", "b"), ("a//b/", "a", "b"), ("/", "/", "/"), ("", ".", ""),
        ("./a", ".", "a"), ("é/ü.png", "é", "ü.png"), ("a/\u{301}b", "a", "\u{301}b"), ("~/x", "~", "x"),
    ]) func partsAreCutAtSlashes(path: String, folder: String, name: String) {
        #expect(Array(PathParts.folder(path).utf8) == Array(folder.utf8))
        #expect(Array(PathParts.name(path).utf8) == Array(name.utf8))
    }

    @Test func foldersAreMadeOrNamed() throws {
        let directory = try TemporaryDirectory()
        try Folder.make("\(directory.path)/a/b/c")
        try Folder.make("\(directory.path)/a/b/c")
        #expect(FileStatus("\(directory.path)/a/b/c")?.isDirectory == true)
        let file = try directory.write([], "file")
        let message = words { try Folder.make("\(file)/x/y") }
        #expect(message.hasPrefix("\(file)/x/y: error: ") && message.contains("\(file) is a file"), "\(message)")
        #expect(words { try Folder.make("/proc/invar/x") }.hasPrefix("/proc/invar/x: error: cannot be made: "))
    }

    @Test(arguments: [
        "plain.jpg", "a\nb", "tab\there", "back\\slash", "\\n", "\\u{a}", "bell\u{7}\u{1B}[31m", "é", "e\u{301}",
        "\u{2028}", "\r\n", "",
    ]) func escapedNamesComeBack(name: String) {
        let escaped = name.escapedName
        #expect(Array(String(escapedName: escaped).utf8) == Array(name.utf8), "\(escaped)")
        #expect(!escaped.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
    }
}
