import Foundation

/// Where a worker stands, in memory that its parent sees too, also after the worker has crashed.
struct Tally {
    enum Field: Int, CaseIterable { case index, accepted, refused, slowestMicroseconds, slowestIndex, peakKiB }

    private let fields: UnsafeMutablePointer<Int>

    /// - Parameter path: of a file of 4096 bytes.
    init(_ path: String) throws {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, ftruncate(descriptor, 4096) == 0 else { throw Violation("cannot write \(path)") }
        defer { close(descriptor) }
        guard let memory = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
        else {
            throw Violation("cannot map \(path)")
        }
        fields = memory.bindMemory(to: Int.self, capacity: Field.allCases.count)
    }

    subscript(field: Field) -> Int {
        get { fields[field.rawValue] }
        nonmutating set { fields[field.rawValue] = newValue }
    }
}
