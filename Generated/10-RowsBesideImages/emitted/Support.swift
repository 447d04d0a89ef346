// What ImageAndRows is made of and its users do not see, and its errors. Written by invar emit 0.1.0.
import Foundation
internal import CImageAndRows

extension ImageAndRows {
    /// Why something was not done, in words.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// This processor has none of the instructions that the model was compiled for.
        case processor(String)
        /// There is no memory, or there are no threads.
        case memory(String)
        /// A file cannot be opened or written.
        case file(String)
        /// A file is damaged, or is of another model.
        case weights(String)
        /// Something of the wrong size was given.
        case argument(String)

        public var description: String {
            switch self {
            case .processor(let words), .memory(let words), .file(let words), .weights(let words),
                .argument(let words):
                words
            }
        }
    }

    /// The instructions that this processor's kernels are made of, such as `x86-64-v3`; nothing where there are
    /// no kernels for it.
    public static var target: String? { image_and_rows_target().map { String(cString: $0) } }
}

extension ImageAndRows.Failure {
    /// Throws where a status is not that everything is well.
    static func check(_ status: Int32, _ message: String = "") throws {
        let words = message.isEmpty ? String(cString: image_and_rows_message(status)) : message
        switch Int(status) {
        case Int(IMAGE_AND_ROWS_OK): return
        case Int(IMAGE_AND_ROWS_PROCESSOR): throw Self.processor(words)
        case Int(IMAGE_AND_ROWS_MEMORY): throw Self.memory(words)
        case Int(IMAGE_AND_ROWS_FILE): throw Self.file(words)
        case Int(IMAGE_AND_ROWS_WEIGHTS): throw Self.weights(words)
        default: throw Self.argument(words)
        }
    }

    /// Calls what says in words why it failed.
    static func check(_ call: (UnsafeMutablePointer<CChar>) throws -> Int32) throws {
        try withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IMAGE_AND_ROWS_MESSAGE)) { room in
            room.initialize(repeating: 0)
            guard let message = room.baseAddress else { return }
            try check(call(message), String(cString: message))
        }
    }
}

extension ImageAndRows {
    /// Aligned memory that is given back when nobody needs it any more.
    final class Block: @unchecked Sendable {
        let start: UnsafeMutableRawPointer
        let byteCount: Int

        init(byteCount: Int) {
            self.byteCount = byteCount
            start = .allocate(byteCount: max(byteCount, 1), alignment: Int(IMAGE_AND_ROWS_ALIGNMENT))
        }

        deinit { start.deallocate() }
    }

    /// What one call computes with: memory for what lies between the layers, and its threads.
    final class Worker: @unchecked Sendable {
        let arena: Block
        let pool: UnsafeMutablePointer<image_and_rows_pool>?

        init(threads: Int) throws {
            guard (1...Int(IMAGE_AND_ROWS_MOST_THREADS)).contains(threads) else {
                throw Failure.argument(
                    "\(threads) threads are not possible: 1 to \(IMAGE_AND_ROWS_MOST_THREADS) are")
            }
            let byteCount = image_and_rows_arena_bytes(nil, Int32(threads))
            if byteCount == 0 { try Failure.check(Int32(IMAGE_AND_ROWS_PROCESSOR)) }
            let pool = threads > 1 ? image_and_rows_pool_create(Int32(threads)) : nil
            guard threads == 1 || pool != nil else {
                throw Failure.memory("the system does not give \(threads) threads")
            }
            self.pool = pool
            arena = Block(byteCount: byteCount)
        }

        deinit { if let pool { image_and_rows_pool_destroy(pool) } }
    }

    /// The workers of one model: a call takes one that is free, or makes another, so that calls need not wait for
    /// each other.
    final class Workers: @unchecked Sendable {
        private let threads: Int
        private let lock = NSLock()
        /// Guarded by the lock.
        private var free: [Worker] = []

        init(threads: Int) throws {
            self.threads = threads
            free = [try Worker(threads: threads)]
        }

        func borrow<Result>(_ body: (Worker) throws -> Result) throws -> Result {
            let worker = try lock.withLock { free.popLast() } ?? Worker(threads: threads)
            defer { lock.withLock { free.append(worker) } }
            return try body(worker)
        }
    }
}
