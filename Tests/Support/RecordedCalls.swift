import Foundation
import InvarData
import Synchronization

/// The system's calls, carried out and written down; one of them may fail, as it does on a full or a broken disk.
package final class RecordedCalls: FileCalls {
    private struct State {
        var calls: [String] = []
        var paths: [Int32: String] = [:]
        var count = 0
    }

    private let system = SystemCalls()
    private let root: String
    private let failing: Int?
    private let code: Int32
    private let mostBytes: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - root: is left out of the paths that are written down.
    ///   - failing: the number, from 0, of the call that fails with `code`.
    ///   - mostBytes: what a single write takes.
    package init(_ root: String, failing: Int? = nil, code: Int32 = EIO, mostBytes: Int = .max) {
        (self.root, self.failing, self.code, self.mostBytes) = (root, failing, code, mostBytes)
    }

    /// `write .a.partial`, `rename .a.partial a`, `sync .`; repeated ones once. What was closed or removed is not among them.
    package var calls: [String] {
        state.withLock { $0.calls.reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
    }

    /// How many there were, each counted.
    package var count: Int { state.withLock { $0.count } }

    private func plain(_ path: String) -> String {
        if path == root { return "." }
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    private func record(_ words: String) -> Bool {
        let number = state.withLock { state in
            state.calls.append(words)
            state.count += 1
            return state.count - 1
        }
        guard number == failing else { return true }
        errno = code
        return false
    }

    private func path(_ descriptor: Int32) -> String { state.withLock { $0.paths[descriptor] } ?? "?" }

    package func open(_ path: String, _ flags: Int32) -> Int32 {
        guard record("open \(plain(path))") else { return -1 }
        let descriptor = system.open(path, flags)
        if descriptor >= 0 { state.withLock { $0.paths[descriptor] = plain(path) } }
        return descriptor
    }

    package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        guard record("write \(path(descriptor))") else { return -1 }
        return system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(mostBytes)))
    }

    package func sync(_ descriptor: Int32) -> Int32 {
        record("sync \(path(descriptor))") ? system.sync(descriptor) : -1
    }

    package func rename(_ from: String, _ to: String) -> Int32 {
        record("rename \(plain(from)) \(plain(to))") ? system.rename(from, to) : -1
    }

    package func makeDirectory(_ path: String) -> Int32 {
        record("make \(plain(path))") ? system.makeDirectory(path) : -1
    }

    package func remove(_ path: String) -> Int32 { system.remove(path) }
    package func close(_ descriptor: Int32) -> Int32 { system.close(descriptor) }
}
