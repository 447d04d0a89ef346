// The encoder of mobile, for Swift. Written by invar emit 0.1.0.
internal import CMobile

/// The encoder of mobile: images in, representations of 64 numbers out.
///
///     let encoder = try Mobile(weights: "encoder.safetensors")
///     let representation = try encoder(pixels: bytes, width: 640, height: 480)
///
/// It may be called from many threads at once: each call has memory, and `threads` threads, of its own.
public final class Mobile: Sendable {
    /// Numbers that are taken for each image.
    public static let inputCount = Int(MOBILE_INPUT)
    /// Numbers of a representation.
    public static let width = Int(MOBILE_WIDTH)

    /// The weights as the kernels read them.
    private let memory: Block
    private let workers: Workers

    /// - Parameters:
    ///   - path: a safetensors file with the weights, such as `encoder.safetensors` of a run.
    ///   - threads: that compute one call together; the result has the same bits for any number of them.
    /// - Throws: `Failure` where this processor cannot run the model, or the file is not there, damaged,
    ///   or of another one.
    public convenience init(weights path: String, threads: Int = 1) throws {
        try self.init(threads: threads) { memory, size, pool, message in
            mobile_load(memory, size, nil, path, pool, message)
        }
    }

    /// - Parameters:
    ///   - bytes: of a safetensors file; they are not needed any more afterwards.
    ///   - threads: that compute one call together.
    /// - Throws: `Failure` where this processor cannot run the model, or the bytes are damaged, or of another one.
    public convenience init(weights bytes: [UInt8], threads: Int = 1) throws {
        try self.init(threads: threads) { memory, size, pool, message in
            bytes.withUnsafeBytes {
                mobile_load_memory(
                    memory, size, nil, $0.baseAddress, $0.count, pool, message)
            }
        }
    }

    init(
        threads: Int,
        load: (
            UnsafeMutableRawPointer, Int, UnsafePointer<mobile_pool>?,
            UnsafeMutablePointer<CChar>
        ) -> Int32
    ) throws {
        let workers = try Workers(threads: threads)
        let memory = Block(byteCount: mobile_memory_bytes(nil))
        try workers.borrow { worker in
            try Failure.check { load(memory.start, memory.byteCount, UnsafePointer(worker.pool), $0) }
        }
        (self.memory, self.workers) = (memory, workers)
    }

    /// The representations of some images, `width` numbers each, one after another.
    /// - Parameter images: `inputCount` numbers each, one after another.
    ///   28 rows of 28 pixels, the channels of a pixel side by side, normalized:
    ///   (value from 0 to 1 − mean) / deviation, mean 0.286, deviation 0.353.
    /// - Throws: `Failure` for a number of values that is no number of images.
    public func callAsFunction(_ images: [Float]) throws -> [Float] {
        let count = images.count / Self.inputCount * Self.width
        return try [Float](unsafeUninitializedCapacity: count) { out, initialized in
            try images.withUnsafeBufferPointer { images in
                try self(images, into: UnsafeMutableBufferPointer(rebasing: out[..<count]))
            }
            initialized = count
        }
    }

    /// The same, into memory of the caller's: nothing is allocated but where calls overlap that never did before.
    /// - Throws: `Failure` where there is not `width` numbers' room for each of the images.
    public func callAsFunction(
        _ images: UnsafeBufferPointer<Float>, into out: UnsafeMutableBufferPointer<Float>
    ) throws {
        let (count, rest) = images.count.quotientAndRemainder(dividingBy: Self.inputCount)
        guard rest == 0 else {
            throw Failure.argument("\(images.count) numbers are no whole number of images of \(Self.inputCount)")
        }
        guard out.count == count * Self.width else {
            throw Failure.argument("room for \(out.count) numbers was given, and there are \(count * Self.width)")
        }
        if count == 0 { return }
        try compute { memory, arena, arenaBytes, pool in
            mobile_embed(memory, images.baseAddress, count, out.baseAddress, arena, arenaBytes, pool)
        }
    }

    #if compiler(>=6.2)
        /// The same with spans, whose memory cannot be used when it is gone.
        @available(macOS 10.14.4, *)
        public func callAsFunction(_ images: Span<Float>, into out: inout MutableSpan<Float>) throws {
            try images.withUnsafeBufferPointer { images in
                try out.withUnsafeMutableBufferPointer { try self(images, into: $0) }
            }
        }
    #endif

    func compute(
        _ call: (
            UnsafeRawPointer, UnsafeMutableRawPointer, Int, UnsafePointer<mobile_pool>?
        ) -> Int32
    ) throws {
        try workers.borrow { worker in
            try Failure.check(
                call(memory.start, worker.arena.start, worker.arena.byteCount, UnsafePointer(worker.pool)))
        }
    }
}
