// The C library of this system, for the whole target. Glibc alone has been tried; what the others lack or name otherwise shows
// when somebody builds there.
#if canImport(Glibc)
    @_exported import Glibc
#elseif canImport(Musl)
    @_exported import Musl
#elseif canImport(Darwin)
    @_exported import Darwin
#endif

/// `read` and `write`, for types that have functions of these names themselves.
func systemRead(_ file: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int { unsafe read(file, room, count) }
func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe write(file, bytes.baseAddress, bytes.count)
}
