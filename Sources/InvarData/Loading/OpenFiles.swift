import Foundation
import Synchronization

/// The files of a data set that hold many images each, as all workers of a loader read them: those that were read last stay open, up to
/// a bound. A set may have more shards than a process may open files.
package final class OpenFiles: Sendable {
    fileprivate struct Kept {
        var files: [Int: (file: ByteFile, use: Int)] = [:]
        var uses = 0
    }

    private let calls: any FileCalls
    private let most: Int
    private let kept = Mutex(Kept())

    /// - Parameters:
    ///   - calls: how files are opened: those of whoever makes the loader, whose workers are other tasks.
    ///   - most: how many stay open beside those that workers are reading at the moment.
    init(calls: any FileCalls = FileSystem.calls, most: Int = OpenFiles.share) {
        (self.calls, self.most) = (calls, max(1, most))
    }

    /// A process has several loaders, and more than one rank may live in it: each takes a sixteenth of what it may open, between 8
    /// and 128.
    package static var share: Int { min(128, max(8, System.mostOpenFiles / 16)) }

    /// - Parameter key: which of the set's files that is.
    /// - Throws: `DataError` where it cannot be opened.
    func file(_ key: Int, at path: @autoclosure () -> String) throws -> ByteFile {
        if let file = kept.withLock({ $0.find(key) }) { return file }
        // not while the lock is held: on a shared file system this takes its time, and the others have work
        let opened = try open(path())
        return kept.withLock { $0.keep(opened, as: key, most) }
    }

    /// A file that holds one image, for this one time.
    /// - Throws: `DataError` where it cannot be opened.
    func open(_ path: String) throws -> ByteFile {
        do { return try ByteFile(path, calls) } catch {
            guard System.isOutOfFiles else { throw error }
            // those that are kept may be what is in the way
            kept.withLock { $0.files = [:] }
            return try ByteFile(path, calls)
        }
    }
}

extension OpenFiles.Kept {
    fileprivate mutating func find(_ key: Int) -> ByteFile? {
        uses += 1
        files[key]?.use = uses
        return files[key]?.file
    }

    /// - Returns: the file; another worker may have opened it meanwhile, and then that one's.
    fileprivate mutating func keep(_ file: ByteFile, as key: Int, _ most: Int) -> ByteFile {
        if let found = find(key) { return found }
        if files.count >= most, let oldest = files.min(by: { $0.value.use < $1.value.use }) {
            files[oldest.key] = nil
        }
        files[key] = (file, uses)
        return file
    }
}
