import Foundation
import InvarJIT
import Synchronization

/// Where the tests of this process keep the kernels that they compile: what is run on one thread and then on two is
/// compiled once. Gone with the process; never the user's own cache.
package enum TestKernels {
    private struct Current {
        var cache: KernelCache?
        var folder = ""
        var count = 0
    }

    private static let current = Mutex(Current())

    /// A cache to compile with. It is a new one after some hundred kernels: each look around in a folder costs more the
    /// more there are, and of all those kernels few are wanted again.
    package static func cache() -> KernelCache {
        current.withLock { current in
            if let cache = current.cache, cache.counts.stored < 400 { return cache }
            if current.count == 0 { atexit { TestKernels.remove() } }
            try? FileManager.default.removeItem(atPath: current.folder)
            current.count += 1
            current.folder = "\(parent)/invar-test-kernels-\(getpid())-\(current.count)"
            let cache = KernelCache(.folder(current.folder))
            current.cache = cache
            return cache
        }
    }

    /// In memory, where the system has such a folder.
    private static let parent =
        access("/dev/shm", W_OK) == 0 ? "/dev/shm" : FileManager.default.temporaryDirectory.path

    private static func remove() {
        current.withLock { current in
            current.cache?.finishWriting()
            try? FileManager.default.removeItem(atPath: current.folder)
        }
    }
}
