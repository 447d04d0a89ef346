import InvarRuntime
import Synchronization

/// Compiled kernels on disk, kept from process to process. It never fails: what cannot be read is compiled, what cannot
/// be written is forgotten, and `problem` says why.
package final class KernelCache: Sendable {
    /// How often an entry was found, was not, and was written.
    package struct Counts: Hashable, Sendable {
        package var found, missed, stored: Int

        package init(found: Int = 0, missed: Int = 0, stored: Int = 0) {
            (self.found, self.missed, self.stored) = (found, missed, stored)
        }
    }

    private enum Access {
        case untried
        case open(CacheFolder)
        case refused
    }

    private struct State {
        var access = Access.untried
        var counts = Counts()
        var problem: String?
    }

    private let place: CachePlace
    private let limit: Int
    private let write: CacheWriter.Write
    private let state = Mutex(State())
    /// Held by who writes: one after another.
    private let writing = Mutex(())
    /// Who writes behind the back of whoever compiled.
    private let writers = Mutex<[WorkerThread]>([])

    /// - Parameter limit: bytes. Where entries take more, the oldest are deleted.
    package init(
        _ place: CachePlace, limit: Int = 512 << 20,
        write: @escaping CacheWriter.Write = CacheWriter.system
    ) {
        (self.place, self.limit, self.write) = (place, limit, write)
    }

    /// Nobody waits for what is being written any more. A writer holds the cache until it has written, and may be the last to do so.
    deinit { writers.withLock { for writer in $0 { writer.detach() } } }

    package var counts: Counts { state.withLock { $0.counts } }

    /// Why it is not used, or not written to, as far as that was tried.
    package var problem: String? { state.withLock { $0.problem } }

    /// The object file of this hash, if it is there and sound.
    func object(_ hash: SHA256) -> [UInt8]? {
        guard let folder = folder() else { return nil }
        let object = CacheEntry.read(CacheEntry.name(hash), in: folder).flatMap { CacheEntry.decode($0, hash) }
        state.withLock { if object == nil { $0.counts.missed += 1 } else { $0.counts.found += 1 } }
        return object
    }

    /// Keeps these. Returns at once, unless the system has no thread that could write them.
    func store(_ objects: [(hash: SHA256, object: [UInt8])]) {
        guard !objects.isEmpty, let folder = folder() else { return }
        let write: @Sendable () -> Void = { [self] in
            writing.withLock { _ in put(objects, in: folder) }
        }
        do throws(ThreadError) {
            let writer = try WorkerThread(write)
            writers.withLock { $0.append(writer) }
        } catch {
            write()
        }
    }

    private func put(_ objects: [(hash: SHA256, object: [UInt8])], in folder: CacheFolder) {
        let writer = CacheWriter(folder: folder, write: write)
        do throws(CacheRefusal) {
            for (hash, object) in objects {
                try writer.put(CacheEntry.encode(object, hash), as: CacheEntry.name(hash))
                state.withLock { $0.counts.stored += 1 }
            }
        } catch {
            // The next would fare no better.
            refuse(error.reason)
        }
        folder.trim(to: limit)
    }

    /// Waits until what was handed to `store` is written.
    package func finishWriting() {
        writers.withLock { writers in
            for writer in writers { writer.join() }
            writers = []
        }
    }

    private func folder() -> CacheFolder? {
        state.withLock { state in
            if case .untried = state.access {
                state.access = .refused
                switch place {
                case .off: break
                case .none(let reason): state.problem = "kernels are not kept: \(reason)"
                case .folder(let path):
                    do throws(CacheRefusal) {
                        state.access = .open(try CacheFolder(path))
                    } catch {
                        state.problem = "kernels are not kept: \(error.reason)"
                    }
                }
            }
            guard case .open(let folder) = state.access else { return nil }
            return folder
        }
    }

    /// Says why something was not kept, if nothing was said before.
    func refuse(_ reason: String) {
        guard place != .off else { return }
        state.withLock { if $0.problem == nil { $0.problem = "kernels are not kept: \(reason)" } }
    }
}
